import { randomUUID } from 'node:crypto';
import { countryOf } from '../../domain/countries';
import { formatMoney, money } from '../../domain/money';
import { plain, type Call, type Family, type Reply } from '../http/reply';
import type { Core } from '../operator/customers';
import { readCard, type Wrong } from './cards';
import { age, changeTo } from './changes';
import type { CardPayment } from './clearing';
import { find } from './payments';

/** So long a bank that takes its time takes, ms of the sandbox clock. */
const LATER_MS = 12_000;

/** The gateway's hosted page: a face of its own, so that nobody mistakes whose page takes the card. It works without any script. */
export function hostedPages(core: Core, changed: () => void): Family {
  const payment = ({ params }: Call): CardPayment | undefined => {
    age(core);
    return find(core, params['id'] ?? '');
  };
  return {
    prefix: '/checkout/',
    failure: (status, message) => plain(status, message),
    routes: [
      { method: 'GET', path: '/checkout/:id', handle: (call) => asPage(payment(call), (each) => formOf(each)) },
      { method: 'POST', path: '/checkout/:id', handle: (call) => asPage(payment(call), (each) => paid(core, each, call, changed)) },
      {
        ...{ method: 'POST', path: '/checkout/:id/cancel' },
        handle: (call) => asPage(payment(call), (each) => (changeTo(core, each, 'CANCELLED'), changed(), back(each))),
      },
    ],
  };
}

function asPage(payment: CardPayment | undefined, show: (payment: CardPayment) => Reply): Reply {
  if (!payment) return plain(404, 'No existe esta página de pago.');
  const isOver = payment.status !== 'PENDING' || payment.card !== undefined;
  return isOver ? back(payment) : show(payment);
}

/** Where the merchant wants its customer back, whatever became of the payment. */
const back = ({ back: location }: CardPayment): Reply => ({ status: 303, headers: { location } });

function paid(core: Core, payment: CardPayment, call: Call, changed: () => void): Reply {
  const read = readCard(call.body.toString('utf8'), core.clock.now());
  if ('wrong' in read) return formOf(payment, read);
  const { verdict, ...typed } = read.card;
  const tried: CardPayment = { ...payment, card: { id: `CID-${randomUUID()}`, ...typed } };
  if (verdict === 'later') core.deeds.put({ ...tried, decidesAt: core.clock.now() + LATER_MS });
  else changeTo(core, tried, verdict === 'decline' ? 'REJECTED' : payment.minor === 0 ? 'VERIFIED' : 'PAID');
  changed();
  return back(payment);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);

function formOf(payment: CardPayment, again: { readonly wrong?: Wrong; readonly said?: Readonly<Record<string, string>> } = {}): Reply {
  const [merchant = '', what = '', reference = ''] = payment.description.split(' · ').map(safe);
  const amount = payment.minor === 0 ? 'Guardar tarjeta' : amountOf(payment);
  const verb = payment.minor === 0 ? 'Guardar tarjeta' : `Pagar ${amount}`;
  const rows = [['Para', what], ['Referencia', reference]].filter(([, value]) => value); // prettier-ignore
  const body = `<p class="strip">Pasarela de prueba: no se cobra nada. No escribas una tarjeta real.</p>
<main class="grid">
  <section class="card sum" aria-labelledby="s"><h2 id="s" class="muted small">${payment.minor === 0 ? `Para ${merchant}` : `Vas a pagar a ${merchant}`}</h2>
    <p class="amount num">${amount}</p>
    <dl class="rows">${rows.map(([name = '', value = '']) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl></section>
  <section class="card" aria-labelledby="f"><h1 id="f">Tarjeta de crédito o débito</h1>
    <form action="/checkout/${safe(payment.id)}" method="post" novalidate>
      ${field('no', 'Número de tarjeta', 'inputmode="numeric" autocomplete="cc-number" placeholder="0000 0000 0000 0000"', again)}
      <div class="two">${field('ex', 'Vence', 'inputmode="numeric" autocomplete="cc-exp" placeholder="MM / AA"', again)}
      ${field('cv', 'Código de seguridad', 'inputmode="numeric" autocomplete="cc-csc" placeholder="CVV"', again)}</div>
      ${field('na', 'Nombre como aparece en la tarjeta', 'autocomplete="cc-name"', again)}
      <button class="btn primary wide pay-now">${verb}</button>
      <p class="safe">El número de tu tarjeta se queda aquí. ${merchant} solo recibe el resultado.</p>
    </form>
    <details class="tests"><summary>Tarjetas de prueba</summary><ul>
      <li><code>4111 1111 1111 1111</code> aprobada</li><li><code>4000 0000 0000 0002</code> rechazada</li><li><code>4000 0000 0000 0259</code> queda pendiente</li></ul></details></section>
</main>
<footer><form action="/checkout/${safe(payment.id)}/cancel" method="post"><button class="btn small">Cancelar y volver a ${merchant}</button></form></footer>`;
  return pageOf(`${verb} · Pasarela de prueba`, body, payment);
}

function field(
  name: keyof Wrong,
  label: string,
  more: string,
  { wrong, said }: { readonly wrong?: Wrong; readonly said?: Readonly<Record<string, string>> },
): string {
  const error = wrong?.[name];
  const value = said?.[name];
  const marks = `${error ? ` aria-invalid="true" aria-describedby="${name}-e"` : ''}${value ? ` value="${safe(value)}"` : ''}`;
  const why = error ? `<p class="error" id="${name}-e">${safe(error)}</p>` : '';
  return `<div class="field"><label for="${name}">${label}</label><input class="input num" id="${name}" name="${name}" ${more}${marks} required>${why}</div>`;
}

/** As the country writes it: a comma in place of the point of guaraníes is read as another sum. */
const amountOf = ({ minor, country }: CardPayment): string => formatMoney(money(minor, countryOf(country).currency), countryOf(country));

/** A form that is answered with the way back needs the way back in its policy. */
function pageOf(title: string, body: string, { back: returns }: CardPayment): Reply {
  const origin = URL.canParse(returns) ? new URL(returns).origin : '';
  const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self' ${origin}; frame-ancestors 'none'`;
  const styles = ['shared/tokens.css', 'shared/base.css', 'sandbox/pay.css'].map((path) => `<link rel="stylesheet" href="/static/${path}">`).join('');
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="/static/shared/icons/mark.svg"><script src="/static/shared/theme.js"></script>${styles}`;
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    body: `<!doctype html>\n<html lang="es"><head>${head}</head><body class="pay">${body}</body></html>`,
  };
}
