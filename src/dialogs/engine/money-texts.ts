import { catalog, forms } from '../../domain/texts';

/** Why an order came to nothing, by the stable words of refusals. */
const WHY: Readonly<Record<string, string>> = {
  insufficient: 'El saldo no alcanza',
  'sold-out': 'El paquete se agotó',
  'price-changed': 'El precio cambió',
  'not-eligible': 'No está disponible para esta línea',
  'card-declined': 'El banco no aprobó la tarjeta',
  'card-expired': 'La tarjeta está vencida',
  'voucher-used': 'Ese PIN ya se usó',
  'voucher-expired': 'Ese PIN está vencido',
  'voucher-unknown': 'Ese PIN no existe; quizás falta un número',
  'wallet-insufficient': 'La billetera no tiene suficiente',
  'wallet-declined': 'El pago no se aprobó en el teléfono',
  blocked: 'Ese medio de pago está bloqueado',
  limit: 'Pasa del límite permitido',
  'sim-changed': 'El chip de la línea se cambió hace poco',
  'not-paid': 'El enlace venció sin usarse',
  'already-paid': 'Ya estaba pagada',
};
const WHY_EN: Readonly<Record<string, string>> = {
  insufficient: 'The balance is not enough',
  'sold-out': 'The pack is sold out',
  'price-changed': 'The price changed',
  'not-eligible': 'It is not available for this line',
  'card-declined': 'The bank did not approve the card',
  'card-expired': 'The card has expired',
  'voucher-used': 'That PIN was used before',
  'voucher-expired': 'That PIN has expired',
  'voucher-unknown': 'That PIN does not exist; a digit may be missing',
  'wallet-insufficient': 'The wallet does not have enough',
  'wallet-declined': 'The payment was not approved on the phone',
  blocked: 'That means of payment is blocked',
  limit: 'It is over the limit',
  'sim-changed': 'The SIM of the line was changed recently',
  'not-paid': 'The link ended unused',
  'already-paid': 'It was paid already',
};

