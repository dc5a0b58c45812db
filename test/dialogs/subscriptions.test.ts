import { countryOf } from '../../src/domain/countries';
import { fromDecimal } from '../../src/domain/money';
import type { Settled } from '../../src/domain/spending';
import type { Form, Language } from '../../src/domain/texts';
import { short } from '../../src/dialogs/engine/label';
import { subscriptionCase, subscriptions } from '../../src/dialogs/skills/subscriptions';
import { doneTo, namedIn } from '../../src/dialogs/skills/subscriptions/wish';
import { mobileLogin } from '../../src/dialogs/login/mobile';
import type { NewCase } from '../../src/integrations/cases/port';
import type { SubscriptionOffer } from '../../src/integrations/catalogue/port';
import type { Means } from '../../src/integrations/payments/port';
import type { Subscription } from '../../src/integrations/subscriptions/port';
import { OPEN_HOURS } from '../support/open-hours';
import { testLedger, type TestLedger } from '../support/ledger';
import { signedIn } from '../support/signed-in';
import { lines, talk, type Talk } from '../support/talk';

const LINE = { GT: '50255550101', NI: '50588880101' } as const;
const DAY = 24 * 3_600_000;
const NOON = Date.parse('2026-11-20T18:00:00Z');
const q = (amount: string) => fromDecimal(amount, 'GTQ');

const MUSIC: Subscription = {
  id: 's1',
  offer: 'GT-A1',
  name: 'Música',
  price: q('39'),
  every: 'month',
  renews: NOON + 9 * DAY,
  paidFrom: 'balance',
  since: 0,
};
const CALLED: Subscription = {
  ...{
    id: 's6',
    offer: 'GT-A6',
    name: 'Te llamé + tono de espera',
    price: q('0.99'),
    every: 'day',
    renews: NOON + DAY,
    paidFrom: 'balance',
    since: 0,
  },
};
const offer = (id: string, name: string, amount: string, more: Partial<SubscriptionOffer> = {}): SubscriptionOffer => ({
  ...{ id, name, content: '', price: q(amount), every: 'month', payable: ['balance', 'wallet'] },
  ...more,
});
const VIDEO = offer('GT-A2', 'Video+', '45', { freeUntil: NOON + 30 * DAY, content: 'Películas y series' });
const SPORTS = offer('GT-A3', 'Deportes', '35');
const CLOUD = offer('GT-A4', 'Nube 100 GB', '15');
const INSURANCE = offer('GT-A7', 'Seguro de equipo', '25', { payable: ['bill'] });
const OFFERS = [VIDEO, SPORTS, CLOUD, INSURANCE, offer('GT-A1', 'Música', '39', { barred: 'already' })];
const BALANCE: Means = { id: 'b', kind: 'balance', name: 'Saldo', available: q('37.50') };
const WALLET: Means = { id: 'w', kind: 'wallet', name: 'Billetera', available: q('120') };
const BILL: Means = { id: 'f', kind: 'bill', name: 'Factura' };

interface World {
  mine: readonly Subscription[];
  offers: readonly SubscriptionOffer[];
  means: readonly Means[];
  sim: number | undefined;
}
let world: World;
let ledger: TestLedger;
let chat: Talk;
let cases: { key: string; what: NewCase }[];

const open = (changes: Partial<World> = {}, who: { language?: Language; form?: Form } = {}, place: keyof typeof LINE = 'GT'): void => {
  world = { mine: [MUSIC, CALLED], offers: OFFERS, means: [WALLET, BALANCE], sim: undefined, ...changes };
  ledger = testLedger(['S-34QXT', 'S-8H4T6']);
  cases = [];
  const never = async (): Promise<never> => Promise.reject(new Error('not asked'));
  const ports = {
    subscriptions: { of: async () => world.mine },
    catalogue: { topUps: never, packs: never, subscriptions: async () => world.offers },
    means: { of: async () => world.means },
    simSwap: { changedAt: async () => world.sim },
    cases: { open: async (key: string, what: NewCase) => (cases.push({ key, what }), { reference: 'C-4TT8M' }) },
    hours: OPEN_HOURS,
  };
  const codes = { begin: never, deliver: never, check: never };
  const login = mobileLogin({ codes, lines: { find: async () => Promise.reject(new Error('a new code was asked for')), read: never } });
  chat = talk([subscriptions(ports), subscriptionCase(ports), login], { country: countryOf(place), ledger });
  chat.state = signedIn(LINE[place], chat.now, { form: countryOf(place).form, ...who });
};
const plain = (said: readonly string[]): string[] => said.flatMap((line) => line.replaceAll('\u00a0', ' ').split('\n'));
const script = async (text: string): Promise<void> => expect(plain(await chat.play(text))).toEqual(lines(text));
const told = async (outcome: Settled | 'stuck'): Promise<string> => {
  const operation = ledger.settle(chat.now + 60_000, outcome === 'stuck' ? { status: 'refused', reason: 'other' } : outcome);
  const said = await chat.arrive({
    kind: 'event',
    name: 'subscriptions:settled',
    value: { operation, what: outcome === 'stuck' ? outcome : outcome.status },
  });
  return plain(said.map(({ text }) => text)).join(' ');
};

