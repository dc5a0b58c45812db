import { z } from 'zod';
import { again } from '../../src/dialogs/engine/control';
import type { Question } from '../../src/dialogs/engine/question';
import { skill, type Basics } from '../../src/dialogs/engine/skill';
import { readMonth, readSize } from '../../src/dialogs/engine/slots';
import { formatMoney, readAmount } from '../../src/domain/money';
import { readMsisdn, showMsisdn } from '../../src/domain/msisdn';
import { formatData } from '../../src/domain/quantity';
import { catalog } from '../../src/domain/texts';
import { lines, talk } from '../support/talk';

const LEAST = 500;
const MOST = 50_000;

/** In minor units, as an answer or as a piece of the sentence that began it. */
const amount = <K extends Basics>(ask: string, beyond: string): Question<K, number> => ({
  ask: () => ask,
  keeps: z.number().int(),
  read: ({ text }, { country }) => {
    const read = readAmount(text, country, { min: LEAST, max: MOST });
    if (read === undefined || read === 'ambiguous') return again();
    return read.minor < LEAST || read.minor > MOST ? again(beyond) : read.minor;
  },
});
const line = <K extends Basics>(ask: string): Question<K, string> => ({
  ask: () => ask,
  keeps: z.string(),
  read: ({ text }, { country }) => {
    const read = readMsisdn(text, country);
    return read.kind === 'mobile' ? read.msisdn : again();
  },
});

const texts = catalog(
  {
    title: 'la recarga',
    button: 'Recargar',
    how: '¿Cuánto?',
    beyond: 'De Q5 a Q500.',
    who: '¿A qué línea?',
    sure: (v: { what: string }) => `¿Recargo ${v.what}?`,
    ok: 'Sí',
    done: 'Hecho.',
  },
  {
    title: 'topping up',
    button: 'Top up',
    how: 'How much?',
    beyond: 'From Q5 to Q500.',
    who: 'To which line?',
    sure: (v) => `Top up ${v.what}?`,
    ok: 'Yes',
    done: 'Done.',
  },
);
const topUp = skill('top-up', texts)
  .hears({ es: ['recarga', 'recargame'], en: ['top up'] })
  .asks('line', line('¿A qué línea?'), { from: 'line' })
  .asks('amount', amount('¿Cuánto?', 'De Q5 a Q500.'), { from: 'amount' })
  .confirms('agreed', {
    words: ({ t, amount: minor, line: msisdn, country }) => ({
      text: t.sure({ what: `${formatMoney({ minor, currency: country.currency }, country)} a ${showMsisdn(msisdn, country)}` }),
    }),
    yes: ({ t }) => t.ok,
  })
  .does(async ({ t, say }) => say(t.done));

const lookTexts = catalog(
  { title: 'ver', button: 'Ver', found: (v: { what: string }) => `Veo ${v.what}.` },
  { title: 'looking', button: 'Look', found: (v) => `I see ${v.what}.` },
);
const text = <K extends Basics>(read: (said: string, known: K) => string | undefined): Question<K, string> => ({
  ask: () => '¿Qué?',
  keeps: z.string(),
  read: (reply, known) => read(reply.text, known) ?? again(),
});
const look = skill('look', lookTexts)
  .hears({ es: ['ver'], en: ['look'] })
  .asks(
    'month',
    text((said, { now, country }) => readMonth(said, now, country)),
    { from: 'month' },
  )
  .asks(
    'size',
    text((said, { country }) => {
      const bytes = readSize(said);
      return bytes === undefined ? undefined : formatData(bytes, country);
    }),
    { from: 'size' },
  )
  .does(async ({ t, month, size, say }) => say(t.found({ what: `${month} ${size.replace('\u00a0', ' ')}` })));

const script = async (chat: string) => expect(await talk([topUp, look], { menu: ['top-up'], person: 'look' }).play(chat)).toEqual(lines(chat));

test('what the sentence said is not asked; it stands in the consent, and only a yes to that does it', () =>
  script(`
    > recárgame 20 al 5555-1234
    < ¿Recargo Q20.00 a 5555-1234?
    > sí
    < Hecho.
  `));

test('what it did not say is asked', () =>
  script(`
    > recarga al 5555-1234
    < ¿Cuánto?
    > 20
    < ¿Recargo Q20.00 a 5555-1234?
  `));

test('a phone number is no amount, and two amounts are none', () =>
  script(`
    > recarga de entre 5 y 50 al 5555-1234
    < ¿Cuánto?
  `));

test('what was said and is refused is asked with the reason', () =>
  script(`
    > recárgame 900 al 5555-1234
    < De Q5 a Q500.
    > 50
    < ¿Recargo Q50.00 a 5555-1234?
  `));

test('an answer may hold more than was asked', () =>
  script(`
    > recarga
    < ¿A qué línea?
    > 20 al 5555-1234
    < ¿Recargo Q20.00 a 5555-1234?
  `));

test('one correction may change several answers', () =>
  script(`
    > recárgame 20 al 5555-1234
    < ¿Recargo Q20.00 a 5555-1234?
    > mejor 50 al 5555-0103
    < ¿Recargo Q50.00 a 5555-0103?
    > no, 30
    < ¿Recargo Q30.00 a 5555-0103?
  `));

test('"atrás" asks for it, and does not fall back to what was said', () =>
  script(`
    > recárgame 20 al 5555-1234
    < ¿Recargo Q20.00 a 5555-1234?
    > atrás
    < ¿Cuánto?
  `));

test('months and sizes are read by the same words', () =>
  script(`
    > ver 2 gigas de marzo
    < Veo 2026-03 2 GB.
  `));
