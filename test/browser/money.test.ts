import { z } from 'zod';
import { startWorld } from '../support/app';
import { choose, fill, press } from '../support/press';
import { eventually, until } from '../support/until';
import { fitsThePhone, MARIA, signIn } from './real-chat';
import { stage } from './stage';

/** He owes Q12.00, and has neither a card nor a wallet. */
const CARLOS = '5555-0103';

const own = stage(() => startWorld());

const Books = z.object({
  balanced: z.boolean(),
  entries: z.array(z.object({ ref: z.string(), what: z.string() })),
  trial: z.array(z.object({ account: z.string(), debit: z.number(), credit: z.number() })),
});
/** What the operator's own books say: what stands on the accounts of a line, minor units, and how often something was written. */
async function books(line: string) {
  const answer = await fetch(`${own.world.sandbox.url}/sandbox/books?limit=1000`);
  const { balanced, entries, trial } = Books.parse(await answer.json());
  const stands = (part: string): number => {
    const row = trial.find(({ account }) => account === `line:502${line.replace('-', '')}:${part}`);
    return (row?.credit ?? 0) - (row?.debit ?? 0);
  };
  return { balanced, balance: stands('balance'), loan: stands('loan'), times: (what: string) => entries.filter((each) => each.what === what).length };
}

const Switches = z.object({ verdicts: z.record(z.string(), z.string()) });
/** What the operator's owner has turned. */
const switches = async () => Switches.parse(await (await fetch(`${own.world.sandbox.url}/sandbox/switches`)).json());

test('María tops up with her card, buys a pack with it, and reads both receipts; the books agree to the cent', async () => {
  const { page, customer } = await own.open();
  await signIn(customer, own.phone, 'recarga 10');
  await customer.sees('Recargar Q10.00 a tu línea 5555-0101 con tu Visa ••4242.');
  await fitsThePhone(page);
  await customer.taps('Sí, recargar');
  await customer.sees('Listo. Q10.00 en tu línea 5555-0101. Tu saldo es Q47.50');
  await customer.taps('Comprar paquete');
  await customer.sees('¿Qué buscas?');
  await customer.taps('Datos');
  await customer.sees('2 GB, 3 días. Q15.00');
  await fitsThePhone(page);
  await customer.taps('2 GB · 3 días');
  await customer.sees('Q15.00 de tu saldo (tienes Q47.50, te quedan Q32.50). Línea 5555-0101. ¿Lo compro?');
  await fitsThePhone(page);
  await customer.taps('Comprar');
  await customer.sees('Te quedan Q32.50 de saldo. Comprobante');
  await customer.taps('Ver comprobante');
  await customer.sees('compra de Paquete Datos 2 GB, 3 días');
  await customer.sees(': recarga');
  await fitsThePhone(page);
  const { balanced, balance, times } = await books(MARIA);
  expect({ balanced, balance, topUps: times('Recarga') }).toEqual({ balanced: true, balance: 3250, topUps: 1 });
});

test('Carlos, in debt: he tops up with a PIN, takes an advance and repays it, subscribes and cancels; nothing is owed in the end', async () => {
  const { page, customer } = await own.open();
  await signIn(customer, own.phone, 'tengo un pin', CARLOS);
  await customer.sees(
    'El PIN sirve una sola vez. Debes Q12.00 de un adelanto: primero se abona ahí, y te queda el resto. El PIN te lo pido después. ¿Sigo?',
  );
  await customer.taps('Sí, seguir');
  await customer.sees('Raspa la tarjeta y escribe el PIN.');
  await customer.writes('5012 7781 0042');
  await customer.sees('De ahí se abonaron Q12.00 al adelanto. Tu saldo es Q13.85.');
  expect(await customer.reads()).not.toContain('5012 7781');
  await customer.writes('quiero un adelanto de 5');
  await customer.sees('recibes Q5.00 y en tu próxima recarga se descuentan Q6.00 (Q1.00 de comisión). ¿Confirmas?');
  await fitsThePhone(page);
  await customer.taps('Pedir Q5.00');
  await customer.sees('Tu saldo es Q18.85.');
  expect((await books(CARLOS)).loan).toBe(-600);
  await customer.writes('pagar mi adelanto');
  await customer.sees('Pagar Q6.00 con tu saldo (tienes Q18.85)');
  await customer.taps('Pagar Q6.00');
  await customer.sees('ya no debe adelantos.');
  await customer.writes('quiero una suscripción');
  await customer.sees('¿Cuál contrato?');
  await fitsThePhone(page);
  await customer.taps('Te llamé + tono');
  await customer.sees('Q0.99 hoy de tu saldo');
  await customer.taps('Sí, contratar');
  await customer.sees('se cobraron Q0.99.');
  await customer.writes('mis suscripciones');
  await customer.taps('Cancelar Te llamé');
  await customer.sees('ya no se cobra mañana. ¿Confirmas?');
  await customer.taps('Sí, cancelar');
  await customer.sees('Cancelada. Referencia');
  await fitsThePhone(page);
  const { balanced, balance, loan } = await books(CARLOS);
  expect({ balanced, balance, loan }).toEqual({ balanced: true, balance: 1885 - 600 - 99, loan: 0 });
});

