/** Of the button that copies, in every app that has one. */
export const copyWords = {
  'zh-CN': {
    go: '复制{name}',
    done: '已复制{name}',
    failed: '浏览器不让复制，请选中后自己复制',
  },
  en: {
    go: 'Copy {name}',
    done: 'Copied {name}',
    failed: 'The browser does not let us copy; please select and copy it yourself',
  },
} as const;
