import { moreTime, reconnect } from '../../src/dialogs/skills/reconnect';
import { readServiceHours } from '../../src/domain/cases/hours';
import { countryOf } from '../../src/domain/countries';
import type { NewCase } from '../../src/integrations/cases/port';
import type { Receipt } from '../../src/integrations/receipts/port';
import type { MoreTime, Reconnected } from '../../src/integrations/reconnection/port';
import type { Operation } from '../../src/domain/spending';
import { testLedger } from '../support/ledger';
import { talk } from '../support/talk';
import { everySkill } from './every-text';

const AT = Date.parse('2026-11-20T15:00:00Z');
const PYG = (minor: number) => ({ minor, currency: 'PYG' as const });
const receipt = (state: Receipt['state'], minor: number, id = 'P-1'): Receipt => ({
  id,
  reference: `BI-${id}`,
  amount: PYG(minor),
  at: AT,
  place: 'banco',
  what: 'invoice',
  state,
});

interface Standing {
  cut?: boolean;
  why?: string;
  owed?: readonly number[];
  receipts?: readonly Receipt[];
  asked?: Reconnected;
  given?: MoreTime;
  /** Operations of the line. */
  begun?: readonly Operation[];
}

function chatOf({
  cut = true,
  why,
  owed = [],
  receipts = [],
  asked = { status: 'active' },
  given = { status: 'refused', reason: 'other' },
  begun = [],
}: Standing) {
  const hours = readServiceHours('mo-su 07:00-22:00');
  if (!hours) throw new Error('hours');
  const did = { keys: new Array<string>(), cases: new Array<NewCase>() };
  const ports = {
    accounts: { ofLine: async () => '8810234', phoneOnFile: async () => undefined },
    bills: {
      list: async () =>
        owed.map((minor, index) => ({
          ...{ id: `b${index}`, number: `b${index}`, account: '8810234', issued: AT, due: AT, state: 'new' as const },
          ...{ total: PYG(minor), remaining: PYG(minor) },
        })),
    },
    receipts: { ofAccount: async () => receipts },
    reconnection: {
      standing: async () => ({ cut, ...(why !== undefined && { why }) }),
      ask: async (key: string) => (did.keys.push(key), asked),
      moreTime: async (key: string) => (did.keys.push(key), given),
    },
    cases: { open: async (_key: string, what: NewCase) => (did.cases.push(what), { reference: 'C-4TT8M' }) },
    hours,
  };
  return {
    chat: talk([reconnect(ports), moreTime(ports)], {
      country: countryOf('PY'),
      mobile: '595981000101',
      ledger: { ...testLedger(), operations: async () => begun },
    }),
    did,
  };
}
const told = async (standing: Standing, say = 'reconectar') => {
  const { chat, did } = chatOf(standing);
  const heard = await chat.say(say);
  return {
    texts: heard.map(({ text }) => text.replaceAll('\u00a0', ' ')),
    labels: heard.at(-1)?.choices?.map(({ label }) => label) ?? [],
    did,
    chat,
  };
};

test('all is paid and it is still cut off: the reconnection is asked for, and granted', async () => {
  const { texts, did } = await told({ receipts: [receipt('applied', 337_280)] });
  expect(texts).toEqual([
    'Lo revisé: no debés nada, línea 0981 000 101. No tenés que pagar otra vez.',
    'Solicité la reconexión y quedó activa. A veces tarda unos minutos: apagar y encender el equipo ayuda.',
  ]);
  expect([did.keys.length, did.cases.length]).toEqual([1, 0]);
});

test.each([
  ['sent', '8810234', true],
  ['unknown', '8810234', true],
  ['refused', '8810234', false],
  ['unknown', '999', false],
] as const)('a payment begun here that is %s, of account %s: whoever made it is told to wait, not to pay: %s', async (state, account, waits) => {
  const means = { id: 'page', kind: 'page' as const, name: 'Tarjeta' };
  const details = { bill: 'b0', account, what: 'Factura de noviembre', whole: true, means };
  const evidence = { words: '', shownAt: AT, agreedAt: AT, release: '1' };
  const teller = { conversation: 'test:1', skill: 'pay-invoice', language: 'es', form: 'vos' } as const;
  const begun: Operation = {
    ...{ order: 'o', reference: 'P-94F2L', kind: 'invoice', line: '595981000101', amount: PYG(337_280) },
    ...{ details, state, at: AT, teller, evidence },
  };
  const { texts, labels } = await told({ cut: false, owed: [337_280], begun: [begun] }, 'ya pague y no me reconectan');
  if (!waits) return expect(texts[0]).toContain('por pagar');
  expect(texts).toEqual([
    'El pago de Gs. 337.280 que empezó aquí todavía no está confirmado. Si ya lo hizo, no pague otra vez: le aviso en cuanto se confirme. Referencia P-94F2L.',
  ]);
  expect(labels).toEqual(['No lo hice todavía', 'Hablar con alguien']);
});

