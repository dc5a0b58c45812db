import { vault } from '../../src/state/seal';
import { outcomeLedger, SEALED_ABOUT, WHY_ABOUT } from '../../src/state/outcomes';
import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';

/** What customers do, turn by turn, and how it must be counted: `topic outcome`. */
const LABELLED: Readonly<Record<string, readonly [script: readonly string[], labels: readonly string[]]>> = {
  'only says hello': [['hola'], ['none unengaged']],
  'is shown a balance': [['saldo', '5555-0101', '{code 5555-0101}'], ['balances proved']],
  'leaves at the code': [['saldo', '5555-0101'], ['balances abandoned']],
  'changes their mind': [['saldo', 'cancelar'], ['balances abandoned']],
  'is not understood': [['xylofono zzz'], ['none abandoned']],
  'asks for a person, and leaves before saying why': [['quiero hablar con una persona'], ['agent abandoned']],
  'asks for a person': [['quiero hablar con una persona', 'se me pierde el saldo todas las noches'], ['agent escalated']],
  'asks for a person in the middle': [['saldo', 'quiero hablar con una persona', 'nunca me llega el código a mi teléfono'], ['balances escalated']],
  'reads an article and goes': [['tengo una duda', 'cómo leo las partes de mi factura'], ['faq assumed']],
  'was helped by an article': [['tengo una duda', 'cómo leo las partes de mi factura', 'sí'], ['faq confirmed']],
  'was not, and opens a case': [
    ['tengo una duda', 'cómo leo las partes de mi factura', 'no', 'sí', 'mi factura subió sin razón este mes', 'no', 'no'],
    ['faq ticket'],
  ],
  'was helped, and then wants something else': [
    ['tengo una duda', 'cómo leo las partes de mi factura', 'sí', 'saldo', '5555-0102', '{code 5555-0102}'],
    ['faq confirmed', 'balances proved'],
  ],
};

describe('a played conversation', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld({ SURVEY_SHARE: '1' })));
  afterAll(() => world.close());

  const turn = async (chat: Chat, text: string): Promise<void> => {
    const line = /^\{code (.*)\}$/.exec(text)?.[1];
    await chat.send(line === undefined ? text : await world.codeOf(line));
    await chat.hear(1);
  };
  /** Articles come from the help center a moment after the start. */
  const helpIsThere = async (): Promise<void> => {
    const chat = await openChat(world.url, world.codeOf);
    for (let said = '', end = Date.now() + 50_000; !said.includes('¿Te sirvió?');) {
      if (Date.now() > end) throw new Error(`no articles yet: ${said}`);
      await chat.send('menu');
      await chat.hear(1);
      await turn(chat, 'tengo una duda');
      await chat.send('cómo leo las partes de mi factura');
      said = JSON.stringify(await chat.hear(1));
    }
  };
  /** All that is known after everything has been quiet for long enough. */
  const counted = async (conversation: string): Promise<readonly string[]> => {
    const { STATE_SECRET = '', OTP_PEPPER = '' } = world.environment;
    const redis = await world.redis.connection();
    const keys = vault([Buffer.from(STATE_SECRET, 'base64url')]);
    const ledger = outcomeLedger({ redis, vault: keys, pepper: OTP_PEPPER, clock: Date.now });
    await ledger.close(Date.now() + 3_600_000);
    const found = [];
    for await (const { fact, sealed } of ledger.read()) {
      if (keys.open(sealed, SEALED_ABOUT) !== `web:${conversation}`) continue;
      if (fact.kind === 'closed') found.push(`${fact.topic} ${fact.outcome}`);
      else if (fact.kind === 'survey') found.push(`${fact.topic} ${fact.score ?? 'asked'}`);
      else if (fact.kind === 'reason') found.push(`${fact.topic} ${keys.open(fact.why, WHY_ABOUT)}`);
    }
    return found;
  };

  beforeAll(helpIsThere, 60_000);

  it.each(Object.entries(LABELLED))('%s', async (_, [script, labels]) => {
    const chat = await openChat(world.url, world.codeOf);
    for (const text of script) await turn(chat, text);
    expect(await counted(chat.conversationId)).toEqual(labels);
  });

  it('asks who says thanks for a score and why, and counts both apart from the matter', async () => {
    const chat = await openChat(world.url, world.codeOf);
    for (const text of ['saldo', '5555-0103', '{code 5555-0103}', 'gracias', '9', 'muy rápido, escriban a a@b.gt']) await turn(chat, text);
    expect(await counted(chat.conversationId)).toEqual([
      'balances proved',
      'balances asked',
      'balances 9',
      'balances muy rápido, escriban a [correo]',
    ]);
  });
});
