import { ALARMS } from '../../src/domain/alarm';
import { chance } from '../../src/understanding/training/chance';
import { soundOf } from '../../src/understanding/normalise';
import { graveIn } from '../../src/understanding/safety';
import { sounding, tableOf } from '../../src/understanding/safety/pattern';
import { EVERYDAY, GRAVE } from './grave-texts';

const every = ALARMS.flatMap((alarm) => GRAVE[alarm].map((text) => ({ alarm, text })));

test('there is enough to say so', () => {
  expect(every.length).toBeGreaterThanOrEqual(190);
  expect(EVERYDAY.length).toBeGreaterThanOrEqual(190);
});

test('every grave text is heard for what it is', () => {
  const missed = every
    .filter(({ alarm, text }) => graveIn(text)?.alarm !== alarm)
    .map(({ alarm, text }) => `${alarm}: ${text} -> ${graveIn(text)?.alarm}`);
  expect(missed).toEqual([]);
});

test('no everyday text raises an alarm', () => {
  expect(EVERYDAY.filter((text) => graveIn(text)).map((text) => `${text} -> ${graveIn(text)?.alarm}`)).toEqual([]);
});

test('capitals, missing accents and slips of the thumb are heard through', () => {
  const random = chance(20261120);
  const slips = every.map(({ alarm, text }) => ({ alarm, text: slip(text, random) }));
  const missed = slips.filter(({ text }) => graveIn(text) === undefined);
  expect(missed.length / slips.length).toBeLessThan(0.15);
  expect(every.filter(({ text }) => graveIn(text.toUpperCase()) === undefined)).toEqual([]);
  expect(EVERYDAY.map((text) => slip(text, random)).filter((text) => graveIn(text)).length).toBeLessThan(3);
});

test('one grave sentence in a long story is found wherever it stands', () => {
  const story = 'ayer fui a la tienda a comprar un paquete y el muchacho me dijo que esperara un rato mas '.repeat(12);
  for (const at of [0, 400, 880, 900, 1_000]) {
    const space = story.indexOf(' ', at);
    expect(graveIn(`${story.slice(0, space)} ya no quiero vivir ${story.slice(space)}`)?.alarm).toBe('crisis');
  }
  expect(graveIn(story)).toBeUndefined();
});

test('the language is that of the words', () => {
  expect(graveIn('i want to die')?.language).toBe('en');
  expect(graveIn('me quiero morir')?.language).toBe('es');
});

test('nothing that can be typed makes it slow', () => {
  const long = 'no quiero mi celular de mi papa se me ha no le '.repeat(200);
  const began = process.cpuUsage().user;
  graveIn(long);
  expect((process.cpuUsage().user - began) / 1_000).toBeLessThan(10_000);
});

describe('whoever writes word after word of ours', () => {
  const MOST_MADE = 200;
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const names = Array.from({ length: 100 }, (_, at) => `mal${letters.charAt(at % 26)}${letters.charAt(Math.floor(at / 26))}o`);
  const some = (from: readonly string[], many: number, random: () => number): string[] =>
    Array.from({ length: many }, () => from[Math.floor(random() * from.length)] ?? '');

  test('makes no more expressions than a table keeps, and all of them small but one', () => {
    const [table, random] = [tableOf(names, {}), chance(7)];
    const made = expressionsMadeBy(() => {
      for (let text = 0; text < 3_000; text++) {
        const words = some(names, 1 + (text % 30), random);
        expect([...sounding(words).matchAll(table(sounding(words)) ?? /(?!)/g)].map(([found]) => found.trim())).toEqual(words.map(soundOf));
      }
    });
    expect(made.length).toBe(MOST_MADE + 1);
    expect(made.filter((source) => source.split('|').length > 12)).toHaveLength(1);
  });

  test('makes no sounds that are kept for ever: none of long words, and of short ones so many', () => {
    const steps = jest.spyOn(String.prototype, 'replace');
    const stepsOf = (word: string): number => {
      steps.mockClear();
      soundOf(word);
      return steps.mock.calls.length;
    };
    const [short, long] = ['zzzquebrado', 'zzzquebradizo'];
    expect([stepsOf(short), stepsOf(short)]).toEqual([expect.any(Number), 0]);
    expect(stepsOf(long)).toBeGreaterThan(0);
    expect(stepsOf(long)).toBeGreaterThan(0);
    for (let word = 0; word < 20_000; word++) soundOf(`z${word}`);
    expect(stepsOf(short)).toBeGreaterThan(0);
    steps.mockRestore();
  });
});

/** The sources of all expressions that are made meanwhile. */
function expressionsMadeBy(act: () => void): string[] {
  const made: string[] = [];
  const real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(real, {
    construct: (target, [source, flags]: [string, string?]) => (made.push(source), new target(source, flags)),
  });
  try {
    act();
  } finally {
    globalThis.RegExp = real;
  }
  return made;
}

/** One letter of a longer word left out, doubled or swapped with the next. */
function slip(text: string, random: () => number): string {
  const words = text.split(' ');
  const long = words.flatMap((word, at) => (word.length > 5 ? [at] : []));
  const chosen = long[Math.floor(random() * long.length)];
  if (chosen === undefined) return text;
  const word = words[chosen] ?? '';
  const at = 1 + Math.floor(random() * (word.length - 2));
  const kind = Math.floor(random() * 3);
  const [a, b] = [word.charAt(at), word.charAt(at + 1)];
  words[chosen] = word.slice(0, at) + (kind === 0 ? b : kind === 1 ? a + a + b : b + a) + word.slice(at + 2);
  return words.join(' ');
}
