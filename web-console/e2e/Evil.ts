import { createHmac, randomBytes } from 'node:crypto';
import type { APIRequestContext, Frame } from '@playwright/test';
import { signedIn, told } from './admin';
import { PASSWORD } from './Agent';
import { AS_STAFF, sayAll } from './Chorus';
import type { DeskProcess } from './DeskProcess';
import { packed } from './hostile';

const ISSUER = 'evil-shop';
/** An order of the fullest sort. */
const LINES = 100;
/** As many goods as the console finds at once. */
const GOODS = 20;

interface Open {
  readonly conversation: string;
  readonly revision: number;
  readonly buyer: { readonly id: string };
}

/** Somebody with a name that the evil shop has vouched for. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly customer: string;
  readonly token: string;
}

export const NOBODY: Known = { id: '', name: '', customer: '', token: '' };

/** A shop that means no good, with everything it may say filled with what is hostile; and the desk that answers it. */
export class EvilShop {
  readonly id = 'evil';
  readonly group = 'evil';
  private readonly secret = randomBytes(32);
  private turn = 0;

  private constructor(
    private readonly desk: DeskProcess,
    readonly admin: APIRequestContext,
    private readonly origin: string,
  ) {}

  /** As long as nobody has looked away it is a shop like any other. */
  static async opens(desk: DeskProcess, origin: string): Promise<EvilShop> {
    const shop = new EvilShop(desk, await signedIn(desk.url), origin);
    await desk.agreesWith(shop.id, ISSUER, shop.secret);
    await shop.looksHarmless();
    return shop;
  }

  async looksHarmless(): Promise<void> {
    const words = { zh: '好', en: 'Fine' };
    await this.says({
      name: '好店',
      groups: [{ id: this.group, name: words }],
      greeting: words,
      policy: words,
    });
  }

  /** @returns what the widget shows of it, in Chinese and in English */
  async showsItself(): Promise<{
    readonly zh: readonly string[];
    readonly en: readonly string[];
    readonly name: string;
  }> {
    const names = packed(64);
    const [name = '', ...others] = names;
    const groups = others.slice(0, 90).flatMap((zh, i, all) => {
      const en = all[i + 1];
      return i % 2 === 0 && en !== undefined
        ? [{ id: i === 0 ? this.group : `evil-${String(i)}`, name: { zh, en } }]
        : [];
    });
    const [greetingZh = '', greetingEn = ''] = packed(500);
    const [policyZh = ''] = packed(2000);
    const [policyEn = ''] = packed(4000);
    const [zh = ''] = packed(20);
    const [en = ''] = packed(40);
    await this.says({
      name,
      groups,
      greeting: { zh: greetingZh, en: greetingEn },
      policy: { zh: policyZh, en: policyEn },
      launcher: { zh, en },
    });
    return {
      name,
      zh: [name, zh, greetingZh, policyZh, ...groups.map((group) => group.name.zh)],
      en: [name, en, greetingEn, policyEn, ...groups.map((group) => group.name.en)],
    };
  }

  private async says(look: object): Promise<void> {
    await told(this.admin, 'put', `/api/v1/shops/${this.id}`, {
      color: '#0f7b6c',
      side: 'LEFT',
      launcher: { zh: '', en: '' },
      origins: [this.origin, this.desk.url],
      identityEnforced: false,
      ...look,
    });
  }

  /** @returns their names and details */
  async sells(): Promise<readonly string[]> {
    const names = packed(120);
    const details = packed(500);
    const goods = Array.from({ length: GOODS }, (_, i) => ({
      name: names[i] ?? '',
      detail: details[i] ?? '',
      price: 100,
      picture: null,
      url: null,
    }));
    await Promise.all(
      goods.map((one, i) => told(this.admin, 'put', `/api/v1/shops/${this.id}/products/p${String(i)}`, one)),
    );
    return goods.flatMap(({ name, detail }) => [name, detail]);
  }

