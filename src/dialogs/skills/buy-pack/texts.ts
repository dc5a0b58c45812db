import { catalog, forms } from '../../../domain/texts';

export const texts = catalog(
  {
    title: 'la compra del paquete',
    button: 'Comprar paquete',
    nothing: 'Por ahora no hay paquetes a la venta para esta línea. No cobré nada.',
    what: forms({
      tu: '¿Qué buscas? Toca un tipo, o dime cuánto quieres gastar, como *algo de 20*.',
      vos: '¿Qué buscás? Tocá un tipo, o decime cuánto querés gastar, como *algo de 20*.',
      usted: '¿Qué busca? Toque un tipo, o dígame cuánto quiere gastar, como *algo de 20*.',
    }),
    whatAgain: forms({
      tu: 'Dime un precio, un tamaño o para cuántos días: por ejemplo *2 gigas por una semana*.',
      vos: 'Decime un precio, un tamaño o para cuántos días: por ejemplo *2 gigas por una semana*.',
      usted: 'Dígame un precio, un tamaño o para cuántos días: por ejemplo *2 gigas por una semana*.',
    }),
    personal: (v: { offer: string }) => `Oferta de hoy para esta línea: ${v.offer}.`,
    forYou: 'Oferta de hoy',
    data: 'Datos',
    allInOne: 'Todo en uno',
    social: 'Redes',
    voice: 'Minutos',
    sms: 'Mensajes',
    international: 'Internacional',
    roaming: 'Roaming',
    these: 'Estos son:',
    upTo: (v: { most: string }) => `Estos alcanzan con ${v.most}:`,
    noneWithin: (v: { budget: string }) => `Con ${v.budget} no hay ninguno. Los más cercanos:`,
    row: (v: { number: number; what: string; price: string; note: string }) => `${v.number}. ${v.what}. ${v.price}${v.note}`,
    days: (v: { size: string; days: number }) => `${v.size} · ${v.days} ${v.days === 1 ? 'día' : 'días'}`,
    forDays: (v: { days: number }) => `${v.days} ${v.days === 1 ? 'día' : 'días'}`,
    soldOutNote: ' (agotado)',
    roamingNote: ' (con roaming activo)',
    soldOut: (v: { name: string }) => `${v.name} está agotado. No cobré nada. ¿Cuál otro?`,
    roamingOff: (v: { name: string }) => `${v.name} se compra con el roaming activo, y esta línea no lo tiene. No cobré nada. ¿Cuál otro?`,
    minor: (v: { name: string }) => `${v.name} no se vende a líneas de menores de edad. No cobré nada. ¿Cuál otro?`,
    notForLine: (v: { name: string }) => `${v.name} no está disponible para esta línea. No cobré nada. ¿Cuál otro?`,
    gone: 'Ese paquete ya no está a la venta. No cobré nada. ¿Cuál otro?',
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
    buyIt: '¿Lo compro?',
    yes: 'Comprar',
    others: 'Ver otros',
    otherMeans: 'Otro medio',
    payWith: '¿Con qué lo pago?',
    short: forms({
      tu: (v: { price: string; missing: string; advance: string }) =>
        `Cuesta ${v.price} y te faltan ${v.missing}. Puedes recargar y sigo con este mismo paquete${v.advance}.`,
      vos: (v: { price: string; missing: string; advance: string }) =>
        `Cuesta ${v.price} y te faltan ${v.missing}. Podés recargar y sigo con este mismo paquete${v.advance}.`,
      usted: (v: { price: string; missing: string; advance: string }) =>
        `Cuesta ${v.price} y le faltan ${v.missing}. Puede recargar y sigo con este mismo paquete${v.advance}.`,
    }),
    orAdvance: forms({
      tu: (v: { lent: string; total: string }) => `, o pedir un adelanto de ${v.lent} (pagas ${v.total} en tu próxima recarga)`,
      vos: (v: { lent: string; total: string }) => `, o pedir un adelanto de ${v.lent} (pagás ${v.total} en tu próxima recarga)`,
      usted: (v: { lent: string; total: string }) => `, o pedir un adelanto de ${v.lent} (paga ${v.total} en su próxima recarga)`,
    }),
    noMeans: (v: { price: string }) => `Cuesta ${v.price}, y ningún medio de pago de esta línea alcanza ahora. No cobré nada.`,
    topUp: 'Recargar',
    advance: 'Adelanto',
    cheaper: 'Ver más baratos',
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
    title: 'buying the pack',
    button: 'Buy a pack',
    nothing: 'There are no packs on sale for this line now. I charged nothing.',
    what: 'What are you looking for? Tap a kind, or tell me what to spend, like *something for 20*.',
    whatAgain: 'Tell me a price, a size or for how many days: for example *2 gigas for a week*.',
    personal: (v) => `Offer of today for this line: ${v.offer}.`,
    forYou: 'Offer of today',
    data: 'Data',
    allInOne: 'All in one',
    social: 'Social',
    voice: 'Minutes',
    sms: 'Texts',
    international: 'International',
    roaming: 'Roaming',
    these: 'Here they are:',
    upTo: (v) => `These are within ${v.most}:`,
    noneWithin: (v) => `There is none for ${v.budget}. The nearest ones:`,
    row: (v) => `${v.number}. ${v.what}. ${v.price}${v.note}`,
    days: (v) => `${v.size} · ${v.days} ${v.days === 1 ? 'day' : 'days'}`,
    forDays: (v) => `${v.days} ${v.days === 1 ? 'day' : 'days'}`,
    soldOutNote: ' (sold out)',
    roamingNote: ' (turn roaming on first)',
    soldOut: (v) => `${v.name} is sold out. I charged nothing. Which other one?`,
    roamingOff: (v) => `${v.name} needs roaming to be on, and this line does not have it. I charged nothing. Which other one?`,
    minor: (v) => `${v.name} is not sold to lines of minors. I charged nothing. Which other one?`,
    notForLine: (v) => `${v.name} is not available for this line. I charged nothing. Which other one?`,
    gone: 'That pack is no longer on sale. I charged nothing. Which other one?',
    fits: (v) => `For ${v.budget} there is ${v.what}, ${v.until}.`,
    offer: (v) => `${v.what}, ${v.until}.`,
    changed: (v) => `The price changed while we talked: it is ${v.now} now, not ${v.before}. I charged nothing. Do you want it like this?`,
    priceNow: (v) => `The price changed while we talked: it is ${v.now} now, not ${v.before}. I charged nothing.`,
    fromBalance: (v) => `${v.price} from your balance (you have ${v.have}, ${v.left} will be left).`,
    fromOther: (v) => `${v.price} with your ${v.means}.`,
    onBill: (v) => `${v.price} on your next bill.`,
    forLine: (v) => `Line ${v.line}.`,
    buyIt: 'Shall I buy it?',
    yes: 'Buy',
    others: 'See others',
    otherMeans: 'Pay otherwise',
    payWith: 'What shall I pay it with?',
    short: (v) => `It costs ${v.price} and you are ${v.missing} short. You can top up and I go on with this same pack${v.advance}.`,
    orAdvance: (v) => `, or ask for an advance of ${v.lent} (you pay ${v.total} with your next top-up)`,
    noMeans: (v) => `It costs ${v.price}, and no means of payment of this line is enough now. I charged nothing.`,
    topUp: 'Top up',
    advance: 'Advance',
    cheaper: 'See cheaper ones',
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
