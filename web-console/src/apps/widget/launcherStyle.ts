/**
 * Put in by a constructed sheet: a shop's page may forbid style elements and attributes. What the page says of all its
 * elements ends at the host: an important rule of the shadow tree wins over an important one of the page.
 */
export const STYLE = `:host{all:initial!important;display:block!important}\
button,iframe{position:fixed;right:20px;bottom:20px;z-index:999999999;border:0;box-shadow:0 8px 28px #0004}\
button{display:flex;align-items:center;gap:8px;height:48px;padding:0 20px;border-radius:24px;\
background:var(--ground);color:var(--ink);font:600 15px/2 system-ui;white-space:nowrap;cursor:pointer}\
i{width:18px;height:16px;border-radius:6px 6px 6px 0;background:currentColor}\
span{position:absolute;top:-6px;right:-6px;min-width:10px;padding:0 6px;border-radius:12px;background:#c01f2e;color:#fff;font-size:12px}\
span:empty,iframe[hidden]{display:none}\
iframe{bottom:84px;width:380px;height:min(620px,100dvh - 104px);border-radius:16px;background:Canvas;color-scheme:light dark}\
:host([data-side=LEFT])>*{right:auto;left:20px}\
@media (max-width:520px){iframe,:host([data-side=LEFT])>iframe{inset:0;box-sizing:border-box;width:100%;height:100dvh;\
padding:env(safe-area-inset-top) 0 env(safe-area-inset-bottom);border-radius:0}}`;
