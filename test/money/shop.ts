import { countryOf } from '../../src/domain/countries';
import { fromDecimal, type Money } from '../../src/domain/money';
import type { Message } from '../../src/domain/message';
import type { Order } from '../../src/domain/spending';
import { mobileLogin } from '../../src/dialogs/login/mobile';
import { buyPack } from '../../src/dialogs/skills/buy-pack';
import { topUp } from '../../src/dialogs/skills/top-up';
import type { Pack } from '../../src/integrations/catalogue/port';
import type { Means } from '../../src/integrations/payments/port';
import { testLedger, type TestLedger } from '../support/ledger';
import { guatemalanPacks } from '../support/packs';
import { signedIn } from '../support/signed-in';
import { talk, type Talk } from '../support/talk';

export const LINE = '50255550101';
const gtq = (amount: string): Money => fromDecimal(amount, 'GTQ');

/** The real engine with the skills that sell, before an operator in memory whose prices can change. */
export interface Shop {
  readonly chat: Talk;
  readonly ledger: TestLedger;
  packs: Pack[];
}

/** @param beside a first chat of the same customer: this one is on another channel, with an operator's prices of its own */
export function openShop(beside?: Shop): Shop {
  const ledger = beside?.ledger ?? testLedger();
  const world = { packs: beside?.packs ?? guatemalanPacks() };
  const means: Means[] = [
    { id: 'balance-1', kind: 'balance', name: 'Saldo', available: gtq('300') },
    { id: 'card-1', kind: 'card', name: 'Visa ••4242' },
  ];
  const prepaid = { msisdn: LINE, status: 'active' as const, plan: { name: 'Prepago', kind: 'prepaid' as const, includes: [] } };
  const lines = {
    find: async (msisdn: string) => (msisdn === LINE || msisdn === '50255550102' ? { ...prepaid, msisdn } : undefined),
    read: async () => ({ value: prepaid, at: 0, stale: false }),
  };
  const never = async (): Promise<never> => Promise.reject(new Error('not asked'));
  const rules = { amounts: [gtq('5'), gtq('10'), gtq('20')], min: gtq('5'), max: gtq('500'), step: gtq('1'), validity: [], promotions: [] };
  const ports = {
    catalogue: { topUps: async () => rules, packs: async () => shop.packs, subscriptions: never },
    means: { of: async () => means },
    lending: {
      profile: async () => ({ limit: gtq('20'), available: gtq('20'), debts: [], recovery: { rule: 'all' as const } }),
      offers: async () => [],
      recovery: async () => undefined,
    },
    simSwap: { changedAt: async () => undefined },
    lines,
  };
  const codes = { begin: async () => ({ status: 'held' as const, until: shop.chat.now + 60_000 }), deliver: never, check: never };
  const chat = talk([topUp(ports), buyPack(ports), mobileLogin({ codes, lines })], {
    country: countryOf('GT'),
    ledger,
    ...(beside ? { number: 50_000, conversation: 'messenger:1' } : { number: 1_000, conversation: 'web:1' }),
  });
  chat.state = signedIn(LINE, chat.now);
  const shop: Shop = Object.assign(world, { chat, ledger });
  return shop;
}

/** A consent as the customer read it. */
export interface Shown {
  readonly question: string;
  readonly words: string;
  readonly minor: number;
  readonly kind: 'top-up' | 'pack';
}

/** The consent in a message, by its words alone: what somebody who reads it would say they agreed to. */
export function consentIn(message: Message): Shown | undefined {
  const words = message.text.replaceAll('\u00a0', ' ');
  const topped = /Recargar Q([\d,]+\.\d\d) a tu línea 5555-0101 con tu/.exec(words)?.[1];
  const bought = /Q([\d,]+\.\d\d) (?:de tu saldo|con tu)/.exec(words)?.[1];
  const amount = topped ?? bought;
  if (amount === undefined || message.question === undefined || !message.choices?.some(({ id }) => id === 'yes')) return undefined;
  const minor = Math.round(Number(amount.replaceAll(',', '')) * 100);
  return { question: message.question, words: message.text, minor, kind: topped === undefined ? 'pack' : 'top-up' };
}

/** Whether an order is exactly what this consent said: its words, its amount, this line and nobody else's. */
export function isExactly({ kind, amount, line, details, evidence }: Order, shown: Shown): boolean {
  const { to } = details as { to?: string };
  return (
    kind === shown.kind &&
    amount.minor === shown.minor &&
    amount.currency === 'GTQ' &&
    line === LINE &&
    to === LINE &&
    evidence.words.startsWith(shown.words)
  );
}
