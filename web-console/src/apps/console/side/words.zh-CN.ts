/** The side panel's words, under `console.side`. */
export default {
  insert: '放进输入框',
};
