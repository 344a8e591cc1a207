// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { effectScope, nextTick, shallowRef, type EffectScope } from 'vue';
import { refusalOf, useBuyerFiles, type BuyerFiles } from '@/composables/useBuyerFiles';

const RULES = { on: true, types: ['png', 'pdf'], maxBytes: 1000, maxPerDay: 20 };
const png = (name = 'cup.png', size = 10): File => new File(['x'.repeat(size)], name, { type: 'image/png' });

/** What the browser would send, held back until the test answers. */
class FakeRequest {
  static all: FakeRequest[] = [];
  readonly upload: { onprogress?: (at: object) => void } = {};
  readonly headers = new Map<string, string>();
  path = '';
  status = 0;
  responseText = '';
  aborted = false;
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;

  open(_: string, path: string): void {
    this.path = path;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }

  send(): void {
    FakeRequest.all.push(this);
  }

  abort(): void {
    this.aborted = true;
  }

  answers(status: number, body: object): void {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload?.();
  }
}

let scope: EffectScope;
const conversation = shallowRef<string | undefined>('c1');
const post = vi.fn();

function files(): BuyerFiles {
  scope = effectScope();
  const made = scope.run(() =>
    useBuyerFiles({
      conversation: () => conversation.value,
      token: () => 'secret',
      rules: () => RULES,
      post,
    }),
  );
  if (made === undefined) {
    throw new Error('the scope has ended');
  }
  return made;
}
const request = (at: number): FakeRequest => {
  const found = FakeRequest.all[at];
  if (found === undefined) {
    throw new Error(`nothing was sent for the ${String(at + 1)}. time`);
  }
  return found;
};

beforeEach(() => {
  FakeRequest.all = [];
  conversation.value = 'c1';
  post.mockReset();
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:cup');
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
});
afterEach(() => {
  scope.stop();
  vi.unstubAllGlobals();
});

test('files are sent one after the other, with the token in a header, and posted by their own refs', () => {
  const { list, add } = files();
  add([png('a.png'), png('b.png')]);
  expect(FakeRequest.all).toHaveLength(1);
  expect(request(0).path).toBe('/api/v1/conversations/c1/attachments');
  expect(request(0).headers.get('Authorization')).toBe('Bearer secret');
  request(0).upload.onprogress?.({ lengthComputable: true, loaded: 5, total: 10 });
  expect(list.value.map(({ share }) => share)).toEqual([0.5, 0]);
  request(0).answers(201, { id: 'f1' });
  expect(post.mock.calls).toEqual([[list.value[0]?.ref, 'c1', 'f1']]);
  expect(FakeRequest.all).toHaveLength(2);
});

test('a file waits for its conversation', async () => {
  conversation.value = undefined;
  files().add([png()]);
  expect(FakeRequest.all).toHaveLength(0);
  conversation.value = 'c2';
  await nextTick();
  expect(request(0).path).toContain('/c2/');
});

test('a file that was refused says why, lets the next one go, and can be sent again', () => {
  const { list, add, again } = files();
  add([png('a.png'), png('b.png')]);
  request(0).answers(429, { code: 'FILE_QUOTA' });
  expect(list.value[0]?.failed).toBe('FILE_QUOTA');
  request(1).onerror?.();
  expect(list.value[1]?.failed).toBe('UNREACHABLE');
  again(list.value[0]?.ref ?? '');
  request(2).answers(201, { id: 'f1' });
  expect(post).toHaveBeenCalledTimes(1);
});

test('a file that is cancelled stops, and its picture is let go', () => {
  const { list, add, cancel } = files();
  add([png('a.png'), png('b.png')]);
  cancel(list.value[0]?.ref ?? '');
  expect(request(0).aborted).toBe(true);
  expect(vi.mocked(URL.revokeObjectURL)).toHaveBeenCalledWith('blob:cup');
  expect(list.value.map(({ file }) => file.name)).toEqual(['b.png']);
  expect(FakeRequest.all).toHaveLength(2);
});

test('what the desk would refuse is not even sent', () => {
  expect(refusalOf(png(), RULES)).toBeNull();
  expect(refusalOf(png('CUP.PNG'), RULES)).toBeNull();
  expect(refusalOf(png(), { ...RULES, on: false })).toBe('FILES_OFF');
  expect(refusalOf(png('cup.png', 0), RULES)).toBe('FILE_EMPTY');
  expect(refusalOf(png('cup.svg'), RULES)).toBe('FILE_TYPE');
  expect(refusalOf(png('png'), { ...RULES, types: ['jpg'] })).toBe('FILE_TYPE');
  expect(refusalOf(png('cup.png', 1001), RULES)).toBe('FILE_TOO_LARGE');
  files().add([png('cup.svg')]);
  expect(FakeRequest.all).toHaveLength(0);
});
