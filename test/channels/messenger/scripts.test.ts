import type * as App from '../../support/app';
import { startMessengerWorld as mockStart, type MessengerWorld } from '../../support/messenger';
import { messengerChat as mockChat } from '../../support/messenger-chat';

/** The world of the conversation tests, with Messenger instead of the page. */
let mockWorld: MessengerWorld | undefined;
jest.mock('../../support/app', () => ({
  ...jest.requireActual<typeof App>('../../support/app'),
  startWorld: async () => (mockWorld = await mockStart()),
}));
jest.mock('../../support/chat', () => ({
  openChat: async (_url: string, _codeOf: unknown, options: object) => {
    if (!mockWorld) throw new Error('no world');
    return mockChat(mockWorld, options);
  },
}));

/** The very same scripts that the page must pass. */
describe.each(['buy-pack', 'top-up', 'operations'])('%s, on Messenger', (name) => {
  jest.requireActual(`../../conversations/${name}.test`);
});
