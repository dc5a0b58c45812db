import { z } from 'zod';
import { safetyTexts } from '../../src/dialogs/care/safety/texts';
import { moneyTexts } from '../../src/dialogs/engine/money-texts';
import { outageTexts } from '../../src/dialogs/engine/outage-words';
import { engineTexts } from '../../src/dialogs/engine/texts';
import { skills } from '../../src/dialogs/skills';
import type { Skill } from '../../src/dialogs/engine/skill';
import { rootTexts } from '../../src/dialogs/texts';
import { unbuiltButtons } from '../../src/dialogs/unbuilt';
import { FORMS, textsFor, type Catalog, type Form, type Language } from '../../src/domain/texts';
import { BUTTONS, PIECES, SAMPLES } from './samples';

/** A text as a customer would read it. */
export interface Spoken {
  /** Where it is from: "login-mobile.code". */
  readonly name: string;
  readonly kind: 'sentence' | 'button' | 'piece';
  readonly language: Language;
  /** In English there are no forms: it is read once. */
  readonly form: Form;
  readonly words: string;
}

const unused = async (): Promise<never> => Promise.reject(new Error('no backend is asked for a text'));

/** Every skill of the bot, over ports that are never used. */
export const everySkill: readonly Skill[] = skills({
  prepaid: { buckets: unused },
  lines: { find: unused, read: unused },
  accounts: { match: unused, phoneOnFile: unused, codesGoTo: unused, list: unused, read: unused, ofLine: unused, holds: unused, emailOf: unused },
  claims: { admit: unused, proved: unused },
  thefts: { admit: unused, proved: unused },
  suspensions: { suspend: unused },
  mails: { send: unused },
  codes: { begin: unused, deliver: unused, check: unused },
  help: { search: unused, article: unused },
  catalogue: { topUps: unused, packs: unused, subscriptions: unused },
  means: { of: unused },
  lending: { profile: unused, offers: unused, recovery: unused },
  subscriptions: { of: unused },
  simSwap: { changedAt: unused },
  movements: { of: unused },
  usage: { of: unused },
  stores: { all: unused },
  network: { find: unused, setWifi: unused, restart: unused, look: unused },
  outages: { at: unused, perhapsAt: unused, look: unused },
  watches: { everyMs: 0, of: unused, keep: unused, drop: unused },
  receipts: { of: unused, ofAccount: unused },
  bills: { list: unused },
  billDetails: { lines: unused, pdf: unused },
  billDelivery: { of: unused, setElectronic: unused, send: unused },
  billLinks: { make: unused },
  reconnection: { standing: unused, ask: unused, moreTime: unused },
  savedCards: { remove: unused },
  recurring: { of: unused },
  mandates: { keep: unused, find: unused },
  cases: { open: unused },
  caseDesk: { mine: unused, add: unused },
  hours: { days: [], holiday: undefined },
  staffed: true,
  reminders: { of: unused, keep: unused, drop: unused },
  sms: { send: unused },
  contact: {},
});

const CATALOGS: Readonly<Record<string, Catalog<Record<string, never>>>> = {
  root: rootTexts as unknown as Catalog<Record<string, never>>,
  engine: engineTexts as unknown as Catalog<Record<string, never>>,
  money: moneyTexts as unknown as Catalog<Record<string, never>>,
  'outage-words': outageTexts as unknown as Catalog<Record<string, never>>,
  safety: safetyTexts as unknown as Catalog<Record<string, never>>,
  unbuilt: unbuiltButtons as unknown as Catalog<Record<string, never>>,
  ...Object.fromEntries(everySkill.map(({ id, texts }) => [id, texts])),
};

const Entries = z.record(z.string(), z.union([z.string(), z.custom<(values: object) => string>((entry) => typeof entry === 'function')]));

const VOICES: readonly { readonly language: Language; readonly form: Form }[] = [
  ...FORMS.map((form) => ({ language: 'es' as const, form })),
  { language: 'en', form: 'tu' },
];

/** Every text of the bot in every language and form, with sample values. @throws when a text made of values has no sample of one */
export function everyText(): readonly Spoken[] {
  return VOICES.flatMap((voice) =>
    Object.entries(CATALOGS).flatMap(([id, catalog]) =>
      Object.entries(Entries.parse(textsFor(catalog, voice.language, voice.form))).flatMap(([key, entry]) =>
        wordsOf(id, key, entry).map((words) => ({ name: `${id}.${key}`, kind: kindOf(id, key), ...voice, words })),
      ),
    ),
  );
}

function wordsOf(id: string, key: string, entry: string | ((values: object) => string)): string[] {
  if (typeof entry === 'string') return [entry];
  const samples = SAMPLES[id]?.[key];
  if (!samples?.length) throw new Error(`${id}.${key} is made of values: give it some in test/dialogs/samples.ts`);
  return samples.map((sample) => entry(asking(`${id}.${key}`, sample)));
}

/** A value without a sample would be read as "undefined" in the middle of a sentence. */
const asking = (name: string, sample: object): object =>
  new Proxy(sample, {
    get(values, value) {
      if (!(value in values)) throw new Error(`${name} has no sample of ${String(value)}: see test/dialogs/samples.ts`);
      return Reflect.get(values, value);
    },
  });

function kindOf(id: string, key: string): Spoken['kind'] {
  if (BUTTONS[id]?.includes(key) || (key === 'button' && id in SAMPLES)) return 'button';
  return PIECES[id]?.includes(key) || key === 'title' ? 'piece' : 'sentence';
}

/** Every name that the tables of samples know, to find those that no text has any more. */
export const everySample = (): readonly string[] =>
  [
    Object.entries(SAMPLES).flatMap(([id, keys]) => Object.keys(keys).map((key) => `${id}.${key}`)),
    ...[BUTTONS, PIECES].map((table) => Object.entries(table).flatMap(([id, keys]) => keys.map((key) => `${id}.${key}`))),
  ].flat();