test('Carlos finds the top-up that he paid in a shop: received, not applied; he need not pay again, and a case says so', async () => {
  const { page, customer } = await own.open();
  await signIn(customer, own.phone, 'recargué 10 en la tienda y no llegó', CARLOS);
  await customer.sees('comprobante PV-55120. La recibimos y todavía no la aplicamos a tu línea. No pagues otra vez.');
  await customer.sees('para que se aplique. Tienes respuesta a más tardar');
  await fitsThePhone(page);
  expect(await books(CARLOS)).toMatchObject({ balanced: true, balance: 85, loan: -1200 });
});

test('the core is cut in the middle of a top-up: "todavía no sé", and once it is back the end comes by itself, charged once', async () => {
  const { customer } = await own.open();
  await signIn(customer, own.phone, 'recarga 10');
  await customer.sees('Recargar Q10.00');
  await own.world.sandbox.fault({ counterpart: 'prepaid', kind: 'error-after', times: 1 });
  await customer.taps('Sí, recargar');
  await customer.sees('Todavía no sé si se aplicó la recarga de Q10.00. No la repitas');
  await own.world.sandbox.fault({ counterpart: 'prepaid', kind: 'drop' });
  await customer.taps('Mis operaciones');
  await customer.sees('en verificación; no hay que repetirla');
  await own.world.sandbox.clearFaults();
  await eventually(() => customer.sees('Ya sé: la recarga de Q10.00 a la línea terminada en 0101 sí entró'));
  const { balanced, balance, times } = await books(MARIA);
  expect({ balanced, balance, topUps: times('Recarga') }).toEqual({ balanced: true, balance: 4750, topUps: 1 });
});

test('the wallet asks on the own.phone, and the phone declines: nothing is charged, and the chat says so by itself', async () => {
  const { customer } = await own.open();
  await signIn(customer, own.phone, 'recarga 10');
  await customer.sees('Recargar Q10.00');
  await choose(own.phone.page, '#verdict', 'decline');
  await until(async () => Object.values((await switches()).verdicts).includes('decline'));
  await customer.taps('Otra tarjeta');
  await customer.taps('Billetera');
  await customer.sees('con tu Billetera.');
  await customer.taps('Sí, recargar');
  await eventually(() => customer.sees('no se cobró'));
  const { balanced, balance, times } = await books(MARIA);
  expect({ balanced, balance, topUps: times('Recarga') }).toEqual({ balanced: true, balance: 3750, topUps: 0 });
});

test('another price between the list and the yes, set on the sandbox’ page: nothing is bought at the price that was shown', async () => {
  const { customer } = await own.open();
  await signIn(customer, own.phone, 'paquete de 35');
  await customer.sees('Q35.00 de tu saldo');
  await press(own.phone.page, '#t-controls');
  await choose(own.phone.page, '#offer', 'GT-D7');
  await fill(own.phone.page, '#price', '36.00');
  await press(own.phone.page, '#prices button');
  await own.phone.page.waitForFunction(() => document.querySelector('#offer')?.textContent?.includes('36.00, not 35'));
  await customer.taps('Comprar');
  await customer.sees('El precio cambió mientras hablábamos: ahora son Q36.00, no Q35.00.');
  expect((await books(MARIA)).balance).toBe(3750);
});
