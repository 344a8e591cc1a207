import { expect, type BrowserContext, type Frame, type Locator, type Page } from '@playwright/test';
import { MARK } from './hostile';

/** What can run, load, lead elsewhere or is no element at all, of all in a frame's page; its own scripts and styles are none. */
export const CENSUS = `(() => {
  const within = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? within(one.shadowRoot) : [])]);
  const all = within(document);
  const own = (address) => new URL(address, location.href).pathname.startsWith('/assets/');
  const ACTIVE = 'script,iframe,frame,object,embed,style,link,base,meta,template,svg a,use';
  const OUT_OF_USE = 'b,font,marquee,plaintext,xmp,listing';
  const COVERS_OR_LOADS = /position\\s*:\\s*fixed|expression|binding|url\\(/i;
  const counted = {};
  for (const element of all.filter((one) => one.matches(ACTIVE) || one.matches(OUT_OF_USE) || one instanceof HTMLUnknownElement)) {
    const address = element.getAttribute('src') ?? element.getAttribute('href');
    if (address === null || !own(address)) {
      counted[element.localName] = (counted[element.localName] ?? 0) + 1;
    }
  }
  const attributes = all.flatMap((one) => [...one.attributes].map(({ name, value }) => ({ tag: one.localName, name, value, rel: one.rel })));
  const LEADS = ['href', 'xlink:href', 'src', 'action', 'formaction', 'data', 'srcdoc', 'ping', 'poster', 'srcset'];
  const isScript = (address, tag) =>
    /^\\s*(javascript|vbscript|data):/i.test(address.replace(/[\\u0000-\\u001f]/g, '')) && !['img', 'link'].includes(tag);
  const isElsewhere = (address) => address.includes('${MARK}');
  return {
    counted,
    handlers: attributes.filter(({ name }) => name.startsWith('on')).map(({ tag, name }) => tag + ' ' + name),
    strange: attributes
      .filter(({ tag, name, value, rel }) =>
        (LEADS.includes(name) && (name === 'srcdoc' || isScript(value, tag) || (isElsewhere(value) && !rel))) ||
        (name === 'style' && COVERS_OR_LOADS.test(value)) || /^v-|^[:@]|\\[/.test(name))
      .map(({ tag, name, value }) => tag + ' ' + name + '=' + value.slice(0, 80)),
    ran: [...Object.keys(globalThis).filter((name) => name === '__pwn'), ...('__pwn' in Object.prototype ? ['Object.prototype.__pwn'] : [])],
    refused: globalThis.refusedByPolicy ?? [],
  };
})()`;
const REMEMBER = `
  globalThis.refusedByPolicy = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    globalThis.refusedByPolicy.push(violatedDirective + ' ' + blockedURI + ' ' + sample);
  });`;
/** The page and the boxes in it that are wider than they show, and what sticks out of them: nobody reads sideways. */
const SIDEWAYS = `(() => {
  const styleOf = (one) => getComputedStyle(one);
  const isCut = (one, box) => one !== box && (styleOf(one).overflowX !== 'visible' || isCut(one.parentElement, box));
  const boxes = [...document.querySelectorAll('body *')].filter((one) => /auto|scroll/.test(styleOf(one).overflowY));
  const found = [document.scrollingElement, ...boxes]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && (one === document.scrollingElement || styleOf(one).overflowX !== 'hidden'))
    .map((one) => one.outerHTML.slice(0, 120));
  const out = boxes.flatMap((box) => {
    const { right } = box.getBoundingClientRect();
    return [...box.querySelectorAll('*')].filter((one) =>
      one.getBoundingClientRect().right > right + 1 && styleOf(one).display !== 'inline' && !isCut(one.parentElement, box));
  });
  return [...found, ...out.slice(0, 3).map((one) => one.outerHTML.slice(0, 200))];
})()`;

/** All that a frame's page says, in its text, its fields, its names for who does not see, and its title. */
const SAID = `(() => {
  const within = (root) => [root, ...[...root.querySelectorAll('*')].flatMap((one) => one.shadowRoot ? within(one.shadowRoot) : [])];
  const NAMES = ['aria-label', 'title', 'placeholder', 'value'];
  const named = (one) => [...NAMES.map((name) => one.getAttribute(name)), one.value].filter((text) => typeof text === 'string');
  return [document.title, ...within(document).flatMap((root) => {
    const body = root === document ? document.body : root;
    return [body.textContent, ...[...root.querySelectorAll('*')].flatMap(named)];
  })];
})()`;

