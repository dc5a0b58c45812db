import { unbuiltButtons } from '../../src/dialogs/unbuilt';

/** What the values of a text are called, and something of the longest that each may be. */
type Values = Readonly<Record<string, string | number>>;

/** A brand has 20 characters at most (config.ts); of the nine countries Paraguay and Colombia write the longest numbers. */
const line = '0981 000 101';
const brand = 'Operador Nacional GT';
const balance = 'Gs. 1.337.280';
const when = 'el miércoles 30 de septiembre a las 11:59 p. m.';
const hour = 'las 11:59 p. m.';
const day = 'el miércoles 30 de septiembre de 2027';
const reference = 'R-7K2M9';
const pack = 'Paquete Todo en uno 12 GB, 15 días';
const content = 'Datos, 300 minutos, WhatsApp, Facebook e Instagram';
/** The stable words of refusals, and one that nobody knows. */
const REASONS =
  'insufficient sold-out price-changed not-eligible card-declined card-expired voucher-used voucher-expired voucher-unknown wallet-insufficient wallet-declined blocked limit sim-changed unreached'.split(
    ' ',
  );
const left = '1.2 GB de 3 GB, 45 minutos, 20 SMS y WhatsApp para chatear sin límite';

/**
 * Values for every text that is made of some, by catalog and key; several where the words differ. A text that is missing here fails the
 * test, so a new one comes with its own.
 */