test('accepted and not there yet is told as that; nothing is promised', async () => {
  expect((await told({ asked: { status: 'asked' } })).texts[1]).toContain('Todavía no la veo activa');
});

test('two payments that wait are one sum, and one case with the finding', async () => {
  const { texts, did } = await told({
    ...{ owed: [337_280], asked: { status: 'refused', reason: 'not-applied' } },
    receipts: [receipt('received', 300_000, 'P-2'), receipt('received', 37_280), receipt('reversed', 5)],
  });
  expect(texts[0]).toBe(
    'Lo revisé: nos llegaron Gs. 337.280 (banco) hoy a las 12:00 p. m., y todavía no los aplicamos a tu cuenta. No tenés que pagar otra vez.',
  );
  expect(texts[1]).toContain('caso C-4TT8M');
  expect(did.cases[0]).toMatchObject({ priority: 'high', money: { amount: 337_280, currency: 'PYG', reference: 'BI-P-2' } });
  expect(did.cases[0]?.facts['pago']).toContain('(2 pagos)');
});

test('less was paid than is owed: what waits is not paid again, and what is missing is said', async () => {
  const { texts } = await told({
    ...{ owed: [289_000, 48_280], asked: { status: 'refused', reason: 'debt' } },
    receipts: [receipt('received', 289_000)],
  });
  expect(texts[0]).toContain('Eso no lo pagues otra vez. Además faltan Gs. 48.280 por pagar.');
  expect(texts[0]).not.toContain('No tenés que pagar otra vez');
  expect(texts[1]).toContain('caso C-4TT8M');
});

test('a payment that waits where nothing is cut off: no reconnection is asked, a person applies it', async () => {
  const { texts, did } = await told({ cut: false, owed: [1], receipts: [receipt('received', 1)] });
  expect(texts[1]).toContain('El servicio no está suspendido. Solicité que apliquen el pago');
  expect([did.keys, did.cases[0]?.priority]).toEqual([[], 'normal']);
});

test('nothing was paid: what is owed, and the ways on; nobody is reconnected for it', async () => {
  const { texts, labels, did } = await told({ owed: [289_000, 48_280], why: 'Falta de pago' });
  expect(texts[0]).toContain('suspendido por falta de pago, línea 0981 000 101: son Gs. 337.280.');
  expect([labels, did.keys]).toEqual([['Pagar', 'Más tiempo', 'Ya pagué'], []]);
  expect((await told({ owed: [5], why: 'Reporte de robo' })).labels).toEqual(['Hablar con alguien']);
});

test('a line that was reported stolen is never asked to be put back on', async () => {
  const { did, labels } = await told({ why: 'stolen' });
  expect([did.keys, labels]).toEqual([[], ['Hablar con alguien']]);
});

test('more time: asked only after a yes, once, and told as it was answered', async () => {
  const { chat, did } = await told({ owed: [337_280], given: { status: 'granted', until: AT + 5 * 86_400_000 } }, 'mas tiempo para pagar');
  expect(did.keys).toEqual([]);
  expect((await chat.say('sí'))[0]?.text.replaceAll('\u00a0', ' ')).toBe('Listo. Hay tiempo hasta el miércoles para pagar Gs. 337.280, sin corte.');
  expect(did.keys).toHaveLength(1);
  const refused = await told({ owed: [1], given: { status: 'refused', reason: 'not-eligible' } }, 'prorroga');
  expect((await refused.chat.say('sí'))[0]?.text).toContain('Para esta cuenta no hay más tiempo por aquí.');
  expect((await told({ owed: [] }, 'prorroga')).texts[0]).toContain('No hay nada por pagar');
  expect(everySkill.find(({ id }) => id === 'more-time')?.needs?.level).toBe(2); // a stranger must not use it up
});
