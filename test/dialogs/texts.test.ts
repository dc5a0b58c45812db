import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { plainText } from '../../src/channels/plain';
import { CARD } from '../../src/channels/webchat/card';
import { render } from '../../src/channels/webchat/render';
import { spoken, stretches } from '../../src/channels/words';
import { commandIn } from '../../src/dialogs/commands';
import { replyOf, yesOrNo } from '../../src/dialogs/engine/question';
import { fold } from '../../src/domain/fold';
import { LANGUAGES, type Form, type Language } from '../../src/domain/texts';
import { STARTERS } from '../../src/http/pages/starters';
import { pageTexts } from '../../src/http/pages/texts';
import { encoded } from '../../src/integrations/sms/gsm7';
import { phrases } from '../../src/understanding/phrases';
import { everySample, everySkill, everyText, type Spoken } from './every-text';

const all = everyText();
const spanish = all.filter(({ language }) => language === 'es');
const told = ({ name, form, language, words }: Spoken): string => `${name} (${language === 'es' ? form : 'en'}): ${words}`;
/** The texts that match, in words that a failing test shows. */
const found = (texts: readonly Spoken[], wrong: RegExp | ((text: Spoken) => boolean)): string[] =>
  texts.filter((text) => (wrong instanceof RegExp ? wrong.test(text.words) : wrong(text))).map(told);

/** Whole words of Spanish or English, whatever the case. */
const words = (list: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'iu');
const reserve = (list: string): string => list.trim().split(/\s+/).join('|');

/**
 * Words by which a form of address is known. Spanish has words that belong to several (te: tú and vos; puede: usted, and anything that is
 * spoken of), so these lists are chosen: words that the bot has no other use for (not *pide*: somebody else may). `ar/er/irte` is a pronoun at the end of a verb.
 */
const VOS_AND_TU = String.raw`${reserve('tu tus te tuya tuyas tuyo tuyos compartas')}|(?!parte|aparte|fuerte|suerte|muerte)\p{L}{2,}[aei]rte(?:la|lo|las|los)?`;
const MARKS = {
  tu: words(
    reserve(
      `puedes necesitas quieres tienes eres escribe escríbelo escríbeme (?<!de\\s)prueba toca revisa revísalo usa elige cuéntamelo dime dilo digas compártelo contigo perdona disculpa intenta`,
    ),
  ),
  vos: words(
    reserve(
      `vos podés necesitás querés tenés sos escribí escribilo escribime probá tocá revisá revisalo usá elegí mirá llamá pedí esperá contámelo decime decilo digás compartás compartilo perdoná disculpá intentá`,
    ),
  ),
  tuOrVos: words(VOS_AND_TU),
  usted: words(
    String.raw`${reserve(
      `usted su sus suya suyas suyo suyos le puede necesita quiere escriba escríbalo toque pruebe revise revíselo use elija mire llame pida
       espere cuéntemelo dígame diga comparta perdone disculpe intente`,
    )}|\p{L}{2,}[aei]rle`,
  ),
} as const;
/** What a text in a form must not hold. A text without forms is read in all three, so it must hold none of any. */
const NOT_IN: Readonly<Record<Form, readonly (keyof typeof MARKS)[]>> = {
  tu: ['vos', 'usted'],
  vos: ['tu', 'usted'],
  usted: ['tu', 'vos', 'tuOrVos'],
};
const strangers = ({ form, words: text }: Pick<Spoken, 'form' | 'words'>): boolean => NOT_IN[form].some((mark) => MARKS[mark].test(text));

/** Said only after the conversation has gone over to usted: to somebody in danger, in grief, or angry. */
const ALWAYS_USTED = new Set([
  ...['callPolice', 'extortion', 'threat', 'theft', 'theftBlock', 'fraud', 'death'].map((key) => `safety.${key}`),
  'root.sorry',
  'root.angry',
  'root.upset',
  'root.byNumber',
]);

