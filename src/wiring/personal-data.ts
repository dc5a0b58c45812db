import { countryOf } from '../domain/countries';
import type { CountryCode } from '../domain/countries/codes';
import { readMsisdn } from '../domain/msisdn';
import { caseBook } from '../state/cases';
import { together, type Identity, type PersonalData, type PersonalDatum } from '../state/erase';
import { conversationData } from '../state/erase-conversations';
import { codeData, knownData } from '../state/erase-lines';
import { caseData, orderData } from '../state/erase-money';
import { outcomeData } from '../state/outcomes-personal';
import { people } from '../state/erase-people';
import { lastKnown } from '../state/last-known';
import { ledger } from '../state/ledger';
import { mandateData, mandates } from '../state/mandates';
import type { RedisConnection } from '../state/redis';
import type { Store } from '../state/redis-mailbox';

/** What is kept about people: to give it to them, and to forget it. */
export interface People {
  /**
   * @param text a number as people write it, in the operator's country or with a plus sign; or a conversation's id: `web:…`, or a contract: `home:10002040`
   * @returns undefined when it is neither
   */
  identityOf(text: string): Promise<Identity | undefined>;
  find(who: Identity): Promise<readonly PersonalDatum[]>;
  /** How many things of each kind went. Safe to repeat, and while the bot runs. */
  erase(who: Identity): Promise<Readonly<Record<string, number>>>;
}

/** A turn that was under way may have kept something after it was erased: it is erased again. */
const ROUNDS = 2;

/** @param ledgerRedis where the ledger is, when not where everything is */
export function personalData({
  store,
  pepper,
  country,
  ledgerRedis = store.redis,
}: {
  readonly store: Store;
  readonly pepper: string;
  readonly country: CountryCode;
  readonly ledgerRedis?: RedisConnection;
}): People {
  const { redis, vault } = store;
  const index = people({ redis, pepper });
  /** Every store that keeps something about people. Add yours here. The index is last: it finds the others. */
  const stores: readonly PersonalData[] = [
    conversationData(store),
    knownData({ redis, pepper, known: lastKnown({ redis, vault, pepper }) }),
    codeData({ redis, pepper }),
    orderData({ redis: ledgerRedis, ledger: ledger({ ...store, redis: ledgerRedis, pepper }) }),
    mandateData(mandates({ ...store, pepper })),
    caseData(caseBook({ ...store, pepper, clock: Date.now })),
    outcomeData({ redis, pepper }),
    index,
  ];
  return {
    async identityOf(text) {
      if (text.startsWith('home:')) return index.of(text);
      if (/^[a-z]+:\S+$/.test(text)) return { lines: [], conversations: [text] };
      const read = readMsisdn(text, countryOf(country));
      return read.kind === 'mobile' || read.kind === 'foreign' ? index.of(read.msisdn) : undefined;
    },
    find: async (who) => (await Promise.all(stores.map((each) => each.find(who)))).flat(),
    async erase(who) {
      const gone = [];
      for (let round = 0; round < ROUNDS; round++) for (const each of stores) gone.push(await each.erase(who));
      return together(gone);
    },
  };
}
