import fc from 'fast-check';
import { changeOf, kindIn, type BillLine, type BillLines, type Cause } from '../../src/domain/bills';
import { CURRENCIES, money, type Currency } from '../../src/domain/money';

const bill = (currency: Currency, lines: readonly (readonly [string, number])[]): BillLines => {
  const made = lines.map(([name, minor], index): BillLine => ({ id: String(index), name, kind: kindIn(name), amount: money(minor, currency) }));
  return {
    total: money(
      made.reduce((sum, { amount }) => sum + amount.minor, 0),
      currency,
    ),
    lines: made,
  };
};
const told = (causes: readonly Cause[] = []): string[] => causes.map(({ kind, amount }) => `${kind} ${amount.minor}`);
const sum = (causes: readonly Cause[]): number => causes.reduce((all, { amount }) => all + amount.minor, 0);

const NAMES = [
  ...['Plan 20 GB', 'Plan 40 GB', 'Internet 60 Mbps: US$29.90 × L 26.2000', 'Internet 60 Mbps: US$29.90 × L 26.5500', 'IVA 13 %', 'Seguro de equipo'],
  ...[
    'Descuento promocional (5 de 6)',
    'Descuento promocional (6 de 6)',
    'Roaming',
    'Cargo por pago tardío',
    'Cuota de equipo 3 de 12',
    'Compensación',
  ],
  ...['', '¿?', 'Aumento: 12 de 30 días × Q60.00'],
];
const line = (currency: Currency) =>
  fc
    .record({
      name: fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 12 })),
      minor: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      item: fc.option(fc.constantFrom('a', 'b')),
    })
    .map(({ name, minor, item }): BillLine => ({ id: '', name, kind: kindIn(name), amount: money(minor, currency), ...(item !== null && { item }) }));
const twoBills = fc.constantFrom(...CURRENCIES).chain((currency) => {
  const one = fc.record({ lines: fc.array(line(currency), { maxLength: 12 }), off: fc.oneof(fc.constant(0), fc.integer({ min: -500, max: 500 })) });
  return fc.tuple(one, one).map((both) =>
    both.map(({ lines, off }) => ({
      lines,
      off,
      total: money(
        lines.reduce((all, { amount }) => all + amount.minor, off),
        currency,
      ),
    })),
  );
});

test('whatever two bills say, the causes add up to the difference, and none is nothing', () => {
  fc.assert(
    fc.property(twoBills, ([before, after]) => {
      if (!before || !after) throw new Error('two bills');
      const change = changeOf(before, after);
      expect(change?.difference.minor).toBe(after.total.minor - before.total.minor);
      expect(sum(change?.causes ?? [])).toBe(change?.difference.minor);
      expect(change?.causes.every(({ amount }) => amount.minor !== 0)).toBe(true);
      // What the lines say is never told as "other": only what the totals hold beyond them.
      const rest = change?.causes.find(({ kind }) => kind === 'rest')?.amount.minor ?? 0;
      expect(rest).toBe(after.off - before.off);
      const sizes = (change?.causes ?? []).map(({ amount }) => Math.abs(amount.minor));
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    }),
    { numRuns: 500 },
  );
});

test('the same bill twice, in any order of its lines, has no cause', () => {
  fc.assert(
    fc.property(fc.array(line('GTQ'), { maxLength: 10 }), (lines) => {
      const total = money(0, 'GTQ');
      expect(changeOf({ total, lines }, { total, lines: lines.toReversed() })?.causes).toEqual([]);
    }),
  );
});

test('each cause has its name: rate, plan, promotion, days, tax, purchase, instalment, late fee', () => {
  const honduras = changeOf(
    bill('HNL', [['Internet 60 Mbps: US$29.90 × L 26.2000', 78_338], ['ISV 15 % del servicio', 11_751]]),
    bill('HNL', [['Internet 60 Mbps: US$29.90 × L 26.5500', 79_385], ['ISV 15 % del servicio', 11_908], ['Traslado a otra dirección', 25_000], ['ISV 15 % del traslado', 3_750]]),
  ); // prettier-ignore
  expect(told(honduras?.causes)).toEqual(['purchase 25000', 'tax 3750', 'exchange 1047', 'tax 157']);
  const colombia = changeOf(
    bill('COP', [['Plan 20 GB (mes anticipado)', 4_990_000]]),
    bill('COP', [['Plan 40 GB (mes anticipado)', 6_490_000], ['Diferencia por cambio de plan: 10 de 30 días × $15.000', 500_000], ['Música mensual', 1_690_000]]),
  ); // prettier-ignore
  expect(told(colombia?.causes)).toEqual(['new 1690000', 'plan 1500000', 'pro-rata 500000']);
  const others = changeOf(
    bill('GTQ', [['Internet 100 Mbps + TV', 37_900], ['Descuento promocional (6 de 6)', -8_000], ['Seguro de equipo', 2_500]]),
    bill('GTQ', [['Internet 100 Mbps + TV', 39_900], ['Cuota de equipo 1 de 12', 9_000], ['Cargo por pago tardío', 1_500], ['Compensación: 31 h', -400]]),
  ); // prettier-ignore
  expect(told(others?.causes)).toEqual(['instalment 9000', 'promotion-ended 8000', 'ended -2500', 'price 2000', 'late-fee 1500', 'credit -400']);
});

test('bills in two currencies are not compared, and what lines do not say is told as the rest', () => {
  expect(changeOf(bill('USD', [['Plan', 100]]), bill('HNL', [['Plan', 100]]))).toBeUndefined();
  const [before, after] = [bill('PYG', [['Plan Familia', 289_000]]), bill('PYG', [['Plan Familia', 289_000]])];
  expect(told(changeOf(before, { ...after, total: money(289_007, 'PYG') })?.causes)).toEqual(['rest 7']);
});
