import { vault } from '../../src/state/seal';
import { outcomeLedger } from '../../src/state/outcomes';
import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';

/** What customers do, turn by turn, and how it must be counted: `topic outcome`. */
const LABELLED: Readonly<Record<string, readonly [script: readonly string[], labels: readonly string[]]>> = {
  'only says hello': [['hola'], ['none unengaged']],
  'is shown a balance': [['saldo', '5555-0101', '{code 5555-0101}'], ['balances proved']],
  'leaves at the code': [['saldo', '5555-0101'], ['balances abandoned']],
  'changes their mind': [['saldo', 'cancelar'], ['balances abandoned']],
  'is not understood': [['xylofono zzz'], ['none abandoned']],
  'asks for a person': [['quiero hablar con una persona'], ['agent escalated']],
  'asks for a person in the middle': [['saldo', 'quiero hablar con una persona'], ['balances escalated']],
};

describe('a played conversation', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  afterAll(() => world.close());

  const turn = async (chat: Chat, text: string): Promise<void> => {
    const line = /^\{code (.*)\}$/.exec(text)?.[1];
    await chat.send(line === undefined ? text : await world.codeOf(line));
    await chat.hear(1);
  };
  /** All that is known after everything has been quiet for long enough. */
  const counted = async (conversation: string): Promise<string[]> => {
    const { STATE_SECRET = '', OTP_PEPPER = '' } = world.environment;
    const redis = await world.redis.connection();
    const keys = vault([Buffer.from(STATE_SECRET, 'base64url')]);
    const ledger = outcomeLedger({ redis, vault: keys, pepper: OTP_PEPPER, clock: Date.now });
    await ledger.close(Date.now() + 3_600_000);
    const found = [];
    for await (const { fact, sealed } of ledger.read())
      if (fact.kind === 'closed' && keys.open(sealed, ['outcomes']) === `web:${conversation}`) found.push(`${fact.topic} ${fact.outcome}`);
    return found;
  };

  it.each(Object.entries(LABELLED))('%s', async (_, [script, labels]) => {
    const chat = await openChat(world.url, world.codeOf);
    for (const text of script) await turn(chat, text);
    expect(await counted(chat.conversationId)).toEqual(labels);
  });
});
