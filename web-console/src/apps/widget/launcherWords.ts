/** What the button says without the shop's own words. */
export const LAUNCHER = { zh: '联系客服', en: 'Chat with us' } as const;
