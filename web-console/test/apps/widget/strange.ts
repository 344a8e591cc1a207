import { write, type ToFrame, type ToPage } from '@/apps/widget/bridge';

const MARK = 'xiaoer-desk:';

export const TO_FRAME: readonly ToFrame[] = [
  { say: 'open' },
  { say: 'close' },
  { say: 'forget' },
  { say: 'shutdown' },
  { say: 'identify', jwt: 'a.b.c' },
  { say: 'language', tag: 'en' },
  { say: 'product', id: 'cup-01' },
  { say: 'order', id: 'XD20260001' },
];
export const TO_PAGE: readonly ToPage[] = [
  { say: 'ready' },
  { say: 'close' },
  { say: 'gone' },
  { say: 'unread', count: 3 },
  { say: 'message', from: 'agent', at: 1_767_225_600_000 },
];

const megabyte = 'x'.repeat(1_000_000);

/** What may be posted to a window and is no message of ours, by what is strange about it. */
export const STRANGE: readonly (readonly [what: string, data: unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 42],
  ['an object', {}],
  ['an object that looks like a message', { say: 'open' }],
  ['an array', ['open']],
  ['a function', () => 'open'],
  ['a date', new Date(0)],
  ['bytes', new Uint8Array(8)],
  ['no text', ''],
  ['JSON without the mark', '{"say":"open"}'],
  ['the mark of another version', `xiaoer-desk2:{"say":"open"}`],
  ['the mark later on', ` ${write({ say: 'open' })}`],
  ['the mark alone', MARK],
  ['no JSON', `${MARK}{say:open}`],
  ['JSON that goes on', `${write({ say: 'open' })}{}`],
  ['null behind the mark', `${MARK}null`],
  ['an array behind the mark', `${MARK}["open"]`],
  ['a text behind the mark', `${MARK}"open"`],
  ['a message that nobody knows', `${MARK}{"say":"evaluate"}`],
  ['a message without a name', `${MARK}{"jwt":"a.b.c"}`],
  ['a name that is a list', `${MARK}{"say":["open"]}`],
  ['a name that is an object', `${MARK}{"say":{"open":1}}`],
  ['a name from the prototype', `${MARK}{"say":"constructor"}`],
  ['a name by the prototype', `${MARK}{"__proto__":{"say":"open"}}`],
  ['a message with a prototype of its own', `${MARK}{"say":"open","__proto__":{"admin":true}}`],
  ['a message with a constructor', `${MARK}{"say":"close","constructor":{"prototype":{}}}`],
  ['a field too many', `${MARK}{"say":"close","url":"https://evil.example"}`],
  ['an identity that is none', `${MARK}{"say":"identify"}`],
  ['an identity that is a number', `${MARK}{"say":"identify","jwt":1}`],
  ['an empty identity', `${MARK}{"say":"identify","jwt":""}`],
  ['an identity by the prototype', `${MARK}{"say":"identify","__proto__":{"jwt":"a.b.c"}}`],
  ['an identity that is too long', `${MARK}{"say":"identify","jwt":"${'x'.repeat(4097)}"}`],
  ['a language that is none', `${MARK}{"say":"language","tag":""}`],
  ['a product without an id', `${MARK}{"say":"product"}`],
  ['an order that is too long', `${MARK}{"say":"order","id":"${'9'.repeat(65)}"}`],
  ['a count that is text', `${MARK}{"say":"unread","count":"<b>"}`],
  ['a count below nothing', `${MARK}{"say":"unread","count":-1}`],
  ['a count that is no whole number', `${MARK}{"say":"unread","count":1.5}`],
  ['a count beyond all numbers', `${MARK}{"say":"unread","count":1e999}`],
  ['words of nobody', `${MARK}{"say":"message","from":"evil","at":1}`],
  ['words that say what was said', `${MARK}{"say":"message","from":"agent","at":1,"text":"hi"}`],
  ['a megabyte', megabyte],
  ['a megabyte behind the mark', `${MARK}{"say":"identify","jwt":"${megabyte}"}`],
  ['a megabyte of blanks', `${MARK}${' '.repeat(1_000_000)}{"say":"open"}`],
  ['JSON nested deeply', `${MARK}${'['.repeat(2000)}${']'.repeat(2000)}`],
];
