export default {
  title: 'Alerts',
};
