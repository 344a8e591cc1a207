/** The words of the command box and the shortcut sheet, under `console.command`. */
export default {
  box: '查找会话和命令',
  sheet: '快捷键',
  done: '知道了',
  does: {
    command: '查找和命令',
    next: '下一个会话',
    previous: '上一个会话',
    mine: '我的会话',
    waiting: '排队中的会话',
    team: '同事的会话',
    compose: '到输入框',
    note: '写内部备注',
    panel: '展开或收起侧栏',
    recall: '撤回刚才的消息',
    close: '结束会话',
    sheet: '快捷键一览',
  },
};
