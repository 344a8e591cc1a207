import type { XiaoerDesk, XiaoerDeskCall } from '../../../pages-public/widget/loader';
import { complain } from './complain';
import { launch } from './launch';

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  embed(script);
}

/** Runs a shop's widget on this page, once; a second shop is refused, and says so. */
function embed({ src, dataset }: HTMLScriptElement): void {
  const { shop = '' } = dataset;
  const before = window.XiaoerDesk;
  const running = before?.shop;
  if (shop === '') {
    complain('data-shop is missing');
    return;
  }
  if (running !== undefined) {
    if (running !== shop) {
      complain(`"${shop}" is refused, this page has "${running}"`);
    }
    return;
  }
  const waiting: XiaoerDeskCall[] = before?.q ?? [];
  const become = (call: (...call: XiaoerDeskCall) => void): XiaoerDesk =>
    (window.XiaoerDesk = Object.assign(call, { shop }));
  // Taken at once, so that a second script on the page is told; shown when there is a page to show it on.
  become((...call) => void waiting.push(call));
  const begin = (): void => {
    const language = dataset.lang || document.documentElement.lang || navigator.language;
    const call = launch(shop, new URL(src).origin, language);
    become(call);
    waiting.splice(0).forEach((one) => {
      call(...one);
    });
  };
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', begin, { once: true });
  } else {
    begin();
  }
}
