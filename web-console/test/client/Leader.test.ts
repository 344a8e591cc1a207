import { expect, test } from 'vitest';
import { Leader } from '@/client/Leader';
import { FakeWorld } from '../FakeWorld';

/** Tabs of one browser that hear each other. */
class Browser {
  readonly world = new FakeWorld();
  private readonly tabs = new Map<string, Leader>();
  private readonly leading = new Set<string>();

  opens(name: string): Leader {
    const say = (word: string): void => {
      for (const [other, tab] of this.tabs) {
        if (other !== name) {
          tab.hear(word);
        }
      }
    };
    const tab = new Leader(this.world, { say }, name, (leads) => {
      this.leading[leads ? 'add' : 'delete'](name);
    });
    this.tabs.set(name, tab);
    tab.stand();
    return tab;
  }

  /** Without a word, as a browser that was killed. */
  dies(name: string): void {
    this.tabs.delete(name);
    this.leading.delete(name);
  }

  passes(ms: number): readonly string[] {
    this.world.pass(ms);
    return [...this.leading];
  }
}

test('one tab alone leads', () => {
  const browser = new Browser();
  browser.opens('a');
  expect(browser.passes(1_000)).toEqual(['a']);
});

test('of tabs that come at once or later exactly one leads', () => {
  const browser = new Browser();
  browser.opens('b');
  browser.opens('c');
  const [first, ...more] = browser.passes(1_000);
  expect(more).toEqual([]);
  browser.opens('a');
  expect(browser.passes(60_000)).toEqual([first]);
});

test('when the leader leaves or dies, another leads', () => {
  const browser = new Browser();
  const a = browser.opens('a');
  browser.passes(1_000);
  browser.opens('b');
  browser.opens('c');
  browser.passes(1_000);
  a.resign();
  const [heir, ...more] = browser.passes(1_000);
  expect(more).toEqual([]);
  expect(['b', 'c']).toContain(heir);
  browser.dies(heir ?? '');
  expect(browser.passes(5_000)).toEqual([heir === 'b' ? 'c' : 'b']);
});

test('a tab that cannot act never leads', () => {
  const browser = new Browser();
  browser.opens('a').resign();
  browser.opens('b');
  expect(browser.passes(10_000)).toEqual(['b']);
});
