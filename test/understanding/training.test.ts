import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fold } from '../../src/domain/fold';
import { Example, fewShot, figures, heard, meaning, report, Text } from '../../src/understanding/evaluation';
import { decoded } from '../../src/understanding/model';
import { createRecogniser, recogniser } from '../../src/understanding/recogniser';
import { corpus, encoded, train } from '../../src/understanding/training';
import { spelling } from '../../src/understanding/spelling';
import { SCHOOLING } from '../../src/understanding/training/learn';

const SOURCES = resolve(__dirname, '../../src');
const MODEL = join(SOURCES, 'understanding/model/routing.bin');
const LARGEST_BYTES = 2_000_000;

const utterances = corpus(SOURCES);
/** Few labels and rounds: what is looked at is the bytes. */
const few = utterances.filter(({ label }) => ['invoices', 'modem', 'oos'].includes(label)).filter((_, at) => at % 5 === 0);
const quick = { ...SCHOOLING, rounds: 2 };
const small = train(few, quick);

test('every skill that customers ask for has words in both languages', () => {
  for (const language of ['es', 'en']) {
    const labels = new Set(utterances.filter((one) => one.language === language).map(({ label }) => label));
    expect(labels).toEqual(new Set(utterances.map(({ label }) => label)));
  }
});

test('no text is taught as two things', () => {
  const taught = new Map<string, Set<string>>();
  for (const { text, label } of utterances) taught.set(text.toLowerCase(), (taught.get(text.toLowerCase()) ?? new Set()).add(label));
  expect([...taught].filter(([, labels]) => labels.size > 1).map(([text, labels]) => `${text}: ${[...labels].join(', ')}`)).toEqual([]);
});

test('the same utterances give the same bytes', () => {
  expect(encoded(train(few, quick)).equals(encoded(small))).toBe(true);
});

test('a model is read back as it was written, and hears the same', () => {
  const read = recogniser(decoded(encoded(small)));
  expect(read.rank('mi factura llegó cara', 'es')).toEqual(recogniser(small).rank('mi factura llegó cara', 'es'));
  expect(() => decoded(encoded(small).subarray(0, -1))).toThrow('npm run train');
});

test('the committed model is small, and knows the labels of the utterances', () => {
  const bytes = readFileSync(MODEL);
  expect(bytes.length).toBeLessThan(LARGEST_BYTES);
  expect(decoded(bytes).labels).toEqual([...new Set(utterances.map(({ label }) => label))].sort());
});

describe('spelling', () => {
  const spelt = spelling(['saldo', 'saldos', 'recibo', 'datos', 'luz', 'pagar']);
  test.each([
    ['sldo', 'saldo'],
    ['salddo', 'saldo'],
    ['sakdo', 'saldo'],
    ['slado', 'saldo'],
    ['resivo', 'recibo'],
  ])('"%s" is one slip, or the same sound, from "%s"', (typed, meant) => {
    expect(spelt([typed])).toEqual([meant]);
  });
  test('what is known, short, no word, or too far from all words stays', () => {
    const typed = ['saldos', 'lus', 'gatos', 'znum', 'da70s', 'banana', ''];
    expect(spelt(typed)).toEqual(typed.map((word) => (word === 'gatos' ? 'gatos' : word)));
  });
});

test('few examples of a label are enough to know others like them, and what is only tested teaches nothing', () => {
  const row = (text: string, article: string, split: 'train' | 'test') => Example.parse({ text, article, split });
  const taught = [
    row('a qué hora abren', 'horario', 'train'),
    row('cuál es el horario', 'horario', 'train'),
    row('dónde están ubicados', 'lugar', 'train'),
    row('cuál es la dirección', 'lugar', 'train'),
  ];
  const tested = [row('qué horario tienen', 'horario', 'test'), row('la dirección de ustedes', 'lugar', 'test')];
  expect(fewShot([...taught, ...tested], '')).toEqual({ taught: 4, texts: 2, labels: 2, accuracy: 1, top3: 1 });
  expect(fewShot([...taught, row('abracadabra', 'magia', 'test')], '')).toMatchObject({ accuracy: 0, top3: 0 });
  expect(Example.safeParse({ text: 'a', split: 'train' }).success).toBe(false);
});

/** Equal to any number from `lowest` on. */
const atLeast = (lowest: number): unknown => ({
  asymmetricMatch: (got: unknown) => typeof got === 'number' && got >= lowest,
  toString: () => `at least ${lowest}`,
});

describe('measuring', () => {
  const by = createRecogniser();
  const skills = by.rank('x', 'es').map(({ skill }) => skill);
  const texts = [
    { text: 'quiero recargar', label: 'topup', lang: 'es' },
    { text: 'se me olvidó la clave del wifi', label: 'wifi_modem', lang: 'es' },
    { text: 'cuéntame un chiste', label: 'oos', lang: 'es' },
    { text: 'sí', label: 'nav_confirm', lang: 'es' },
  ] as const;

  test('reads the labels of others by its table, and leaves out what nobody knows', () => {
    const means = meaning(new Set(texts.map(({ label }) => label)), skills);
    expect(means.accepted('topup')).toEqual(['top-up', 'find-payment']);
    expect(means.accepted('nav_confirm')).toBeUndefined();
    expect(figures(texts, by, means)).toMatchObject({ accuracy: 1, macroF1: 1, top3: 1, oos: { rejected: 1, inScopeLost: 0 } });
  });

  test('a file of skill ids is read one for one', () => {
    const means = meaning(['top-up', 'modem'], skills);
    expect(means.accepted('modem')).toEqual(['modem']);
    expect(means.accepted('topup')).toBeUndefined();
  });

  test.each(['customers', 'strangers'])('texts of %s that nobody taught it reach the goals', (who) => {
    const rows = readFileSync(join(__dirname, `${who}.jsonl`), 'utf8')
      .trim()
      .split('\n');
    const customers = rows.map((row) => Text.parse(JSON.parse(row)));
    const taught = new Set(utterances.map(({ text }) => fold(text)));
    expect(customers.filter(({ text }) => taught.has(fold(text))).map(({ text }) => text)).toEqual([]);
    const { accuracy, macroF1, top3, sure, oos } = figures(customers, by, meaning(new Set(customers.map(({ label }) => label)), skills));
    expect({
      accuracy,
      macroF1,
      top3,
      coverage: sure.coverage,
      precision: sure.precision,
      rejected: oos.rejected,
      kept: 1 - (oos.inScopeLost ?? 1),
    }).toEqual({
      accuracy: atLeast(0.85),
      macroF1: atLeast(0.8),
      top3: atLeast(0.95),
      coverage: atLeast(0.6),
      precision: atLeast(0.95),
      rejected: atLeast(0.9),
      kept: atLeast(0.9),
    });
  });

  test('counts what is wrong', () => {
    const wrong = [
      { text: 'quiero recargar', label: 'stores', lang: 'es' },
      { text: 'quiero recargar', label: 'top-up', lang: 'es' },
    ] as const;
    const measured = figures(wrong, by, meaning(['stores', 'top-up'], skills));
    const told = report(measured, heard(wrong, by, meaning(['stores', 'top-up'], skills)));
    expect(told).toContain('stores → top-up: quiero recargar');
    expect(measured).toMatchObject({ accuracy: 0.5, sure: { coverage: 1, precision: 0.5 }, oos: { rejected: null, inScopeLost: 0 } });
  });
});
