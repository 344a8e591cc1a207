/** What a number can be, and how many of its places stay readable at its beginning and at its end. */
export interface Kind {
  readonly what: 'PHONE' | 'ID_NUMBER' | 'CARD';
  readonly head: number;
  readonly tail: number;
}

const PHONE: Kind = { what: 'PHONE', head: 3, tail: 4 };
const IDENTITY: Kind = { what: 'ID_NUMBER', head: 3, tail: 2 };
const CARD: Kind = { what: 'CARD', head: 0, tail: 4 };

const OF_A_PHONE = /^(?:(?:00)?86)?1[3-9]\d{9}$/;
/** Place, date of birth, number of the day, check digit. */
const OF_A_PERSON = /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
/** As their issuers give them out: UnionPay and the older ones of the large banks, Visa, Mastercard and the others. */
const OF_A_CARD =
  /^(?:(?:62|81)\d{14,17}|(?:9558|4367|4563|6013)\d{15}|103\d{16}|4\d{15}|(?:5[1-5]|2[2-7]|35|65)\d{14}|6011\d{12}|3[47]\d{13}|3[068]\d{12})$/;

/** Tells what a number is, as the desk does: order numbers are none of it. */
export function kindOf(number: string): Kind | undefined {
  if (OF_A_PHONE.test(number)) {
    return PHONE;
  }
  if (OF_A_PERSON.test(number) && hasIdentityCheck(number)) {
    return IDENTITY;
  }
  return OF_A_CARD.test(number) && hasLuhnCheck(number) ? CARD : undefined;
}

/** ISO 7064, MOD 11-2, as GB 11643 uses it. */
function hasIdentityCheck(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number.charAt(i)), 0);
  return number.charAt(WEIGHTS.length).toUpperCase() === CHECKS.charAt(sum % CHECKS.length);
}

function hasLuhnCheck(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, i) => {
    const counted = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}
