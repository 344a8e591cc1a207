/** Put in by a constructed sheet: a shop's page may forbid style elements. */
export const STYLE = `
:host{all:initial}
.launcher{position:fixed;right:20px;bottom:20px;z-index:2147483000;display:flex;align-items:center;gap:8px;
min-height:48px;padding:0 20px;border:0;border-radius:24px;background:#c43e00;color:#fff;
font:600 15px/1 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;
box-shadow:0 8px 28px rgb(15 23 42/25%);cursor:pointer}
.launcher:focus-visible{outline:3px solid #2563eb;outline-offset:3px}
.launcher span:empty{display:none}
.launcher span{min-width:20px;padding:4px 6px;border-radius:10px;background:#fff;color:#c43e00;font-size:12px;text-align:center}
iframe{position:fixed;right:20px;bottom:84px;z-index:2147483001;width:380px;height:min(620px,calc(100dvh - 104px));
border:0;border-radius:16px;background:#fff;color-scheme:normal;box-shadow:0 8px 40px rgb(15 23 42/30%)}
iframe[hidden]{display:none}
@media (max-width:520px){iframe{inset:0;width:100%;height:100dvh;border-radius:0}:host([data-open]) .launcher{display:none}}
@media print{.launcher,iframe{display:none}}`;
