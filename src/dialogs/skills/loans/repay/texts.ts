import { catalog, forms } from '../../../../domain/texts';

type Moved = { amount: string; last: string };

export const texts = catalog(
  {
    title: 'el pago del adelanto',
    button: 'Pagar adelanto',
    nothingOwed: forms({
      tu: (v: { line: string }) => `La línea ${v.line} no debe ningún adelanto. No cobré nada.`,
      vos: (v: { line: string }) => `La línea ${v.line} no debe ningún adelanto. No cobré nada.`,
      usted: (v: { line: string }) => `La línea ${v.line} no debe ningún adelanto. No cobré nada.`,
    }),
    notEnough: forms({
      tu: (v: { owed: string; missing: string; more: string }) => `Debes ${v.owed} y en tu saldo faltan ${v.missing}. No cobré nada. ${v.more}`,
      vos: (v: { owed: string; missing: string; more: string }) => `Debés ${v.owed} y en tu saldo faltan ${v.missing}. No cobré nada. ${v.more}`,
      usted: (v: { owed: string; missing: string; more: string }) => `Debe ${v.owed} y en su saldo faltan ${v.missing}. No cobré nada. ${v.more}`,
    }),
    noMeans: forms({
      tu: (v: { owed: string; more: string }) => `Debes ${v.owed}, y ahora no hay saldo para pagarlo de una vez. No cobré nada. ${v.more}`,
      vos: (v: { owed: string; more: string }) => `Debés ${v.owed}, y ahora no hay saldo para pagarlo de una vez. No cobré nada. ${v.more}`,
      usted: (v: { owed: string; more: string }) => `Debe ${v.owed}, y ahora no hay saldo para pagarlo de una vez. No cobré nada. ${v.more}`,
    }),
    payWith: '¿Con qué lo pago?',
    consent: forms({
      tu: (v: { owed: string; means: string; line: string }) =>
        `Pagar ${v.owed} con ${v.means}: tu línea ${v.line} queda sin deuda de adelantos. ¿Confirmas?`,
      vos: (v: { owed: string; means: string; line: string }) =>
        `Pagar ${v.owed} con ${v.means}: tu línea ${v.line} queda sin deuda de adelantos. ¿Confirmás?`,
      usted: (v: { owed: string; means: string; line: string }) =>
        `Pagar ${v.owed} con ${v.means}: su línea ${v.line} queda sin deuda de adelantos. ¿Confirma?`,
    }),
    balanceMeans: forms({
      tu: (v: { has: string }) => `tu saldo${v.has}`,
      vos: (v: { has: string }) => `tu saldo${v.has}`,
      usted: (v: { has: string }) => `su saldo${v.has}`,
    }),
    walletMeans: forms({
      tu: (v: { name: string; has: string }) => `tu ${v.name}${v.has}`,
      vos: (v: { name: string; has: string }) => `tu ${v.name}${v.has}`,
      usted: (v: { name: string; has: string }) => `su ${v.name}${v.has}`,
    }),
    has: forms({
      tu: (v: { available: string }) => ` (tienes ${v.available})`,
      vos: (v: { available: string }) => ` (tenés ${v.available})`,
      usted: (v: { available: string }) => ` (tiene ${v.available})`,
    }),
    yes: (v: { amount: string }) => `Pagar ${v.amount}`,
    otherMeans: 'Otro medio',
    done: forms({
      tu: (v: { amount: string; line: string; reference: string }) =>
        `Listo. Pagaste ${v.amount}: tu línea ${v.line} ya no debe adelantos. Comprobante ${v.reference}.`,
      vos: (v: { amount: string; line: string; reference: string }) =>
        `Listo. Pagaste ${v.amount}: tu línea ${v.line} ya no debe adelantos. Comprobante ${v.reference}.`,
      usted: (v: { amount: string; line: string; reference: string }) =>
        `Listo. Pagó ${v.amount}: su línea ${v.line} ya no debe adelantos. Comprobante ${v.reference}.`,
    }),
    receipt: 'Pago de adelanto',
    refused: (v: { why: string }) => `No se hizo el pago. ${v.why}`,
    unknown: forms({
      tu: (v: { amount: string; when: string; reference: string }) =>
        `Todavía no sé si se aplicó el pago de ${v.amount}. No lo repitas: se podría cobrar dos veces. Lo estoy revisando; te aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
      vos: (v: { amount: string; when: string; reference: string }) =>
        `Todavía no sé si se aplicó el pago de ${v.amount}. No lo repitas: se podría cobrar dos veces. Lo estoy revisando; te aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
      usted: (v: { amount: string; when: string; reference: string }) =>
        `Todavía no sé si se aplicó el pago de ${v.amount}. No lo repita: se podría cobrar dos veces. Lo estoy revisando; le aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
    }),
    settledDone: (v: Moved & { reference: string }) =>
      `Ya sé: el pago de ${v.amount} del adelanto de la línea terminada en ${v.last} sí entró. Comprobante ${v.reference}.`,
    settledNot: forms({
      tu: (v: Moved) =>
        `Ya sé: el pago de ${v.amount} del adelanto de la línea terminada en ${v.last} no entró y no se cobró. Si quieres, lo hacemos ahora.`,
      vos: (v: Moved) =>
        `Ya sé: el pago de ${v.amount} del adelanto de la línea terminada en ${v.last} no entró y no se cobró. Si querés, lo hacemos ahora.`,
      usted: (v: Moved) =>
        `Ya sé: el pago de ${v.amount} del adelanto de la línea terminada en ${v.last} no entró y no se cobró. Si quiere, lo hacemos ahora.`,
    }),
    stuck: forms({
      tu: (v: Moved & { reference: string }) =>
        `Sigo sin respuesta sobre el pago de ${v.amount} del adelanto de la línea terminada en ${v.last}. Una persona lo está viendo con tu referencia ${v.reference}. No tienes que hacer nada, y no lo repitas.`,
      vos: (v: Moved & { reference: string }) =>
        `Sigo sin respuesta sobre el pago de ${v.amount} del adelanto de la línea terminada en ${v.last}. Una persona lo está viendo con tu referencia ${v.reference}. No tenés que hacer nada, y no lo repitas.`,
      usted: (v: Moved & { reference: string }) =>
        `Sigo sin respuesta sobre el pago de ${v.amount} del adelanto de la línea terminada en ${v.last}. Una persona lo está viendo con su referencia ${v.reference}. No tiene que hacer nada, y no lo repita.`,
    }),
    topUp: 'Recargar',
    balance: 'Ver mi saldo',
    person: 'Hablar con alguien',
    seeReceipt: 'Ver comprobante',
    seeOperations: 'Mis operaciones',
  },
  {
    title: 'the payment of the advance',
    button: 'Pay the advance',
    nothingOwed: (v) => `Line ${v.line} owes no advance. I charged nothing.`,
    notEnough: (v) => `You owe ${v.owed} and your balance is ${v.missing} short. I charged nothing. ${v.more}`,
    noMeans: (v) => `You owe ${v.owed}, and there is no balance now to pay it all at once. I charged nothing. ${v.more}`,
    payWith: 'What shall I pay it with?',
    consent: (v) => `Pay ${v.owed} with ${v.means}: your line ${v.line} then owes no advances. Do you confirm?`,
    balanceMeans: (v) => `your balance${v.has}`,
    walletMeans: (v) => `your ${v.name}${v.has}`,
    has: (v) => ` (you have ${v.available})`,
    yes: (v) => `Pay ${v.amount}`,
    otherMeans: 'Pay otherwise',
    done: (v) => `Done. You paid ${v.amount}: your line ${v.line} no longer owes advances. Receipt ${v.reference}.`,
    receipt: 'Payment of advance',
    refused: (v) => `The payment was not made. ${v.why}`,
    unknown: (v) =>
      `I do not know yet whether the payment of ${v.amount} was applied. Do not repeat it: it could be charged twice. I am checking; I will tell you by ${v.when} at the latest. Reference ${v.reference}.`,
    settledDone: (v) => `Now I know: the payment of ${v.amount} for the advance of the line ending in ${v.last} did arrive. Receipt ${v.reference}.`,
    settledNot: (v) =>
      `Now I know: the payment of ${v.amount} for the advance of the line ending in ${v.last} did not arrive and was not charged. If you like, we do it now.`,
    stuck: (v) =>
      `There is still no answer about the payment of ${v.amount} for the advance of the line ending in ${v.last}. A person is looking at it with your reference ${v.reference}. You need not do anything; do not repeat it.`,
    topUp: 'Top up',
    balance: 'See my balance',
    person: 'Talk to someone',
    seeReceipt: 'See receipt',
    seeOperations: 'My operations',
  },
);
