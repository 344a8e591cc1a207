/** The words of sounds and notifications, under `console.alerts`. */
export default {
  title: '提醒',
};
