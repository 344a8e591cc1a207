import { readField, readList, readNumber } from './rest';

/** What files a shop's conversations take. */
export interface FileRules {
  readonly on: boolean;
  /** Without the dot. */
  readonly types: readonly string[];
  readonly maxBytes: number;
  readonly maxPerDay: number;
}

export function readFileRules(shop: unknown): FileRules | undefined {
  const files = readField(shop, 'files');
  const maxBytes = readNumber(files, 'maxBytes');
  if (maxBytes === undefined) {
    return undefined;
  }
  return {
    on: readField(files, 'on') === true,
    types: readList(readField(files, 'types'), (type) => (typeof type === 'string' ? type : undefined)),
    maxBytes,
    maxPerDay: readNumber(files, 'maxPerDay') ?? 0,
  };
}

/** The code of the refusal that a file would meet; undefined when it may be tried. */
export function refusalOf({ name, size }: File, rules: FileRules): string | undefined {
  const type = name.toLowerCase().split('.').at(-1) ?? '';
  if (!rules.on) {
    return 'FILES_OFF';
  }
  if (!rules.types.includes(type) && !(type === 'jpeg' && rules.types.includes('jpg'))) {
    return 'FILE_TYPE';
  }
  return size === 0 ? 'FILE_EMPTY' : size > rules.maxBytes ? 'FILE_TOO_LARGE' : undefined;
}