const INSIDE = words(
  String.raw`OTP|MSISDN|MFS|core|backend|ticket|estimad[oa]s?|sistemas?|proces(?:ar\p{L}*|ando|amos)|systems?|process(?:ing)?|dear`,
);
const EMOJI = /\p{Extended_Pictographic}/gu;
const GREETINGS = new Set(['root.hello', 'root.morning', 'root.afternoon', 'root.night']);

describe('every text', () => {
  test('says something, is tidy, and every sample is still one of a text', () => {
    expect(all.length).toBeGreaterThan(400);
    expect(found(all, ({ words: text }) => !text.trim())).toEqual([]);
    expect(found(all, /undefined|\[object|NaN| {2}/)).toEqual([]);
    expect(everySample().filter((name) => !all.some((text) => text.name === name))).toEqual([]);
  });

  test('fits every channel: 20 characters on a button; a whole sentence is never cut, shown or heard', () => {
    const buttons = all.filter(({ kind }) => kind === 'button');
    expect(buttons.length).toBeGreaterThan(100);
    expect(found(buttons, ({ words: text }) => [...text].length > 20 || text !== text.trim() || /[\n*]/.test(text))).toEqual([]);
    // The narrowest that is to come: Messenger's text with buttons.
    expect(found(all, ({ words: text }) => text.length > 640)).toEqual([]);
    expect(found(all, ({ name, words: text }) => name.endsWith('.speak') && text.length > CARD.speak)).toEqual([]);
    const place = { conversation: 'c', position: 1, at: 0, name: 'Alba' };
    expect(found(all, ({ words: text }) => render({ text }, place)[0]?.speak !== spoken(text))).toEqual([]);
    expect(found(all, ({ words: text }) => plainText({ text }).replaceAll('"', '') !== text.replaceAll('*', ''))).toEqual([]);
  });

  test('is a whole sentence, unless it is known as a button or a piece of one', () => {
    expect(
      found(
        all.filter(({ kind }) => kind === 'sentence'),
        (text) => !/[.?:]( 🙂)?$/u.test(text.words),
      ),
    ).toEqual([]);
  });

  test('an SMS is one short message in 7 bits', () => {
    const sms = all.filter(({ name }) => name === 'login-mobile.sms').map(({ words: text }) => encoded(text));
    expect(sms.map(({ coding, parts }) => ({ coding, parts }))).toEqual(sms.map(() => ({ coding: '0', parts: 1 })));
    expect(sms.length).toBeGreaterThan(1);
  });
});

describe('the voice', () => {
  test('a customer is addressed in one form, and in one only', () => {
    expect(
      spanish
        .filter(({ name, form }) => form === 'usted' || !ALWAYS_USTED.has(name))
        .filter(strangers)
        .map(told),
    ).toEqual([]);
  });

  test('the marks of a form are found, and others are left alone', () => {
    const of = (form: Form) => (text: string) => strangers({ form, words: text });
    expect(['¿Qué necesita?', 'Su saldo', '¿Qué necesitás?', 'Puedo mostrarle', 'Escriba menú'].filter(of('tu'))).toHaveLength(5);
    expect(['¿Qué necesitas?', 'Escribe menú', 'Es suya', 'Toque un botón'].filter(of('vos'))).toHaveLength(4);
    expect(['Tu saldo', 'Te escribo', 'Puedo mandarte otro', 'Tocá un botón', 'Puedes seguir'].filter(of('usted'))).toHaveLength(5);
    expect(['Tu parte', 'La línea es tuya', 'Escríbelo', 'Además'].filter(of('tu'))).toEqual([]);
    expect(['La otra parte fuerte', 'Revíselo', 'Entrar'].filter(of('usted'))).toEqual([]);
  });

  test('no words from inside the company', () => {
    expect(found(all, INSIDE)).toEqual([]);
    expect(['su ticket', 'El sistema', 'procesaremos', 'código OTP'].filter((text) => INSIDE.test(text))).toHaveLength(4);
    expect(['el proceso', 'escoré', 'cores'].filter((text) => INSIDE.test(text))).toEqual([]);
  });

  test('no exclamation marks outside greetings; at most one emoji', () => {
    expect(
      found(
        all.filter(({ name }) => !GREETINGS.has(name)),
        /[!¡]/,
      ),
    ).toEqual([]);
    expect(found(all, ({ words: text }) => (text.match(EMOJI) ?? []).length > 1)).toEqual([]);
  });

  test('what the page says by itself fits tú and vos alike, and keeps to the same words', () => {
    const page = Object.entries(pageTexts('Alba').es);
    const starters = STARTERS.map(({ says }) => ['starter', says.es] as const);
    const wrong = [MARKS.tu, MARKS.vos, INSIDE, /[!¡]/];
    expect([...page, ...starters].filter(([, text]) => wrong.some((each) => each.test(text)))).toEqual([]);
    expect(Object.entries(pageTexts('Alba').en).filter(([, text]) => INSIDE.test(text) || text.includes('!'))).toEqual([]);
  });
});

describe('what customers write', () => {
  const folders = new Set(
    readdirSync('src/dialogs', { recursive: true, encoding: 'utf8' })
      .filter((file) => /utterances\.\w+\.txt$/.test(file))
      .map((file) => join('src/dialogs', dirname(file))),
  );
  const linesOf = (folder: string, language: string): string[] =>
    readFileSync(join(folder, `utterances.${language}.txt`), 'utf8')
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trim())
      .filter(Boolean);

  test('every file says something, in both languages, and nothing twice', () => {
    expect(folders.size).toBeGreaterThan(4);
    for (const folder of folders)
      for (const language of ['es', 'en']) {
        const lines = linesOf(folder, language).map(fold);
        expect({ folder, language, lines: lines.filter((line, at) => !line || lines.indexOf(line) !== at) }).toEqual({ folder, language, lines: [] });
        expect(lines.length).toBeGreaterThan(0);
      }
  });

  test('nothing belongs to two skills', () => {
    const owners = new Map<string, Set<string>>();
    for (const { id, utterances } of everySkill)
      for (const text of [...utterances.es, ...utterances.en]) owners.set(fold(text), (owners.get(fold(text)) ?? new Set()).add(id));
    expect(owners.size).toBeGreaterThan(50);
    expect([...owners].filter(([, ids]) => ids.size > 1)).toEqual([]);
  });

  test('every word that the bot offers to type is understood, and so is every button of the first screen', () => {
    const recogniser = phrases(everySkill);
    const isAnswer = (text: string): boolean => yesOrNo(replyOf({ text, files: [] }, { text: '' })) !== undefined;
    const isUnderstood = (text: string): boolean => isAnswer(text) || commandIn(text) !== undefined || recogniser.rank(text, 'es').length > 0;
    const offered = all.flatMap(({ words: text }) => stretches(text).filter(({ typed }) => typed));
    expect(offered.length).toBeGreaterThan(20);
    expect(offered.map(({ text }) => text).filter((text) => !isUnderstood(text))).toEqual([]);
    expect(STARTERS.flatMap(({ says }) => [says.es, says.en]).filter((text) => !isUnderstood(text))).toEqual([]);
  });

  test('the name of a skill on a button leads to that skill', () => {
    const recogniser = phrases(everySkill);
    const leads = (id: string, text: string, language: Language): boolean => {
      const [best] = recogniser.rank(text, language).toSorted((a, b) => b.score - a.score);
      return best?.skill === id || (id === 'agent' && commandIn(text) === 'person');
    };
    const heard = everySkill.filter(({ utterances }) => utterances.es.length > 0);
    const buttons = heard.flatMap(({ id, names }) => LANGUAGES.map((language) => ({ id, language, text: names(language, 'tu').button })));
    const lost = buttons.filter(({ id, language, text }) => !leads(id, text, language));
    expect(lost).toEqual([]);
  });
});
