/**
 * What a shop puts in its page: calls made before the loader is there wait for it, and the loader itself.
 *
 * @param desk the desk's origin
 */
export const snippet = (desk: string, shop: string): string =>
  `<script>window.XiaoerDesk ??= (...call) => (XiaoerDesk.q ??= []).push(call)</script>
<script async src="${desk}/widget/loader.js" data-shop="${shop}"></script>`;
