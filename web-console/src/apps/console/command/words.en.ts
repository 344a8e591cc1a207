export default {
  box: 'Find conversations and commands',
  sheet: 'Keyboard shortcuts',
  done: 'Done',
  does: {
    command: 'Find and command',
    next: 'Next conversation',
    previous: 'Previous conversation',
    mine: 'My conversations',
    waiting: 'Waiting conversations',
    team: 'Colleagues’ conversations',
    compose: 'Go to the composer',
    note: 'Write an internal note',
    panel: 'Show or hide the side panel',
    recall: 'Recall the last message',
    close: 'Close the conversation',
    sheet: 'This list',
  },
};
