import { catalog, forms } from '../../../../domain/texts';

/** Done, refused, or not known yet; and what comes of that later. */
export const ends = catalog(
  {
    done: (v: { amount: string; who: string }) => `Listo. ${v.amount} en ${v.who}`,
    doneBonus: (v: { bonus: string }) => ` y ${v.bonus} promocionales`,
    doneKept: (v: { kept: string }) => `De ahí se abonaron ${v.kept} al adelanto.`,
    doneBalance: forms({
      tu: (v: { balance: string; until: string }) => `Tu saldo es ${v.balance}${v.until}.`,
      vos: (v: { balance: string; until: string }) => `Tu saldo es ${v.balance}${v.until}.`,
      usted: (v: { balance: string; until: string }) => `Su saldo es ${v.balance}${v.until}.`,
    }),
    until: (v: { day: string }) => ` hasta ${v.day}`,
    reference: (v: { reference: string }) => `Comprobante ${v.reference}.`,
    receipt: 'Recarga',
    refused: (v: { why: string }) => `No se hizo la recarga. ${v.why}`,
    limitCount: (v: { count: number }) =>
      `Hoy ya se hicieron ${v.count} recargas a otras líneas desde esta, y ese es el límite del día. No cobré nada. Mañana se abre de nuevo.`,
    limitAmount: (v: { most: string }) =>
      `Con esta recarga se pasaría de ${v.most} en un día a otras líneas, y ese es el límite. No cobré nada. Mañana se abre de nuevo.`,
    unknown: forms({
      tu: (v: { amount: string; when: string; reference: string }) =>
        `Todavía no sé si se aplicó la recarga de ${v.amount}. No la repitas: se podría cobrar dos veces. La estoy revisando; te aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
      vos: (v: { amount: string; when: string; reference: string }) =>
        `Todavía no sé si se aplicó la recarga de ${v.amount}. No la repitas: se podría cobrar dos veces. La estoy revisando; te aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
      usted: (v: { amount: string; when: string; reference: string }) =>
        `Todavía no sé si se aplicó la recarga de ${v.amount}. No la repita: se podría cobrar dos veces. La estoy revisando; le aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
    }),
    approve: forms({
      tu: (v: { amount: string; when: string; reference: string }) =>
        `Apruébalo en tu teléfono: te llegó un aviso para pagar ${v.amount}. No repitas la recarga; te aviso aquí a más tardar a ${v.when} Referencia ${v.reference}.`,
      vos: (v: { amount: string; when: string; reference: string }) =>
        `Aprobalo en tu teléfono: te llegó un aviso para pagar ${v.amount}. No repitas la recarga; te aviso aquí a más tardar a ${v.when} Referencia ${v.reference}.`,
      usted: (v: { amount: string; when: string; reference: string }) =>
        `Apruébelo en su teléfono: le llegó un aviso para pagar ${v.amount}. No repita la recarga; le aviso aquí a más tardar a ${v.when} Referencia ${v.reference}.`,
    }),
    settledDone: (v: { amount: string; last: string; when: string; reference: string }) =>
      `Ya sé: la recarga de ${v.amount} a la línea terminada en ${v.last} sí entró, a ${v.when} Comprobante ${v.reference}.`,
    settledNot: forms({
      tu: (v: { amount: string; last: string }) =>
        `Ya sé: la recarga de ${v.amount} a la línea terminada en ${v.last} no entró y no se cobró. Si quieres, la hacemos ahora.`,
      vos: (v: { amount: string; last: string }) =>
        `Ya sé: la recarga de ${v.amount} a la línea terminada en ${v.last} no entró y no se cobró. Si querés, la hacemos ahora.`,
      usted: (v: { amount: string; last: string }) =>
        `Ya sé: la recarga de ${v.amount} a la línea terminada en ${v.last} no entró y no se cobró. Si quiere, la hacemos ahora.`,
    }),
    stuck: forms({
      tu: (v: { reference: string; amount: string; last: string }) =>
        `Sigo sin respuesta sobre la recarga de ${v.amount} a la línea terminada en ${v.last}. Ya la ve una persona, con tu referencia ${v.reference}. No tienes que hacer nada, y no la repitas.`,
      vos: (v: { reference: string; amount: string; last: string }) =>
        `Sigo sin respuesta sobre la recarga de ${v.amount} a la línea terminada en ${v.last}. Ya la ve una persona, con tu referencia ${v.reference}. No tenés que hacer nada, y no la repitas.`,
      usted: (v: { reference: string; amount: string; last: string }) =>
        `Sigo sin respuesta sobre la recarga de ${v.amount} a la línea terminada en ${v.last}. Ya la ve una persona, con su referencia ${v.reference}. No tiene que hacer nada, y no la repita.`,
    }),
    packs: 'Comprar paquete',
    seeReceipt: 'Ver comprobante',
    balance: 'Ver mi saldo',
    topUp: 'Recargar',
    seeOperations: 'Mis operaciones',
  },
  {
    done: (v) => `Done. ${v.amount} on ${v.who}`,
    doneBonus: (v) => ` and ${v.bonus} as a bonus`,
    doneKept: (v) => `Of that, ${v.kept} went to the advance.`,
    doneBalance: (v) => `Your balance is ${v.balance}${v.until}.`,
    until: (v) => ` until ${v.day}`,
    reference: (v) => `Receipt ${v.reference}.`,
    receipt: 'Top-up',
    refused: (v) => `The top-up was not made. ${v.why}`,
    limitCount: (v) =>
      `Today there were ${v.count} top-ups from this line to others already, and that is the limit of a day. I charged nothing. It works again tomorrow.`,
    limitAmount: (v) =>
      `This would be more than ${v.most} in a day to other lines, and that is the limit. I charged nothing. It works again tomorrow.`,
    unknown: (v) =>
      `I do not know yet whether the top-up of ${v.amount} was applied. Do not repeat it: it could be charged twice. I am checking; I will tell you by ${v.when} at the latest. Reference ${v.reference}.`,
    approve: (v) =>
      `Approve it on your phone: you got a notice to pay ${v.amount}. Do not repeat the top-up; I will tell you here by ${v.when} at the latest. Reference ${v.reference}.`,
    settledDone: (v) => `Now I know: the top-up of ${v.amount} to the line ending in ${v.last} did arrive, at ${v.when}. Receipt ${v.reference}.`,
    settledNot: (v) =>
      `Now I know: the top-up of ${v.amount} to the line ending in ${v.last} did not arrive and was not charged. If you like, we do it now.`,
    stuck: (v) =>
      `There is still no answer about the top-up of ${v.amount} to the line ending in ${v.last}. A person is looking at it with your reference ${v.reference}. You need not do anything; do not repeat it.`,
    packs: 'Buy a pack',
    seeReceipt: 'See receipt',
    balance: 'See my balance',
    topUp: 'Top up',
    seeOperations: 'My operations',
  },
);