export const SAMPLES: Readonly<Record<string, Readonly<Record<string, readonly Values[]>>>> = {
  engine: { answerWaits: [{ reference: 'R-7K2M9' }] },
  root: {
    hello: [{ brand, greeting: 'Buenas tardes' }],
    leaveFor: [{ this: 'el plan', other: 'hablar con una persona' }],
    comeBack: [{ this: 'el plan' }],
    andNow: [{ other: 'hablar con una persona' }],
    notYetThat: [{ other: '*Adelanto de saldo*' }],
    alreadyDone: [{ reference: 'R-7K2M9' }],
    alreadyRefused: [{ reference: 'R-7K2M9' }],
    alreadyUnknown: [{ reference: 'R-7K2M9' }],
  },
  safety: {
    crisis: [{ call: 'En el 1-800-555-0100 hay ayuda, y en el 911 si hay peligro.' }],
    callBoth: [{ crisis: '1-800-555-0100', emergency: '911' }],
    callOne: [{ number: '1-800-555-0100' }],
    extortion: [{ call: 'Llame ahora a la policía.' }],
    threat: [{ call: 'Llame ahora a la policía.' }],
    fraud: [{ brand }],
  },
  money: {
    tooLittle: [{ min: balance }],
    tooMuch: [{ max: balance }],
    notAStep: [{ step: balance, near: balance }],
    notPositive: [{ min: balance }],
    otherCurrency: [{ example: balance }],
    whichOne: [{ one: balance, other: balance }],
    from: [{ min: balance, max: balance }],
    simChanged: [{ when }],
    refused: REASONS.map((reason) => ({ reason })),
    receipt: [{ what: pack, reference, last: '0101', when }],
  },
  'top-up': {
    whichAgain: [{ example: line }],
    notOurs: [{ line, brand }],
    foreign: [{ brand }],
    postpaid: [{ line }],
    own: [{ line }],
    other: [{ line }],
    howMuch: [{ who: `la línea ${line}` }],
    noMeansFor: [{ amount: balance }],
    withCard: [{ name: 'Mastercard ••5454' }],
    plain: [{ amount: balance, who: `la línea ${line}`, means: 'Mastercard ••5454' }],
    bonus: [{ bonus: balance, words: 'solo llamadas a números de la misma red, por 3 días' }],
    gift: [{ words: '1 GB más, por 3 días' }],
    valid: [{ day }],
    debt: [{ owed: balance, amount: balance, kept: balance, left: balance }],
    done: [{ amount: balance, who: `la línea ${line}` }],
    doneBonus: [{ bonus: balance }],
    doneKept: [{ kept: balance }],
    doneBalance: [{ balance, until: ` hasta ${day}` }],
    until: [{ day }],
    reference: [{ reference }],
    refused: [{ why: 'El banco no aprobó la tarjeta. No se cobró nada.' }],
    limitCount: [{ count: 4 }],
    limitAmount: [{ most: balance }],
    unknown: [{ amount: balance, when: hour, reference }],
    approve: [{ amount: balance, when: hour, reference }],
    settledDone: [{ amount: balance, last: '0101', when: hour, reference }],
    settledNot: [{ amount: balance, last: '0101' }],
    stuck: [{ reference, amount: balance, last: '0101' }],
  },
  voucher: {
    consent: [{ line }],
    done: [{ line }],
    doneWorth: [{ line, amount: balance }],
    doneKept: [{ kept: balance }],
    doneBalance: [{ balance }],
    reference: [{ reference }],
    refused: [{ why: 'Ese PIN ya se usó. No se cobró nada.' }],
    unknown: [{ when: hour, reference }],
    of: [{ amount: balance }],
    settledDone: [{ worth: ` de ${balance}`, last: '0101', when: hour, reference }],
    settledNot: [{ last: '0101' }],
    stuck: [{ reference, last: '0101' }],
  },
  'buy-pack': {
    personal: [{ offer: 'M7 con 1 GB de regalo hoy' }],
    upTo: [{ most: balance }],
    noneWithin: [{ budget: balance }],
    row: [{ number: 6, name: pack, price: balance, content, note: ' (agotado)' }],
    days: [{ size: '2.5 GB', days: 1 }],
    soldOut: [{ name: pack }],
    roamingOff: [{ name: pack }],
    minor: [{ name: pack }],
    notForLine: [{ name: pack }],
    fits: [{ budget: balance, name: pack, content, until: `hasta ${when}` }],
    offer: [{ name: pack, content, until: `hasta ${when}` }],
    changed: [{ now: balance, before: balance }],
    priceNow: [{ now: balance, before: balance }],
    fromBalance: [{ price: balance, have: balance, left: balance }],
    fromOther: [{ price: balance, means: 'Billetera' }],
    onBill: [{ price: balance }],
    forLine: [{ line }],
    short: [{ price: balance, missing: balance, advance: `, o pedir un adelanto de ${balance}` }],
    orAdvance: [{ lent: balance, total: balance }],
    noMeans: [{ price: balance }],
    done: [{ name: pack, until: `hasta ${when}` }],
    doneBalance: [{ balance }],
    reference: [{ reference }],
    refused: [{ why: 'El paquete se agotó. No se cobró nada.' }],
    unknown: [{ name: pack, price: balance, when: hour, reference }],
    approve: [{ price: balance, when: hour, reference }],
    settledDone: [{ name: pack, price: balance, last: '0101', when: hour, reference }],
    settledNot: [{ name: pack, price: balance, last: '0101' }],
    stuck: [{ name: pack, last: '0101', reference }],
  },
  balances: {
    answer: [{ line, balance, until: `, vale hasta ${when}` }],
    none: [{ line }],
    also: [{ balances: `${balance} promocional (solo llamadas a números de la misma red, hasta ${when})` }],
    bonus: [{ amount: balance, only: ` (solo llamadas a números de la misma red, hasta ${when})` }],
    until: [{ when }],
    untilDay: [{ day: 'el miércoles 30 de septiembre' }],
    stale: [{ when, balance }],
    speak: [{ last: '0101', balance }],
  },
  quota: {
    answer: [{ line, left }],
    none: [{ line }],
    stale: [{ when }],
    of: [{ left: '1.2 GB', of: '3 GB' }],
    speak: [{ last: '0101', left }],
  },
  plan: {
    answer: [{ line, plan: 'Plan Empresas 15 GB', price: `, ${balance} a la semana` }],
    price: [{ amount: balance }],
    every: [{ period: 'day' }, { period: 'week' }, { period: 'month' }],
    gone: [{ line }],
    stale: [{ when }],
    speak: [{ last: '0101', plan: 'Plan Empresas 15 GB' }],
  },
  lines: {
    which: [{ current: line }],
    use: [{ line }],
    close: [{ line }],
    now: [{ line }],
    closed: [{ line }],
  },
  'login-mobile': {
    askAgain: [{ example: line }],
    welcomeBack: [{ line }],
    code: [{ line, brand, hour }],
    missing: [{ line, wait: 'Otro sale a las 6:30 p. m.' }],
    canIn: [{ seconds: 120 }],
    canAt: [{ when: `mañana a ${hour}` }],
    last: [{ until: `hasta ${when}` }],
    spent: [{ wait: 'Otro sale a las 6:30 p. m.' }],
    wrong: [{ left: 2 }, { left: 1 }],
    locked: [{ hour }],
    tooSoon: [{ hour }],
    noMoreToday: [{ when }],
    noMoreLines: [{ when }],
    held: [{ hour }],
    welcome: [{ line }],
    sms: [{ code: '482910', brand }],
  },
  faq: {
    one: [{ title: 'Compensación por fallas', excerpt: 'Se descuenta cuando la falla pasa de 24 horas, en la factura siguiente.' }],
    old: [{ day: 'el miércoles 30 de septiembre' }],
  },
  agent: {
    how: [{ contact: 'Lo atendemos en el 611, de 7:00 a. m. a 9:00 p. m.' }],
  },
};

