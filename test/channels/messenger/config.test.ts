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