  /** @returns the names of what was bought */
  async hasSold(number: string, customer: string): Promise<readonly string[]> {
    const names = packed(120).slice(0, LINES);
    const items = names.map((name) => ({ product: 'p1', name, quantity: 1, price: 100 }));
    const placedAt = new Date().toISOString();
    await told(this.admin, 'put', `/api/v1/shops/${this.id}/orders/${number}`, {
      customer,
      placedAt,
      state: 'PAID',
      items,
    });
    return names;
  }

  /** What the shop's server signs of a customer, whose rank is called like the customer. */
  signs(customer: string, name: string): string {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const now = Math.floor(Date.now() / 1000);
    const jti = `${customer}-${String((this.turn += 1))}`;
    const tier = Array.from(name).slice(0, 16).join('');
    const claims = { iss: ISSUER, aud: this.id, sub: customer, name, tier, iat: now, exp: now + 300, jti };
    const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
    return `${signed}.${createHmac('sha256', this.secret).update(signed).digest('base64url')}`;
  }

  /** Lets customers with these names in. */
  letsIn(names: readonly string[]): Promise<readonly Known[]> {
    return Promise.all(
      names.map(async (name, i) => {
        const customer = `c${String(i)}`;
        const asked = { token: null, identity: this.signs(customer, name) };
        const answer = await told(this.admin, 'post', `/api/v1/shops/${this.id}/buyers`, asked);
        const { token, buyer } = answer as { token: string; buyer: { id: string } };
        return { token, customer, name, id: buyer.id };
      }),
    );
  }

  /** @returns the account's id */
  async hires(name: string, displayName: string): Promise<string> {
    const groups = [this.group];
    const newcomer = { name, displayName, role: 'AGENT', groups, cap: 50, password: PASSWORD };
    const { id } = (await told(this.admin, 'post', '/api/v1/staff', newcomer)) as { id: string };
    return id;
  }

  async dismisses(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map((id) => told(this.admin, 'post', `/api/v1/staff/${id}/disable`)));
  }
}

/** What is on an agent's desk. */
export const openOf = (frame: Frame): Promise<readonly Open[]> =>
  frame.evaluate<readonly Open[]>(
    `fetch('/api/v1/staff/me/desk').then((answer) => answer.json()).then(({ conversations }) => conversations)`,
  );

const asBuyer = ({ token }: Known): string => `{ type: 'hello', token: '${token}', language: 'zh-CN' }`;
let refs = 0;
export const newRef = (): string => `evil-${String((refs += 1)).padStart(16, '0')}`;

/** Each of the buyers says one thing, from anywhere; the desk takes all of it. */
export async function eachSays(
  frame: Frame,
  buyers: readonly Known[],
  command: (buyer: Known, i: number) => { readonly type: string },
): Promise<void> {
  await Promise.all(
    buyers.map(async (buyer, i) => {
      const said = { ref: newRef(), ...command(buyer, i) };
      refuseNone(await sayAll(frame, '/ws/buyer', asBuyer(buyer), [said]));
    }),
  );
}

/** One of the buyers says all of it. */
export async function says(
  frame: Frame,
  buyer: Known,
  commands: readonly { readonly type: string }[],
): Promise<void> {
  const said = commands.map((command) => ({ ref: newRef(), ...command }));
  refuseNone(await sayAll(frame, '/ws/buyer', asBuyer(buyer), said));
}

/** Ends all that an agent has, with thanks. */
export async function closeAll(frame: Frame, thanks: (buyer: string) => string | null): Promise<void> {
  const commands = (await openOf(frame)).map(({ conversation, revision, buyer }) => ({
    type: 'conversation.close',
    ref: newRef(),
    conversation,
    revision,
    thanks: thanks(buyer.id),
  }));
  refuseNone(await sayAll(frame, '/ws/staff', AS_STAFF, commands));
}

function refuseNone(refused: ReadonlyMap<string, string>): void {
  if (refused.size > 0) {
    throw new Error(`refused: ${[...refused.values()].join(', ')}`);
  }
}
