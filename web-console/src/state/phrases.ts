/** What stands for the variables of a phrase; null where it is not known. */
export interface Facts {
  readonly buyer: string | null;
  readonly agent: string | null;
  readonly order: string | null;
}

const VARIABLES: ReadonlyMap<string, keyof Facts> = new Map([
  ['{买家昵称}', 'buyer'],
  ['{客服昵称}', 'agent'],
  ['{订单号}', 'order'],
]);

/**
 * The text as it is sent; a variable that is not known stays, so that nobody overlooks it. What stands for one is taken
 * as it is, even where a buyer is called like a variable.
 */
export const filled = (text: string, facts: Facts): string =>
  text.replace(/\{[^{}]+\}/g, (variable) => {
    const fact = VARIABLES.get(variable);
    return (fact === undefined ? null : facts[fact]) ?? variable;
  });
