import { mailboxId } from '../../src/channels/webchat';
import { keyOf } from '../../src/state/keys';
import { vault } from '../../src/state/seal';
import type { RedisConnection } from '../../src/state/redis';
import { outcomeLedger, SEALED_ABOUT, WHY_ABOUT } from '../../src/state/outcomes';
import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';
import { until } from '../support/until';
import { LABELLED } from './conversations';

describe('a played conversation', () => {
  let world: World;
  let redis: RedisConnection;
  beforeAll(async () => void (world = await startWorld({ SURVEY_SHARE: '1', CARE_HOURS: 'mo-su 00:00-24:00; holidays 00:00-24:00' })));
  beforeAll(async () => void (redis = await world.redis.connection()));
  afterAll(() => world.close());

  /** Says one line of a script and waits for a reply; or waits for one that has these words. */
  const turn = async (chat: Chat, text: string): Promise<void> => {
    if (text.startsWith('…')) return sees(chat, text.slice(1));
    const line = /^\{code (.*)\}$/.exec(text)?.[1];
    await chat.send(line === undefined ? text : await world.codeOf(line));
    heard = JSON.stringify(await chat.hear(1));
    await everythingHadItsTurn(chat.conversationId); // else the next line could come before the answer to this one, whose first half was another's second
  };
  let heard = '';
  const everythingHadItsTurn = (conversation: string): Promise<true> =>
    until(async () => (await redis.client.llen(keyOf(mailboxId(conversation), 'mail'))) === 0, 'every message has had its turn');
  const sees = async (chat: Chat, words: string): Promise<void> => {
    const isThere = (): boolean => heard.replaceAll('\u00a0', ' ').includes(words);
    const hearsMore = async (): Promise<void> => void (heard += JSON.stringify(await chat.rest()));
    await until(
      async () => isThere() || (await hearsMore(), isThere()),
      () => `no "${words}" in ${heard}`,
    );
  };
  /** Articles come from the help center a moment after the start; a first reading that failed is tried again soon. */
  const helpIsThere = async (): Promise<void> => {
    const chat = await openChat(world.url, world.codeOf);
    let said = '';
    const asks = async (): Promise<boolean> => {
      await chat.send('menu');
      await chat.hear(1);
      await turn(chat, 'tengo una duda');
      await chat.send('cómo leo las partes de mi factura');
      return (said = JSON.stringify(await chat.hear(1))).includes('¿Te sirvió?');
    };
    await until(asks, () => `no articles yet: ${said}`);
  };
  /** All that is known after everything has been quiet for long enough. */
  const counted = async (conversation: string): Promise<readonly string[]> => {
    const { STATE_SECRET = '', OTP_PEPPER = '' } = world.environment;
    await everythingHadItsTurn(conversation);
    await fetch(`${world.url}/healthz`); // what a turn notes, it notes at its end: that is on its way to Redis when the bot does something else again
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

  beforeAll(helpIsThere);

  it('there are enough to believe it', () => expect(LABELLED.length).toBeGreaterThanOrEqual(40));

  it.each(LABELLED.map(({ name, said, ends }) => [name, said, ends] as const))('%s', async (_, said, ends) => {
    const chat = await openChat(world.url, world.codeOf);
    for (const text of said) await turn(chat, text);
    expect(await counted(chat.conversationId)).toEqual(ends);
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