export interface Census {
  readonly counted: Readonly<Record<string, number>>;
  readonly handlers: readonly string[];
  readonly strange: readonly string[];
  readonly ran: readonly string[];
  readonly refused: readonly string[];
}

/** Sees whether anything of what people wrote runs, loads, asks or covers the page, in all that these browsers show. */
export class Guard {
  private readonly heard: string[] = [];
  /** By the path of the page. */
  private readonly before = new Map<string, Census>();

  /** Before the first page is opened. */
  readonly watches = async (context: BrowserContext): Promise<void> => {
    await context.addInitScript(REMEMBER);
    context.on('request', (request) => {
      if (request.url().includes(MARK)) {
        this.heard.push(`a request to ${request.url()}`);
      }
    });
    context.on('dialog', (dialog) => {
      this.heard.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('page', (page) => {
      page.on('popup', (popup) => {
        this.heard.push(`a popup: ${popup.url()}`);
      });
    });
  };

  /** Takes down what is in a page and its frames before anything hostile is. */
  async remembers(page: Page): Promise<void> {
    for (const frame of page.frames()) {
      this.before.set(pathOf(frame), await frame.evaluate<Census>(CENSUS));
    }
  }

  /** Nothing has come into the page but text. */
  async findsOnlyText(page: Page): Promise<void> {
    for (const frame of page.frames()) {
      const now = await frame.evaluate<Census>(CENSUS);
      const before = this.before.get(pathOf(frame));
      expect(before, `nobody has looked at ${frame.url()} before`).toBeDefined();
      expect(now, frame.url()).toEqual(onlyText(before));
    }
    expect(this.heard).toEqual([]);
  }

  /** And nobody has to read sideways. */
  async findsNothingTooWide(frame: Frame): Promise<void> {
    expect(await frame.evaluate<readonly string[]>(SIDEWAYS), frame.url()).toEqual([]);
  }
}

/** What is to be found in a page that had this in it, if only text has come since. */
export const onlyText = (before?: Census): Census => ({
  counted: before?.counted ?? {},
  handlers: [],
  strange: [],
  ran: [],
  refused: [],
});

const pathOf = (frame: Frame): string => new URL(frame.url()).pathname;

/**
 * Each of the texts that match in a list which keeps only those in sight in the page, from its top to its end: scrolls by
 * less than is in sight, from wherever rows that are measured meanwhile have moved it, and looks when it is covered.
 */
export function textsOf(box: Locator, selector: string): Promise<readonly string[]> {
  return box.evaluate(async (list, wanted) => {
    const found = new Map<string, readonly string[]>();
    const drawn = (): Promise<void> =>
      new Promise((done) => {
        setTimeout(done, 16);
      });
    const rowsInSight = () => {
      const rows = [...list.querySelectorAll('[data-key]')];
      const { top, bottom } = list.getBoundingClientRect();
      const startsAbove = list.scrollTop < 40 || rows[0]?.getBoundingClientRect().top <= top;
      const isAtEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 40;
      const endsBelow = isAtEnd || rows.at(-1)?.getBoundingClientRect().bottom >= bottom;
      return rows.length > 0 && startsAbove && endsBelow ? rows : undefined;
    };
    list.scrollTop = 0;
    for (let before = -1; before !== list.scrollTop;) {
      await drawn();
      let rows = rowsInSight();
      while (rows === undefined) {
        await drawn();
        rows = rowsInSight();
      }
      for (const row of rows) {
        const texts = [...row.querySelectorAll(wanted)].map((one) => one.textContent);
        found.set(row.getAttribute('data-key') ?? '', texts);
      }
      before = list.scrollTop;
      list.scrollTop += list.clientHeight * 0.7;
    }
    return [...found.values()].flat();
  }, selector);
}

/** Which of these are shown less often than they were said; a few of them say enough. */
export function fewer(wanted: readonly string[], found: readonly string[], often: number): readonly string[] {
  const times = new Map<string, number>();
  found.forEach((text) => times.set(text, (times.get(text) ?? 0) + 1));
  return wanted.filter((text) => (times.get(text) ?? 0) < often).slice(0, 5);
}

/** Which of these a page shows nowhere; how much blank there is between words is not looked at. */
export async function missingIn(frame: Frame, wanted: readonly string[]): Promise<readonly string[]> {
  const close = (text: string): string => text.replace(/\s+/gu, ' ').trim();
  const said = (await frame.evaluate<readonly string[]>(SAID)).map(close).join('\n');
  return wanted.filter((text) => !said.includes(close(text)));
}
