/** Why the staff was refused something; what buyers hear of too is in the words of all pages. */
export default {
  CREDENTIALS_WRONG: '账号或密码不对',
  PASSWORD_WEAK: '密码太短、太长或太常见',
  NAME_TAKEN: '这个账号名已被使用',
  FORBIDDEN_PHRASE: '含有禁用语，没有发出',
  NOT_NOW: '现在的状态下不能这样做',
  STILL_SERVING: '还有会话没有结束',
  REASON_MISSING: '请写明原因',
  AWAY_REPLY_MISSING: '请先写好离开时的回复',
  NEEDS_CONSENT: '超过允许的时间，要先由主管同意',
  BELOW_FLOOR: '在线的人已经到下限，现在不能离开',
  CAP_FULL: '您的接待数已满',
  NOT_WAITING: '这位顾客已经不在排队',
  TRANSFER_PENDING: '这个会话正等着别人答复转接',
  NOT_AVAILABLE: '对方不在线或已接满，请换一位',
  NEEDS_SUPERVISOR: '这个会话转接次数已满，只能转给主管',
};
