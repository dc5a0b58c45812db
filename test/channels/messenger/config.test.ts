import { messengerEnvironment, messengerRules } from '../../../src/channels/messenger/config';

const all = {
  MESSENGER_APP_SECRET: 'x'.repeat(32),
  MESSENGER_APP_ID: '123',
  MESSENGER_VERIFY_TOKEN: 'y'.repeat(16),
  MESSENGER_PAGES: '123=EAAGtoken123,456=EAAGtoken456',
};

test('all of it or nothing', () => {
  expect(messengerRules({})).toEqual([]);
  expect(messengerRules(all)).toEqual([]);
  for (const name of Object.keys(all))
    expect(messengerRules({ ...all, [name]: undefined })).toEqual([expect.stringContaining(`${name}: is missing`)]);
  expect(messengerRules({ ...all, NODE_ENV: 'production', META_GRAPH_URL: 'http://graph.example' })).toEqual([
    'META_GRAPH_URL: production needs https',
  ]);
  const inbox = { ...all, MESSENGER_PEOPLE: 'page-inbox' };
  expect(messengerRules(inbox)).toEqual([expect.stringContaining('MESSENGER_PEOPLE: page-inbox needs ZENDESK_URL')]);
  expect(messengerRules({ ...inbox, ZENDESK_URL: 'https://alba.zendesk.com' })).toEqual([]);
});

test('pages are read with their tokens; anything else is named, without its value', () => {
  const { MESSENGER_PAGES: pages } = messengerEnvironment;
  expect(pages.parse(all.MESSENGER_PAGES)).toEqual({ '123': 'EAAGtoken123', '456': 'EAAGtoken456' });
  for (const wrong of ['123', 'abc=EAAGtoken123', '123=short', '123=EAAGtoken123;456=EAAGtoken456']) {
    const read = pages.safeParse(wrong);
    expect(read.success).toBe(false);
    expect(JSON.stringify(read.error?.issues)).not.toContain('EAAGtoken');
  }
});

test('neighbours: each page with the address of its bot, never our own page or address, and with https where it counts', () => {
  const { MESSENGER_NEIGHBOURS: neighbours } = messengerEnvironment;
  expect(neighbours.parse('789=https://sv.operator.example, 790=http://127.0.0.1:3978/bot/')).toEqual({
    '789': 'https://sv.operator.example',
    '790': 'http://127.0.0.1:3978/bot/',
  });
  for (const wrong of [
    '789',
    '789=sv.operator.example',
    '789=https://sv.operator.example:99999',
    '789=https://user:pass@sv.operator.example',
    '789=https://sv.example?x=1',
    'x=https://sv.example',
  ])
    expect(neighbours.safeParse(wrong).success).toBe(false);
  const rules = (more: Readonly<Record<string, string>>): readonly string[] => messengerRules({ ...all, ...more });
  expect(rules({ MESSENGER_NEIGHBOURS: '789=https://sv.operator.example' })).toEqual([]);
  expect(rules({ MESSENGER_NEIGHBOURS: '789=https://sv.operator.example,456=https://hn.operator.example' })).toEqual([
    'MESSENGER_NEIGHBOURS: names a page of MESSENGER_PAGES',
  ]);
  expect(rules({ MESSENGER_NEIGHBOURS: '789=http://sv.operator.example', NODE_ENV: 'production' })).toEqual([
    'MESSENGER_NEIGHBOURS: production needs https',
  ]);
  expect(rules({ MESSENGER_NEIGHBOURS: '789=https://gt.operator.example/', PUBLIC_URL: 'https://gt.operator.example' })).toEqual([
    'MESSENGER_NEIGHBOURS: names this bot, by its PUBLIC_URL',
  ]);
  expect(messengerRules({ MESSENGER_NEIGHBOURS: '789=https://sv.operator.example' })).toEqual([
    'MESSENGER_NEIGHBOURS: needs MESSENGER_APP_SECRET: neighbours share the app',
  ]);
});