/** What is said alike wherever money moves: amounts, the SIM, receipts, refusals. */
export const moneyTexts = catalog(
  {
    tooLittle: (v: { min: string }) => `Ese monto es muy bajo: el mínimo es ${v.min}. ¿Qué monto pongo?`,
    tooMuch: (v: { max: string }) => `Ese monto es muy alto: el máximo es ${v.max}. ¿Qué monto pongo?`,
    notAStep: (v: { step: string; near: string }) => `Los montos van de ${v.step} en ${v.step}, por ejemplo ${v.near}. ¿Qué monto pongo?`,
    notPositive: (v: { min: string }) => `El monto tiene que ser mayor que cero; el mínimo es ${v.min}. ¿Qué monto pongo?`,
    otherCurrency: (v: { example: string }) => `Aquí el monto va en la moneda del país, por ejemplo ${v.example}. ¿Qué monto pongo?`,
    whichOne: (v: { one: string; other: string }) => `¿${v.one} o ${v.other}?`,
    notClear: (v: { one: string; other: string; min: string; max: string }) =>
      `No me quedó claro si son ${v.one} o ${v.other}; el monto va de ${v.min} a ${v.max}. ¿Qué monto pongo?`,
    from: (v: { min: string; max: string }) => `El monto va de ${v.min} a ${v.max}. ¿Qué monto pongo?`,
    anotherAmount: 'Otro monto',
    simChanged: forms({
      tu: (v: { when: string }) =>
        `El chip de esta línea se cambió hace menos de 3 días. Para proteger tu dinero, las compras, los adelantos y la billetera vuelven ${v.when}.`,
      vos: (v: { when: string }) =>
        `El chip de esta línea se cambió hace menos de 3 días. Para proteger tu dinero, las compras, los adelantos y la billetera vuelven ${v.when}.`,
      usted: (v: { when: string }) =>
        `El chip de esta línea se cambió hace menos de 3 días. Para proteger su dinero, las compras, los adelantos y la billetera vuelven ${v.when}.`,
    }),
    balanceAndCard: forms({
      tu: 'Puedes ver tu saldo y recargar con tarjeta.',
      vos: 'Podés ver tu saldo y recargar con tarjeta.',
      usted: 'Puede ver su saldo y recargar con tarjeta.',
    }),
    balanceOnly: forms({ tu: 'Puedes ver tu saldo.', vos: 'Podés ver tu saldo.', usted: 'Puede ver su saldo.' }),
    wasItYou: forms({ tu: '¿Tú cambiaste el chip?', vos: '¿Vos cambiaste el chip?', usted: '¿Usted cambió el chip?' }),
    itWasMe: 'Yo lo cambié',
    itWasNotMe: 'Yo no fui',
    simUnknown: forms({
      tu: 'Ahora no puedo revisar el chip de esta línea y, para proteger tu dinero, no muevo nada. No cobré nada. Intenta en unos minutos.',
      vos: 'Ahora no puedo revisar el chip de esta línea y, para proteger tu dinero, no muevo nada. No cobré nada. Intentá en unos minutos.',
      usted: 'Ahora no puedo revisar el chip de esta línea y, para proteger su dinero, no muevo nada. No cobré nada. Intente en unos minutos.',
    }),
    simUnknownPage: forms({
      tu: 'Ahora no puedo revisar el chip de esta línea y, para proteger tu dinero, no muevo nada. No cobré nada. Puedes recargar con tarjeta.',
      vos: 'Ahora no puedo revisar el chip de esta línea y, para proteger tu dinero, no muevo nada. No cobré nada. Podés recargar con tarjeta.',
      usted: 'Ahora no puedo revisar el chip de esta línea y, para proteger su dinero, no muevo nada. No cobré nada. Puede recargar con tarjeta.',
    }),
    homeOf: (v: { last: string }) => `contrato terminado en ${v.last}`,
    lineOf: (v: { line: string }) => `línea ${v.line}`,
    noSavedCard: 'Aquí no puedo usar una tarjeta guardada. No cobré nada. ¿Con cuál pagamos?',
    notWith: 'Ese medio de pago no está disponible aquí. No cobré nada. ¿Con cuál pagamos?',
    withoutCard: forms({
      tu: 'Sin tarjeta se paga en efectivo, en una tienda o un punto de pago: escribe *tiendas* y te digo cuál queda cerca. Aquí no cobré nada.',
      vos: 'Sin tarjeta se paga en efectivo, en una tienda o un punto de pago: escribí *tiendas* y te digo cuál queda cerca. Aquí no cobré nada.',
      usted: 'Sin tarjeta se paga en efectivo, en una tienda o un punto de pago: escriba *tiendas* y le digo cuál queda cerca. Aquí no cobré nada.',
    }),
    balance: 'Ver mi saldo',
    refused: (v: { reason: string }) => `${WHY[v.reason] ?? 'No llegó a aplicarse'}. No se cobró nada.`,
    receipt: (v: { what: string; reference: string; last: string; when: string }) =>
      `Comprobante ${v.reference}: ${v.what}, línea terminada en ${v.last}, ${v.when}.`,
    reference: 'Comprobante',
    amount: 'Monto',
    when: 'Fecha',
    givenBack: (v: { amount: string; reference: string }) =>
      `El pago de ${v.amount} llegó cuando el enlace ya había vencido. Lo devolvimos al mismo medio, y todo sigue como antes. Referencia ${v.reference}.`,
    seeReceipt: 'Ver comprobante',
    tryAgain: 'Intentar otra vez',
    person: 'Hablar con alguien',
  },
  {
    tooLittle: (v) => `That amount is too low: the minimum is ${v.min}. What amount shall I use?`,
    tooMuch: (v) => `That amount is too high: the maximum is ${v.max}. What amount shall I use?`,
    notAStep: (v) => `Amounts go in steps of ${v.step}, for example ${v.near}. What amount shall I use?`,
    notPositive: (v) => `The amount has to be more than zero; the minimum is ${v.min}. What amount shall I use?`,
    otherCurrency: (v) => `Amounts here are in the local currency, for example ${v.example}. What amount shall I use?`,
    whichOne: (v) => `${v.one} or ${v.other}?`,
    notClear: (v) => `I am not sure whether that is ${v.one} or ${v.other}; it can be from ${v.min} to ${v.max}. What amount shall I use?`,
    from: (v) => `It can be from ${v.min} to ${v.max}. What amount shall I use?`,
    anotherAmount: 'Another amount',
    simChanged: (v) =>
      `The SIM of this line was changed less than 3 days ago. To protect your money, purchases, advances and the wallet are on hold; they work again ${v.when}.`,
    balanceAndCard: 'You can see your balance and top up by card.',
    balanceOnly: 'You can see your balance.',
    wasItYou: 'Did you change the SIM?',
    itWasMe: 'I changed it',
    itWasNotMe: 'It was not me',
    simUnknown:
      'I cannot check the SIM of this line now and, to protect your money, I am not moving any. Nothing was charged. Try again in a few minutes.',
    simUnknownPage:
      'I cannot check the SIM of this line now and, to protect your money, I am not moving any. Nothing was charged. You can top up by card.',
    homeOf: (v) => `contract ending in ${v.last}`,
    lineOf: (v) => `line ${v.line}`,
    noSavedCard: 'I cannot use a saved card here. I charged nothing. Which one shall I use?',
    notWith: 'That means of payment is not available here. I charged nothing. Which one shall I use?',
    withoutCard:
      'Without a card it is paid in cash, at a store or a payment point: write *stores* and I tell you the nearest. I charged nothing here.',
    balance: 'See my balance',
    refused: (v) => `${WHY_EN[v.reason] ?? 'It was not applied'}. Nothing was charged.`,
    receipt: (v) => `Receipt ${v.reference}: ${v.what}, line ending in ${v.last}, ${v.when}.`,
    reference: 'Receipt',
    amount: 'Amount',
    when: 'Date',
    givenBack: (v) =>
      `The payment of ${v.amount} came when the link had ended. We gave it back to where it came from, and all is as before. Reference ${v.reference}.`,
    seeReceipt: 'See receipt',
    tryAgain: 'Try again',
    person: 'Talk to someone',
  },
);
