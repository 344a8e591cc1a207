export default {
  tagline: 'A good tea begins with a good cup',
  nav: 'In the shop',
  shop: 'Demo shop',
  where: 'The shop',
  products: 'In the shop',
  orders: 'My orders',
  as: 'Log in as',
  guest: 'A guest',
  leave: 'Log out',
  ask: 'Ask us',
  askAbout: 'Ask us about {name}',
  askProduct: 'Ask us about this',
  askOrder: 'Ask us about this order',
  askOrderOf: 'Ask us about this order: {number}',
  back: 'Back to the shop',
  more: 'You may also like',
  gone: 'There is no such thing in the shop',
  goneText: 'It may not be sold any more.',
  guestOrders: 'Log in, and your orders are here.',
  signInAs: 'Log in as {name}',
  noOrders: 'No orders yet.',
  order: 'Order {number}',
  pieces: '{price} × {count}',
  total: 'Total',
  state: { PAID: 'Paid', PACKED: 'Packed', SHIPPED: 'Shipped', RECEIVED: 'Received' },
  promise: {
    ship: 'Paid before 16:30, sent the same day',
    back: 'Seven days to change your mind',
    broken: 'Broken on the way? We send another',
  },
  refused: 'The customer could not be changed; please try later',
  note: 'This is the demo shop of Xiaoer Desk: the chat in the corner is one script tag.',
  asking: 'Opening…',
  away: 'The server does not answer; it is asked again…',
  off: 'The demo is off.',
  offText: 'Start the server with the demo profile, and this is a small shop.',
  home: 'To the first page',
  embed: {
    title: 'How this page embeds the chat',
    text: 'These two lines. The first lets calls wait until the script is there, the second loads the widget.',
    code: 'the lines to embed',
    then: 'What is called to log in, to log out, and to ask about something:',
    calls: 'the calls',
  },
  goods: {
    'gaiwan-white': {
      name: 'White gaiwan from Dehua',
      detail: '150 ml, thin-walled, stays cool at the rim',
      story:
        "Dehua's white is as warm as ivory. The wall lets the light through, and the flared rim stays cool while you pour. The bowl to begin with: it takes no taste from one tea to the next.",
    },
    'pot-zisha': {
      name: 'Yixing teapot "Xi Shi"',
      detail: 'Unblended clay, 220 ml',
      story:
        'Made by hand: a round body, a short spout, a clean cut when you stop pouring. The clay breathes, and within half a year of tea its reddish brown grows soft and deep. Right for two or three.',
    },
    'cups-ru': {
      name: 'Six tasting cups, Ru glaze',
      detail: 'Sky blue, crackled',
      story:
        'A glaze like the sky after rain, with a fine crackle. Tea finds its way into the lines, and the longer you use them, the finer they look. Six in a box, no two alike.',
    },
    'pitcher-glass': {
      name: 'Glass pitcher',
      detail: '350 ml, with marks',
      story:
        'Borosilicate glass that takes boiling water. The lip is pressed to a point and does not drip; marks show how much there is for everybody.',
    },
    'tray-bamboo': {
      name: 'Bamboo tea tray',
      detail: 'Pressed bamboo, 45 × 28 cm',
      story:
        'Pressed from whole bamboo, it neither splits nor moulds. The drawer below holds 800 ml and slides out to be emptied: one tea from beginning to end without getting up.',
    },
    'kettle-iron': {
      name: 'Cast-iron kettle',
      detail: '1.2 litres, for flame and ceramic stove',
      story:
        'Cast in sand and left bare inside, so that water boiled in it is soft. The handle is wrapped in cane and can be held at the boil. Dry it after use, and your children will have it.',
    },
    'caddy-tin': {
      name: 'Pewter tea caddy',
      detail: '250 g, double lid',
      story:
        'Ninety-seven per cent tin: it keeps out air, light and smells. The inner lid sinks by its own weight; when you hear it sigh, it is closed.',
    },
    'travel-set': {
      name: 'Travel set',
      detail: 'A pot, four cups and a case',
      story:
        'A pot and four cups nest to the size of a fist, in a hard case that may be thrown into any bag. On a train, on a summit: all you need is hot water.',
    },
  },
};