describe('mine', () => {
  test('each with its price, its day and a button that ends it; the daily one says so', async () => {
    open();
    await script(`
      > mis suscripciones
      < Línea 5555-0101. Tienes:
      1. Música: Q39.00 al mes, de tu saldo; se renueva el domingo 29 de noviembre.
      2. Te llamé + tono de espera: Q0.99 cada día, de tu saldo; se renueva mañana.
      ¿Cancelo alguna?
    `);
    open();
    const [list] = await chat.say('mis suscripciones');
    expect(list?.choices?.map(({ label }) => label)).toEqual(['Cancelar Música', 'Cancelar Te llamé', 'Una no es mía', 'Contratar una']);
  });

  test.each(['todas', 'cancélalas todas', 'las dos'])('"%s": each is agreed to by itself', async (text) => {
    open();
    await chat.say('mis suscripciones');
    expect((await chat.say(text)).map((said) => said.text)).toEqual(['Se cancelan de una en una. ¿Cuál primero?']);
    expect((await chat.tap('Cancelar Música'))[0]?.text).toMatch(/^Cancelo Música/);
  });

  test('none: something to buy, or nothing at all', async () => {
    open({ mine: [] });
    await script(`
      > mis suscripciones
      < Línea 5555-0101. No tienes suscripciones activas, y no se te cobra ninguna. ¿Busco alguna para contratar?
      > no
      < De acuerdo, no hice nada.
    `);
    open({ mine: [], offers: [] }, {}, 'NI');
    await script(`
      > mis suscripciones
      < Línea 8888-0101. No tenés suscripciones activas, y aquí no hay ninguna para contratar. No cobré nada.
    `);
  });

  test('a list that is only read is left without a question', async () => {
    open();
    await chat.play('> mis suscripciones');
    expect(plain(await chat.play('> cancelar deportes'))[1]).toBe('< No tienes Deportes en esta línea, así que no hay qué cancelar. ¿Es otra?');
  });
});

