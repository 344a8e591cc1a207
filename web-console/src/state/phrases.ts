/** What stands for the variables of a phrase; null where it is not known. */
export interface Facts {
  readonly buyer: string | null;
  readonly agent: string | null;
  readonly order: string | null;
}

const VARIABLES: readonly (readonly [string, keyof Facts])[] = [
  ['{买家昵称}', 'buyer'],
  ['{客服昵称}', 'agent'],
  ['{订单号}', 'order'],
];

/** The text as it is sent; a variable that is not known stays, so that nobody overlooks it. */
export const filled = (text: string, facts: Facts): string =>
  VARIABLES.reduce((said, [variable, fact]) => said.replaceAll(variable, facts[fact] ?? variable), text);
