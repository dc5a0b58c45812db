import { catalog, forms } from '../../../../domain/texts';

/** The words that are agreed to, and what there is where the balance is short. */
export const agreeing = catalog(
  {
    fits: forms({
      tu: (v: { budget: string; what: string; until: string }) => `Con ${v.budget} te sirve ${v.what}, ${v.until}.`,
      vos: (v: { budget: string; what: string; until: string }) => `Con ${v.budget} te sirve ${v.what}, ${v.until}.`,
      usted: (v: { budget: string; what: string; until: string }) => `Con ${v.budget} le sirve ${v.what}, ${v.until}.`,
    }),
    offer: (v: { what: string; until: string }) => `${v.what}, ${v.until}.`,
    changed: forms({
      tu: (v: { now: string; before: string }) =>
        `El precio cambió mientras hablábamos: ahora son ${v.now}, no ${v.before}. No he cobrado nada. ¿Lo quieres así?`,
      vos: (v: { now: string; before: string }) =>
        `El precio cambió mientras hablábamos: ahora son ${v.now}, no ${v.before}. No cobré nada. ¿Lo querés así?`,
      usted: (v: { now: string; before: string }) =>
        `El precio cambió mientras hablábamos: ahora son ${v.now}, no ${v.before}. No he cobrado nada. ¿Lo quiere así?`,
    }),
    priceNow: (v: { now: string; before: string }) => `El precio cambió mientras hablábamos: ahora son ${v.now}, no ${v.before}. No cobré nada.`,
    fromBalance: forms({
      tu: (v: { price: string; have: string; left: string }) => `${v.price} de tu saldo (tienes ${v.have}, te quedan ${v.left}).`,
      vos: (v: { price: string; have: string; left: string }) => `${v.price} de tu saldo (tenés ${v.have}, te quedan ${v.left}).`,
      usted: (v: { price: string; have: string; left: string }) => `${v.price} de su saldo (tiene ${v.have}, le quedan ${v.left}).`,
    }),
    fromOther: forms({
      tu: (v: { price: string; means: string }) => `${v.price} con tu ${v.means}.`,
      vos: (v: { price: string; means: string }) => `${v.price} con tu ${v.means}.`,
      usted: (v: { price: string; means: string }) => `${v.price} con su ${v.means}.`,
    }),
    onBill: forms({
      tu: (v: { price: string }) => `${v.price} en tu próxima factura.`,
      vos: (v: { price: string }) => `${v.price} en tu próxima factura.`,
      usted: (v: { price: string }) => `${v.price} en su próxima factura.`,
    }),
    forLine: (v: { line: string }) => `Línea ${v.line}.`,
    forThisLine: (v: { line: string }) => `Ojo: es para la línea ${v.line}; para otra, primero hay que entrar con ella.`,
    buyIt: '¿Lo compro?',
    yes: 'Comprar',
    others: 'Ver otros',
    otherMeans: 'Otro medio',
    payWith: '¿Con qué lo pago?',
    short: forms({
      tu: (v: { name: string; price: string; missing: string; advance: string }) =>
        `${v.name} cuesta ${v.price} y te faltan ${v.missing}. Puedes recargar y sigo con este mismo paquete${v.advance}.`,
      vos: (v: { name: string; price: string; missing: string; advance: string }) =>
        `${v.name} cuesta ${v.price} y te faltan ${v.missing}. Podés recargar y sigo con este mismo paquete${v.advance}.`,
      usted: (v: { name: string; price: string; missing: string; advance: string }) =>
        `${v.name} cuesta ${v.price} y le faltan ${v.missing}. Puede recargar y sigo con este mismo paquete${v.advance}.`,
    }),
    orAdvance: forms({
      tu: (v: { lent: string; total: string }) => `, o pedir un adelanto de ${v.lent} (pagas ${v.total} en tu próxima recarga)`,
      vos: (v: { lent: string; total: string }) => `, o pedir un adelanto de ${v.lent} (pagás ${v.total} en tu próxima recarga)`,
      usted: (v: { lent: string; total: string }) => `, o pedir un adelanto de ${v.lent} (paga ${v.total} en su próxima recarga)`,
    }),
    noMeans: (v: { name: string; price: string }) =>
      `${v.name} cuesta ${v.price}, y ningún medio de pago de esta línea alcanza ahora. No cobré nada.`,
    topUp: 'Recargar',
    advance: 'Adelanto',
    cheaper: 'Ver más baratos',
  },
  {
    fits: (v) => `For ${v.budget} there is ${v.what}, ${v.until}.`,
    offer: (v) => `${v.what}, ${v.until}.`,
    changed: (v) => `The price changed while we talked: it is ${v.now} now, not ${v.before}. I charged nothing. Do you want it like this?`,
    priceNow: (v) => `The price changed while we talked: it is ${v.now} now, not ${v.before}. I charged nothing.`,
    fromBalance: (v) => `${v.price} from your balance (you have ${v.have}, ${v.left} will be left).`,
    fromOther: (v) => `${v.price} with your ${v.means}.`,
    onBill: (v) => `${v.price} on your next bill.`,
    forLine: (v) => `Line ${v.line}.`,
    forThisLine: (v) => `Mind that it is for line ${v.line}; for another one, sign in with that one first.`,
    buyIt: 'Shall I buy it?',
    yes: 'Buy',
    others: 'See others',
    otherMeans: 'Pay otherwise',
    payWith: 'What shall I pay it with?',
    short: (v) => `${v.name} costs ${v.price} and you are ${v.missing} short. You can top up and I go on with this same pack${v.advance}.`,
    orAdvance: (v) => `, or ask for an advance of ${v.lent} (you pay ${v.total} with your next top-up)`,
    noMeans: (v) => `${v.name} costs ${v.price}, and no means of payment of this line is enough now. I charged nothing.`,
    topUp: 'Top up',
    advance: 'Advance',
    cheaper: 'See cheaper ones',
  },
);