/** Texts that stand on a button. `button` of every skill is one of them. */
export const BUTTONS: Readonly<Record<string, readonly string[]>> = {
  root: ['myOperations', 'tryAgain', 'toMenu', 'somethingElse', 'person', 'leaveYes', 'leaveNo', 'comeBackYes', 'comeBackNo', 'alsoYes', 'personYes'],
  unbuilt: Object.keys(unbuiltButtons.es),
  engine: ['see', 'yes', 'no', 'more', 'before', 'stop'],
  money: ['anotherAmount', 'itWasMe', 'itWasNotMe', 'balance', 'seeReceipt', 'tryAgain', 'person'],
  'top-up': ['mine', 'otherLine', 'changeNumber', 'pin', 'yes', 'otherCard', 'otherMeans', 'changeAmount', 'packs', 'seeReceipt', 'balance', 'topUp', 'seeOperations'], // prettier-ignore
  voucher: ['yes', 'otherLine', 'another', 'person', 'packs', 'seeReceipt', 'seeOperations'],
  'buy-pack': [
    ...['forYou', 'data', 'allInOne', 'social', 'voice', 'sms', 'international', 'roaming', 'days', 'yes', 'others', 'otherMeans', 'topUp', 'advance'],
    ...['cheaper', 'quota', 'seeReceipt', 'seeOperations', 'again', 'balance'],
  ],
  balances: ['tryAgain', 'quota', 'lines'],
  quota: ['tryAgain', 'balance', 'plan'],
  plan: ['tryAgain', 'quota', 'balance'],
  lines: ['use', 'add', 'close', 'balance'],
  'login-mobile': ['sendIt', 'otherNumber', 'notArrived', 'sendAnother', 'changeNumber', 'withoutCode', 'seeMenu', 'person', 'balance', 'lines'],
  agent: ['menu'],
  faq: ['yes', 'no', 'read', 'page', 'other', 'case', 'person', 'menu'],
};

/** Pieces of a sentence, and words that stand alone on a card. `title` of every skill is one of them. All other texts are whole sentences. */
export const PIECES: Readonly<Record<string, readonly string[]>> = {
  root: ['morning', 'afternoon', 'night'],
  money: ['reference', 'amount', 'when'],
  'top-up': ['own', 'other', 'withCard', 'withPage', 'done', 'doneBonus', 'until', 'receipt'],
  voucher: ['of', 'receipt'],
  'buy-pack': ['row', 'soldOutNote', 'roamingNote', 'orAdvance'],
  balances: ['bonus', 'until', 'untilDay', 'available', 'promotional'],
  quota: ['of', 'data', 'voice', 'sms', 'uncounted', 'and'],
  plan: ['price', 'every', 'plan', 'kind', 'prepaid', 'postpaid', 'cost', 'includes', 'since', 'renews'],
};