describe('cancelling', () => {
  test('one question, until when it can be used, what is no longer charged, and a reference', async () => {
    open();
    await script(`
      > quitame esa musica que no pedi
      < Cancelo Música, Q39.00 al mes. La usas hasta el sábado 28 de noviembre y ya no se cobra el domingo 29 de noviembre. ¿Confirmas?
      > si
      < Cancelada. Referencia S-34QXT. Si no la pediste tú, puedo abrir un caso para revisar el cobro de este mes.
      > [Abrir caso]
      < Abrí el caso C-4TT8M para revisar lo que se te cobró. Una persona te responde a más tardar mañana a las 2:20 p. m.; si corresponde, te lo devuelven.
    `);
    expect(ledger.orders).toMatchObject([{ kind: 'unsubscribe', amount: { minor: 0 }, details: { product: 's1', name: 'Música' } }]);
    expect(cases.map(({ what }) => what.facts)).toEqual([{ suscripcion: 'Música', cancelacion: 'S-34QXT', estado: 'cancelada' }]);
  });

  test.each([
    ['no quiero cancelar música', 'De acuerdo, no hice nada.'],
    ['no me quite la música', 'De acuerdo, no hice nada.'],
    ['don’t cancel música', 'De acuerdo, no hice nada.'],
    ['no puedo cancelar música', 'Cancelo Música'],
    ['no me cancelaron música', 'Cancelo Música'],
    ['no quiero música', 'Cancelo Música'],
  ])('"%s": %s', async (words, answer) => {
    open();
    await chat.say('mis suscripciones');
    expect(plain((await chat.say(words)).map(({ text }) => text))[0]).toContain(answer);
  });

  test('by button, by number, by name; no is no', async () => {
    for (const said of ['[Cancelar Te llamé]', '2', 'te llamé', 'cancelar el tono de espera']) {
      open();
      const heard = plain(await chat.play(`> mis suscripciones\n> ${said}\n> no`));
      expect(heard.slice(-3)[0]).toBe('< Cancelo Te llamé + tono de espera, Q0.99 cada día. La usas hasta hoy y ya no se cobra mañana. ¿Confirmas?');
      expect(ledger.orders).toEqual([]);
    }
  });

  test('without a name it asks which; with one subscription it does not', async () => {
    open();
    await script(`
      > cancelar suscripcion
      < ¿Cuál cancelo?
      > [Música]
      < Cancelo Música, Q39.00 al mes. La usas hasta el sábado 28 de noviembre y ya no se cobra el domingo 29 de noviembre. ¿Confirmas?
    `);
    open({ mine: [MUSIC] });
    expect(plain(await chat.play('> cancelar suscripcion'))[1]).toContain('Cancelo Música');
    open({ mine: [] });
    expect(plain(await chat.play('> cancelar suscripcion'))[1]).toContain('No tienes ninguna suscripción activa en la línea 5555-0101');
  });

  test('"esto no lo pedí" cancels and opens a case, and sells nothing', async () => {
    open();
    await script(`
      > me suscribieron sin permiso
      < ¿Cuál no pediste?
      > música
      < Cancelo Música, Q39.00 al mes: ya no se cobra el domingo 29 de noviembre. Y abro un caso para revisar lo cobrado, porque no la pediste. ¿Confirmas?
      > si
      < Cancelada. Referencia S-34QXT.
      < Abrí el caso C-4TT8M para revisar lo que se te cobró. Una persona te responde a más tardar mañana a las 2:20 p. m.; si corresponde, te lo devuelven.
    `);
    expect(cases.map(({ what }) => what.reason)).toEqual(['complaint']);
  });

  test('what is not known is told; the end comes by itself', async () => {
    open();
    ledger.next({ status: 'unknown', until: chat.now + 30 * 60_000 });
    const said = plain(await chat.play('> cancelar musica\n> si'));
    expect(said.at(-1)).toBe(
      '< Todavía no sé si se aplicó: la cancelación de Música. No lo repitas. Lo estoy revisando; te aviso a más tardar a las 2:50 p. m. Referencia S-34QXT.',
    );
    expect(await told({ status: 'done', facts: {} })).toBe(
      'Ya sé: la cancelación de Música, en la línea terminada en 0101, sí se hizo. Referencia S-34QXT.',
    );
    expect(await told({ status: 'refused', reason: 'other' })).toContain('no se hizo y no se cobró nada por eso');
    expect(await told('stuck')).toContain('Una persona lo está viendo con tu referencia S-34QXT');
  });

  test('it may have been gone already, or be refused', async () => {
    open();
    ledger.next({ status: 'refused', reason: 'not-found' });
    expect(plain(await chat.play('> cancelar musica\n> si')).at(-1)).toBe('< Música ya no estaba activa en esta línea, y no se cobra más.');
    open();
    ledger.next({ status: 'refused', reason: 'other' });
    expect(plain(await chat.play('> cancelar musica\n> si')).at(-1)).toContain('sigue activa');
  });

  test('in English', async () => {
    open({}, { language: 'en' });
    await script(`
      > cancel music
      < I cancel Música, Q39.00 a month. You can use it until Saturday, November 28 and it is not charged Sunday, November 29. Do you confirm?
      > yes
      < Cancelled. Reference S-34QXT. If you did not ask for it, I can open a case to check this month’s charge.
    `);
  });
});

