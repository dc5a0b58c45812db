import type * as App from '../support/app';
import { azureChat as mockAzure } from '../support/azure-chat';
import { startBotWorld as mockBot, type BotWorld } from '../support/bot-framework';
import type { World } from '../support/app';
import type * as Hosted from '../support/hosted-page';
import { startMessengerWorld as mockMessenger, type MessengerWorld } from '../support/messenger';
import { messengerChat as mockPhone } from '../support/messenger-chat';

/** The world of the conversation tests, with another channel instead of the page. Their own first test begins where the last channel's ended. */
interface Channel {
  readonly start: () => Promise<Pick<World, 'codeOf' | 'sandbox' | 'redis'>>;
  readonly open: (options: object) => Promise<unknown>;
  /** All that the bot said to anybody, links included. */
  readonly said: () => Promise<unknown>;
}
let mockChannel: Channel | undefined;
jest.mock('../support/app', () => ({
  ...jest.requireActual<typeof App>('../support/app'),
  startWorld: async (...given: Parameters<typeof App.startWorld>) =>
    given[1]?.credentials ? jest.requireActual<typeof App>('../support/app').startWorld(...given) : mockChannel?.start(),
}));
jest.mock('../support/hosted-page', () => ({
  ...jest.requireActual<typeof Hosted>('../support/hosted-page'),
  payLinkIn: async () =>
    JSON.stringify(await mockChannel?.said())
      .match(/http:\/\/127\.0\.0\.1:\d+\/pagar\/[\da-f]{24}/g)
      ?.at(-1) ?? 'no link',
}));
jest.mock('../support/chat', () => ({ openChat: async (_url: string, _codeOf: unknown, options: object = {}) => mockChannel?.open(options) }));

let phone: MessengerWorld | undefined;
const messenger: Channel = {
  start: async () => (phone = await mockMessenger()),
  open: async (options) => phone && mockPhone(phone, options),
  said: async () => phone?.threads(),
};
let bot: BotWorld | undefined;
const azure = (channelId: 'webchat' | 'facebook'): Channel => ({
  start: async () => {
    const started = await mockBot();
    bot = started;
    const { world } = started;
    return {
      ...world,
      get ahead() {
        return world.ahead;
      },
      set ahead(ms) {
        world.ahead = ms;
      },
      close: () => started.close(),
    };
  },
  open: async (options) => bot && mockAzure(bot, channelId, options),
  said: async () => bot?.connector.sendings,
});

/** A file of scripts, and those of it that are played: all, where nothing is said. */
type Scripts = readonly [file: string, which?: RegExp];
const COMMON: readonly Scripts[] = [
  ['buy-pack'],
  ['operations'],
  ['pay-invoice', /^a bill is paid on the page|^a part, and by a link/],
  ['ticket', /^while Zendesk is away/],
];

/** The tests of a file, or some of them: what has to do with no channel is not played on each. */
function tests([file, which]: Scripts): void {
  const all = globalThis.test;
  const some = ((name: string, ...rest: [() => Promise<void>]) => void (which?.test(name) && all(name, ...rest))) as typeof all;
  if (which) globalThis.test = Object.assign(some, all, { each: () => () => undefined });
  try {
    jest.isolateModules(() => jest.requireActual(`../conversations/${file}.test`));
  } finally {
    globalThis.test = all;
  }
}

/** The very same scripts that the page must pass; what only waits for a clock is played on one of them. */
describe.each<[string, readonly Scripts[], Channel]>([
  ['Messenger', [...COMMON, ['top-up', /^(?!on the page)/]], messenger],
  ['Azure’s Facebook channel', COMMON, azure('facebook')],
  ['Azure’s web channel', COMMON, azure('webchat')],
])('on %s', (_, scripts, channel) => {
  beforeAll(() => void (mockChannel = channel));
  describe.each(scripts.map((each) => [each[0], each] as const))('%s', (__, each) => tests(each));
});
