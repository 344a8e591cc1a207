/** Told to whoever builds the shop's page. */
export const complain = (why: unknown): void => {
  console.error(`Xiaoer Desk: ${why}`);
};
