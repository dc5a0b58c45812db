import type * as App from '../support/app';
import { azureChat as mockAzure } from '../support/azure-chat';
import { startBotWorld as mockBot, type BotWorld } from '../support/bot-framework';
import type { World } from '../support/app';
import { startMessengerWorld as mockMessenger, type MessengerWorld } from '../support/messenger';
import { messengerChat as mockPhone } from '../support/messenger-chat';

/** The world of the conversation tests, with another channel instead of the page. Their own first test begins where the last channel's ended. */
interface Channel {
  readonly start: () => Promise<Pick<World, 'codeOf' | 'sandbox' | 'redis'>>;
  readonly open: (options: object) => Promise<unknown>;
}
let mockChannel: Channel | undefined;
jest.mock('../support/app', () => ({
  ...jest.requireActual<typeof App>('../support/app'),
  startWorld: async (...given: Parameters<typeof App.startWorld>) =>
    given[1]?.credentials ? jest.requireActual<typeof App>('../support/app').startWorld(...given) : mockChannel?.start(),
}));
jest.mock('../support/chat', () => ({ openChat: async (_url: string, _codeOf: unknown, options: object = {}) => mockChannel?.open(options) }));

let phone: MessengerWorld | undefined;
const messenger: Channel = {
  start: async () => (phone = await mockMessenger()),
  open: async (options) => phone && mockPhone(phone, options),
};
let bot: BotWorld | undefined;
const azure = (channelId: 'webchat' | 'facebook'): Channel => ({
  start: async () => {
    const started = await mockBot();
    bot = started;
    return { ...started.world, close: () => started.close() };
  },
  open: async (options) => bot && mockAzure(bot, channelId, options),
});

/** The very same scripts that the page must pass; what only waits for a clock is played on one of them. */
describe.each<[string, readonly string[], Channel]>([
  ['Messenger', ['buy-pack', 'top-up', 'operations'], messenger],
  ['Azure’s Facebook channel', ['buy-pack', 'operations'], azure('facebook')],
  ['Azure’s web channel', ['buy-pack', 'operations'], azure('webchat')],
])('on %s', (_, names, channel) => {
  beforeAll(() => void (mockChannel = channel));
  describe.each(names)('%s', (name) => {
    jest.isolateModules(() => jest.requireActual(`../conversations/${name}.test`));
  });
});
