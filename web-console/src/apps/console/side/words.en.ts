export default {
  insert: 'Put into the composer',
};
