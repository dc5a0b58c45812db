import type { Entry } from '../../src/state/ledger';
import type { Customer } from './chaos/customer';
import { verdict, type Evidence } from './chaos/judge';

/** The judge of `npm run chaos` must be able to find somebody guilty. */

const entry = (state: 'done' | 'refused' | 'unknown', minor = 2_000): Entry => ({
  ...{ fence: 1, tries: 1, said: true, told: false },
  operation: {
    ...{ order: 'o1', reference: 'R-7K2M9', kind: 'top-up', line: '50255550101', amount: { minor, currency: 'GTQ' }, details: {}, state, at: 1 },
    teller: { conversation: 'web:1', skill: 'top-up', language: 'es', form: 'tu' },
    evidence: { words: 'Recargar Q20.00', shownAt: 1, agreedAt: 2, release: 'test' },
  },
});
const customer = (heard: readonly string[], yeses = 1): Customer => ({
  ...{
    line: '5555-0101',
    heard,
    run: async () => undefined,
    poll: async () => undefined,
    seekLink: async () => undefined,
    isAnswered: async () => true,
  },
  consents: new Map(
    Array.from({ length: yeses }, (_, at) => [`q${at}`, { line: '5555-0101', words: 'Recargar Q20.00', minor: 2_000, kind: 'top-up' }]),
  ),
});
const DONE = 'Listo. Q20.00 en tu línea 5555-0101. Comprobante R-7K2M9.';
const world = (orders: readonly Entry[], charges: Readonly<Record<string, number>>, more: Partial<Evidence> = {}): Evidence => ({
  ...{ orders, charges: new Map(Object.entries(charges)), balanced: true, drift: [], waiting: [], ...more },
});

test('innocent: agreed, charged once, told', () => {
  expect(verdict(world([entry('done')], { o1: 2_000 }), [customer([DONE])])).toEqual([]);
});

test.each([
  ['charged twice for one yes', world([entry('done')], { o1: 2_000, o2: 2_000 }), [customer([DONE])]],
  ['charged without a yes', world([entry('done')], { o1: 2_000 }), [customer([DONE], 0)]],
  ['another amount', world([entry('done')], { o1: 2_100 }), [customer([DONE])]],
  ['charged and silent', world([entry('done')], { o1: 2_000 }), [customer([])]],
  ['told and not charged', world([entry('done')], {}), [customer([DONE])]],
  ['refused and charged', world([entry('refused')], { o1: 2_000 }), [customer(['La recarga de Q20.00 no entró y no se cobró.'])]],
  ['told "listo" of a no', world([entry('refused')], {}), [customer([DONE, 'La recarga de Q20.00 no entró y no se cobró.'])]],
  ['never settled', world([entry('unknown')], { o1: 2_000 }), [customer([])]],
  ['charged and unknown to the ledger', world([], { o1: 2_000 }), [customer([DONE])]],
  ['books that do not balance', world([entry('done')], { o1: 2_000 }, { balanced: false }), [customer([DONE])]],
  ['an account whose sum is not its entries', world([entry('done')], { o1: 2_000 }, { drift: ['line:1:balance'] }), [customer([DONE])]],
  ['taken on a page, and neither used nor given back', world([entry('done')], { o1: 2_000 }, { waiting: ['gateway:GT'] }), [customer([DONE])]],
] as const)('guilty: %s', (_, evidence, people) => {
  expect(verdict(evidence, people)).not.toEqual([]);
});

test('an advance is charged with its fee', () => {
  const given = entry('done', 1_000);
  const lent = {
    ...given,
    operation: { ...given.operation, kind: 'advance', details: { offer: 'advance-1000', name: 'Adelanto', lent: 1_000, fee: 200 } },
  };
  const agreed = { line: '5555-0101', words: 'en tu próxima recarga se descuentan Q12.00', minor: 1_200, kind: 'advance' as const };
  const borrower = { ...customer([DONE]), consents: new Map([['q1', agreed]]) };
  expect(verdict(world([lent], { o1: 1_200 }), [borrower])).toEqual([]);
  expect(verdict(world([lent], { o1: 1_000 }), [borrower])).not.toEqual([]);
});

test('a PIN may still arrive for ten minutes: only then, and only while nothing was credited, nobody needs to know', () => {
  const pin = (at: number): Entry => ({ ...entry('unknown', 0), operation: { ...entry('unknown', 0).operation, kind: 'voucher', at } });
  expect(verdict(world([pin(Date.now())], {}), [customer([])])).toEqual([]);
  expect(verdict(world([pin(Date.now())], { o1: 2_000 }), [customer([])])).not.toEqual([]);
  expect(verdict(world([pin(1)], {}), [customer([])])).not.toEqual([]);
});

test('a ledger that was lost on purpose: only a second charge is guilt', () => {
  expect(verdict(world([], { o1: 2_000 }), [customer([])], true)).toEqual([]);
  expect(verdict(world([], { o1: 2_000, o2: 2_000 }), [customer([])], true)).not.toEqual([]);
});
