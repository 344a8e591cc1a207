/** One line that can be chosen. */
export interface Option {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly caps: readonly string[];
  readonly run: () => void;
}

export interface Section {
  readonly id: 'mine' | 'waiting' | 'team' | 'commands' | 'closed';
  readonly options: readonly Option[];
}

/** What the combobox calls the line that is chosen. */
export const domId = ({ id }: Option): string => `command-${id}`;
