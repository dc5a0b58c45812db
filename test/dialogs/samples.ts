/** What the values of a text are called, and something of the longest that each may be. */
type Values = Readonly<Record<string, string | number>>;

/** A brand has 20 characters at most (config.ts); of the nine countries Paraguay and Colombia write the longest numbers. */
const line = '0981 000 101';
const brand = 'Operador Nacional GT';
const balance = 'Gs. 1.337.280';
const when = 'el miércoles 30 de septiembre a las 11:59 p. m.';
const hour = 'las 11:59 p. m.';
const left = '1.2 GB de 3 GB, 45 minutos, 20 SMS y WhatsApp para chatear sin límite';

/**
 * Values for every text that is made of some, by catalog and key; several where the words differ. A text that is missing here fails the
 * test, so a new one comes with its own.
 */
export const SAMPLES: Readonly<Record<string, Readonly<Record<string, readonly Values[]>>>> = {
  root: {
    hello: [{ brand, greeting: 'Buenas tardes' }],
    leaveFor: [{ this: 'el plan', other: 'hablar con una persona' }],
    comeBack: [{ this: 'el plan' }],
  },
  engine: {},
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
    canAt: [{ hour }],
    wrong: [{ left: 2 }, { left: 1 }],
    locked: [{ hour }],
    tooSoon: [{ hour }],
    noMoreToday: [{ when }],
    welcome: [{ line }],
    sms: [{ code: '482910', brand }],
  },
  agent: {
    how: [{ contact: 'Lo atendemos en el 611, de 7:00 a. m. a 9:00 p. m.' }],
  },
};

/** Texts that stand on a button. `button` of every skill is one of them. */
export const BUTTONS: Readonly<Record<string, readonly string[]>> = {
  root: ['tryAgain', 'toMenu', 'somethingElse', 'person', 'leaveYes', 'leaveNo', 'comeBackYes', 'comeBackNo'],
  engine: ['yes', 'no', 'more', 'before', 'stop'],
  balances: ['tryAgain', 'quota', 'lines'],
  quota: ['tryAgain', 'balance', 'plan'],
  plan: ['tryAgain', 'quota', 'balance'],
  lines: ['use', 'add', 'close', 'balance'],
  'login-mobile': ['sendIt', 'otherNumber', 'notArrived', 'sendAnother', 'changeNumber', 'withoutCode', 'seeMenu', 'person', 'balance', 'lines'],
  agent: ['menu'],
};

/** Pieces of a sentence, and words that stand alone on a card. `title` of every skill is one of them. All other texts are whole sentences. */
export const PIECES: Readonly<Record<string, readonly string[]>> = {
  root: ['morning', 'afternoon', 'night'],
  balances: ['bonus', 'until', 'untilDay', 'available', 'promotional'],
  quota: ['of', 'data', 'voice', 'sms', 'uncounted', 'and'],
  plan: ['price', 'every', 'plan', 'kind', 'prepaid', 'postpaid', 'cost', 'includes', 'since', 'renews'],
};