describe('beginning one', () => {
  test('by price; the first month free with the day of the first charge', async () => {
    open();
    await script(`
      > que suscripciones hay
      < Esto hay, por precio:
      1. Nube 100 GB: Q15.00 al mes.
      2. Seguro de equipo: Q25.00 al mes.
      3. Deportes: Q35.00 al mes.
      4. Video+: gratis hasta el domingo 20 de diciembre, después Q45.00 al mes. Películas y series.
      ¿Cuál contrato?
      > 4
      < Contratar Video+ en tu línea 5555-0101: el primer mes es gratis. El primer cobro es el domingo 20 de diciembre: Q45.00 al mes, de tu saldo, hasta que la canceles. ¿Confirmas?
      > si
      < Listo. Ya tienes Video+; hoy no se cobró nada y el primer cobro es el domingo 20 de diciembre. Referencia S-34QXT. ✅
    `);
    expect(ledger.orders).toMatchObject([{ kind: 'subscribe', amount: { minor: 0 }, details: { offer: 'GT-A2', price: 4_500, means: 'balance' } }]);
  });

  test('named at once; another one instead; charged today', async () => {
    open();
    await script(`
      > quiero suscribirme a deportes
      < Contratar Deportes en tu línea 5555-0101: Q35.00 hoy de tu saldo, y después Q35.00 al mes hasta que la canceles. ¿Confirmas?
      > mejor la nube
      < Contratar Nube 100 GB en tu línea 5555-0101: Q15.00 hoy de tu saldo, y después Q15.00 al mes hasta que la canceles. ¿Confirmas?
      > si
      < Listo. Ya tienes Nube 100 GB; se cobraron Q15.00. Referencia S-34QXT. ✅
    `);
    expect(ledger.orders).toMatchObject([{ kind: 'subscribe', amount: { minor: 1_500 }, details: { offer: 'GT-A4', means: 'balance' } }]);
  });

  test('from the wallet, with a fresh code; on the bill where it is only there', async () => {
    open({ means: [WALLET] });
    expect(plain(await chat.play('> suscribirme a deportes'))[1]).toContain('Q35.00 hoy de tu billetera');
    chat.now += 6 * 60_000;
    await expect(chat.say('si')).rejects.toThrow('a new code was asked for');
    open({ means: [BALANCE, BILL] });
    expect(plain(await chat.play('> contratar seguro de equipo por favor, quiero suscribirme'))[1]).toContain('Q25.00 hoy en tu factura');
  });

  test('not enough: what is missing, and a way on; never silently from elsewhere', async () => {
    open({ means: [{ ...BALANCE, available: q('10') }] });
    const [said] = await chat.say('suscribirme a deportes');
    expect(plain([said?.text ?? ''])[0]).toBe(
      'Deportes cuesta Q35.00 y te faltan Q25.00. No cobré nada. Puedes recargar y sigo con esta misma suscripción.',
    );
    expect(said?.choices?.map(({ label }) => label)).toEqual(['Recargar', 'Ver otras']);
    open({ means: [BALANCE] });
    expect(plain(await chat.play('> contratar una suscripcion de seguro'))[1]).toBe(
      '< Con esta línea no hay cómo pagar Seguro de equipo ahora. No cobré nada.',
    );
  });

  test('what one has is not bought again; a minor’s line; a SIM that was changed', async () => {
    open();
    expect(plain(await chat.play('> activar musica'))[1]).toBe('< Ya tienes Música, así que no la contrato otra vez. No cobré nada.');
    open({ mine: [MUSIC], offers: OFFERS.map((each) => ({ ...each, barred: 'minor' })) });
    expect(plain(await chat.play('> suscribirme a deportes'))[1]).toContain('En la línea de un menor las suscripciones las contrata el titular.');
    open({ sim: NOON - DAY });
    expect(plain(await chat.play('> suscribirme a deportes'))[1]).toContain('El chip de esta línea se cambió hace menos de 3 días.');
    expect(plain(await chat.play('> cancelar musica'))[1]).toContain('Cancelo Música');
  });

  test('at the words of a purchase a name is another one to buy, never one to cancel', async () => {
    open({}, { language: 'en' });
    await chat.say('my subscriptions');
    await chat.say('i want sports');
    const [said] = await chat.say('music');
    expect(plain([said?.text ?? ''])[0]).toBe(
      'You have Música already, so I do not buy it again. I charged nothing. This is what there is, by price:',
    );
    expect(said?.choices?.map(({ label }) => label)).toContain('Nube 100 GB');
    expect(plain(await chat.play('> cloud'))[1]).toContain('Buy Nube 100 GB for your line 5555-0101');
    expect((await chat.tap('Pay otherwise'))[0]?.choices?.map(({ label }) => label)).toEqual(['Balance', 'Wallet']);
    expect(plain(await chat.play('> wallet'))[1]).toContain('from your wallet');
    expect(plain(await chat.play('> no, cancel music'))[1]).toContain('I cancel Música');
    expect(plain(await chat.play('> no\n> which services can i subscribe to\n> cancel music')).at(-1)).toContain('I cancel Música');
    expect(ledger.orders).toEqual([]);
  });

  test('"quiero deportes" begins it, and what one does not have is not cancelled', async () => {
    open();
    await chat.say('mis suscripciones');
    expect(plain(await chat.play('> yo quiero deportes'))[1]).toContain('Contratar Deportes en tu línea 5555-0101');
    await chat.say('no');
    const [said] = await chat.say('cancelar la suscripcion de deportes');
    expect(said?.text).toBe('No tienes Deportes en esta línea, así que no hay qué cancelar. ¿Es otra?');
    expect(said?.choices?.map(({ label }) => label)).toEqual(['Cancelar Música', 'Cancelar Te llamé']);
  });

  test('refused, and in doubt', async () => {
    open();
    ledger.next({ status: 'refused', reason: 'insufficient' });
    expect(plain(await chat.play('> suscribirme a deportes\n> si')).at(-1)).toBe('< No se contrató Deportes. El saldo no alcanza. No se cobró nada.');
    open({ means: [WALLET] });
    ledger.next({ status: 'unknown', until: chat.now + 30 * 60_000 });
    expect(plain(await chat.play('> suscribirme a deportes\n> si')).at(-1)).toContain(
      'Apruébalo en tu teléfono: te llegó un aviso de pago por la suscripción a Deportes.',
    );
  });

  test('in English: corrected, in doubt until the end comes by itself, and refused', async () => {
    open({ means: [BALANCE] }, { language: 'en' });
    ledger.next({ status: 'unknown', until: chat.now + 30 * 60_000 }, { status: 'refused', reason: 'insufficient' });
    await chat.say('my subscriptions');
    await script(`
      > i want sports
      < Buy Deportes for your line 5555-0101: Q35.00 today from your balance, then Q35.00 a month until you cancel. Do you confirm?
      > rather the cloud
      < Buy Nube 100 GB for your line 5555-0101: Q15.00 today from your balance, then Q15.00 a month until you cancel. Do you confirm?
      > yes
      < I do not know yet whether this was done: the subscription to Nube 100 GB. Do not repeat it. I am checking; I will tell you by 2:50 p.m. at the latest. Reference S-34QXT.
    `);
    expect(await told({ status: 'done', facts: {} })).toBe(
      'Now I know: the subscription to Nube 100 GB, on the line ending in 0101, was done. Reference S-34QXT.',
    );
    expect(plain(await chat.play('> my subscriptions\n> i want sports\n> yes')).at(-1)).toBe(
      '< Deportes was not bought. The balance is not enough. Nothing was charged.',
    );
    open({}, { language: 'en' });
    ledger.next({ status: 'unknown', until: chat.now + 30 * 60_000 });
    expect(plain(await chat.play('> cancel music\n> yes')).at(-1)).toBe(
      '< I do not know yet whether this was done: the cancellation of Música. Do not repeat it. I am checking; I will tell you by 2:50 p.m. at the latest. Reference S-34QXT.',
    );
    expect(await told({ status: 'refused', reason: 'other' })).toBe(
      'Now I know: the cancellation of Música, on the line ending in 0101, was not done, and nothing was charged for it.',
    );
  });

  test('another price since: shown again, and nothing sold at the old one', async () => {
    open();
    await chat.play('> suscribirme a deportes');
    world.offers = OFFERS.map((each) => (each.id === 'GT-A3' ? { ...each, price: q('37') } : each));
    const said = plain(await chat.play('> si'));
    expect(said.at(-1)).toContain('Q37.00 hoy de tu saldo');
    expect(ledger.orders).toEqual([]);
  });
});

test('what a sentence wants, and of which', () => {
  const meant = {
    cancel: ['quitame esa musica que no pedi', 'darme de baja', 'ya no quiero el servicio', 'unsubscribe me', 'no me renueven la música', 'BAJA'],
    denied: ['no me suscribi', 'me suscribieron a algo sin pedirlo', 'i never subscribed to this', 'nunca me suscribi a eso'],
    buy: ['activar Video+ con el mes gratis', 'quiero suscribirme a musica', 'cuanto cuesta deportes', 'subscribe to music'],
  };
  for (const [does, all] of Object.entries(meant)) for (const text of all) expect([text, doneTo(text)]).toEqual([text, does]);
  expect(doneTo('que suscripciones tengo')).toBeUndefined();
  expect(namedIn('quitame los tonos', [MUSIC, CALLED])).toBe(CALLED);
  expect(namedIn('algo', [MUSIC, CALLED])).toBeUndefined();
  expect([short('Antivirus y navegación segura', 11), short('Te llamé + tono de espera', 11), short('Nube', 11)]).toEqual([
    'Antivirus',
    'Te llamé',
    'Nube',
  ]);
});
