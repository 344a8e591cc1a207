/** What this page calls, as a shop would write it. */
export const CALLS = `XiaoerDesk('identify', async () => (await fetch('/desk-identity')).text())
XiaoerDesk('forget')
XiaoerDesk('product', 'pot-zisha'); XiaoerDesk('open')
XiaoerDesk('order', 'XD20260001'); XiaoerDesk('open')
XiaoerDesk('language', 'en')`;
