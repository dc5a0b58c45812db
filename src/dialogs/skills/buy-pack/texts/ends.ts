import { catalog, forms } from '../../../../domain/texts';

/** Done, refused, or not known yet; and what comes of that later. */
export const ends = catalog(
  {
    done: (v: { name: string; until: string }) => `Listo. ${v.name} quedó activo, ${v.until}.`,
    doneBalance: forms({
      tu: (v: { balance: string }) => `Te quedan ${v.balance} de saldo.`,
      vos: (v: { balance: string }) => `Te quedan ${v.balance} de saldo.`,
      usted: (v: { balance: string }) => `Le quedan ${v.balance} de saldo.`,
    }),
    reference: (v: { reference: string }) => `Comprobante ${v.reference}.`,
    oldPrice: 'No hice la compra con el precio de antes.',
    refused: (v: { why: string }) => `No se hizo la compra. ${v.why}`,
    limit: 'Esta compra pasa del límite de hoy. No cobré nada. Mañana se abre de nuevo.',
    unknown: forms({
      tu: (v: { name: string; price: string; when: string; reference: string }) =>
        `Todavía no sé si se activó ${v.name} de ${v.price}. No lo compres otra vez: se podría cobrar dos veces. Lo estoy revisando; te aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
      vos: (v: { name: string; price: string; when: string; reference: string }) =>
        `Todavía no sé si se activó ${v.name} de ${v.price}. No lo compres otra vez: se podría cobrar dos veces. Lo estoy revisando; te aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
      usted: (v: { name: string; price: string; when: string; reference: string }) =>
        `Todavía no sé si se activó ${v.name} de ${v.price}. No lo compre otra vez: se podría cobrar dos veces. Lo estoy revisando; le aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
    }),
    approve: forms({
      tu: (v: { price: string; when: string; reference: string }) =>
        `Apruébalo en tu teléfono: te llegó un aviso para pagar ${v.price}. No repitas la compra; te aviso aquí a más tardar a ${v.when} Referencia ${v.reference}.`,
      vos: (v: { price: string; when: string; reference: string }) =>
        `Aprobalo en tu teléfono: te llegó un aviso para pagar ${v.price}. No repitas la compra; te aviso aquí a más tardar a ${v.when} Referencia ${v.reference}.`,
      usted: (v: { price: string; when: string; reference: string }) =>
        `Apruébelo en su teléfono: le llegó un aviso para pagar ${v.price}. No repita la compra; le aviso aquí a más tardar a ${v.when} Referencia ${v.reference}.`,
    }),
    settledDone: (v: { name: string; price: string; last: string; when: string; reference: string }) =>
      `Ya sé: ${v.name} de ${v.price} sí se activó en la línea terminada en ${v.last}, a ${v.when} Comprobante ${v.reference}.`,
    settledNot: forms({
      tu: (v: { name: string; price: string; last: string }) =>
        `Ya sé: ${v.name} de ${v.price} no se activó en la línea terminada en ${v.last} y no se cobró. Si quieres, lo compramos ahora.`,
      vos: (v: { name: string; price: string; last: string }) =>
        `Ya sé: ${v.name} de ${v.price} no se activó en la línea terminada en ${v.last} y no se cobró. Si querés, lo compramos ahora.`,
      usted: (v: { name: string; price: string; last: string }) =>
        `Ya sé: ${v.name} de ${v.price} no se activó en la línea terminada en ${v.last} y no se cobró. Si quiere, lo compramos ahora.`,
    }),
    stuck: forms({
      tu: (v: { name: string; last: string; reference: string }) =>
        `Sigo sin respuesta sobre ${v.name} en la línea terminada en ${v.last}. Ya lo ve una persona, con tu referencia ${v.reference}. No tienes que hacer nada, y no lo compres otra vez.`,
      vos: (v: { name: string; last: string; reference: string }) =>
        `Sigo sin respuesta sobre ${v.name} en la línea terminada en ${v.last}. Ya lo ve una persona, con tu referencia ${v.reference}. No tenés que hacer nada, y no lo compres otra vez.`,
      usted: (v: { name: string; last: string; reference: string }) =>
        `Sigo sin respuesta sobre ${v.name} en la línea terminada en ${v.last}. Ya lo ve una persona, con su referencia ${v.reference}. No tiene que hacer nada, y no lo compre otra vez.`,
    }),
    quota: 'Lo que me queda',
    seeReceipt: 'Ver comprobante',
    seeOperations: 'Mis operaciones',
    again: 'Comprar paquete',
    balance: 'Ver mi saldo',
  },
  {
    done: (v) => `Done. ${v.name} is active, ${v.until}.`,
    doneBalance: (v) => `${v.balance} of balance is left.`,
    reference: (v) => `Receipt ${v.reference}.`,
    oldPrice: 'I did not buy it at the old price.',
    refused: (v) => `The pack was not bought. ${v.why}`,
    limit: 'This is over the limit of today. I charged nothing. It works again tomorrow.',
    unknown: (v) =>
      `I do not know yet whether ${v.name} for ${v.price} was activated. Do not buy it again: it could be charged twice. I am checking; I will tell you by ${v.when} at the latest. Reference ${v.reference}.`,
    approve: (v) =>
      `Approve it on your phone: you got a notice to pay ${v.price}. Do not buy it again; I will tell you here by ${v.when} at the latest. Reference ${v.reference}.`,
    settledDone: (v) => `Now I know: ${v.name} for ${v.price} was activated on the line ending in ${v.last}, at ${v.when} Receipt ${v.reference}.`,
    settledNot: (v) =>
      `Now I know: ${v.name} for ${v.price} was not activated on the line ending in ${v.last} and was not charged. If you like, we buy it now.`,
    stuck: (v) =>
      `There is still no answer about ${v.name} on the line ending in ${v.last}. A person is looking at it with your reference ${v.reference}. You need not do anything; do not buy it again.`,
    quota: 'What I have left',
    seeReceipt: 'See receipt',
    seeOperations: 'My operations',
    again: 'Buy a pack',
    balance: 'See my balance',
  },
);
