import fc from 'fast-check';
import { GENERIC, render as activities } from '../../src/channels/botframework/render';
import { render as messenger } from '../../src/channels/messenger/render';
import { plainText } from '../../src/channels/plain';
import { render as sunshine } from '../../src/channels/sunshine/render';
import { render as webChat, WEBCHAT } from '../../src/channels/webchat/render';
import { ICONS, Message } from '../../src/domain/message';
import { choicesOf } from '../../src/dialogs/engine/question';
import { Sending } from '../../src/sandbox/messenger/limits';
import { MessagePost } from '../../src/sandbox/zendesk/sunshine/schemas';

/** Words as backends and agents write them: short and very long, with accents, emoji, line ends, marks, and none at all. */
const words = (most: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('Saldo', 'Una frase de la línea. ', '👩‍👩‍👧‍👦', 'x', '*menú* ', 'ñandú\n', 'Q 1,234.00 '), fc.nat({ max: most }))
    .map(([word, times]) => word.repeat(times + 1).trim());
const label = fc.constantFrom('Sí', 'Ver más', 'Elegir por Q1,234.00', 'Recargar otra línea'); // at most 20 characters, as a message promises
const choice = fc.record({ id: fc.constantFrom('yes', 'go:top-up', 'pack-2', `order:${'0'.repeat(60)}`), label });
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const pair = fc.record({ name: words(3), value: words(10) });
const card = fc.record({
  speak: words(5),
  head: optional(fc.record({ icon: fc.constantFrom(...ICONS), title: words(12) })),
  line: optional(words(2)),
  text: optional(words(60)),
  meters: optional(
    fc.array(fc.record({ name: words(2), left: words(2), percent: fc.nat({ max: 100 }), until: optional(words(3)) }), { maxLength: 4 }),
  ),
  facts: optional(fc.array(pair, { maxLength: 8 })),
  total: optional(pair),
  note: optional(fc.record({ mood: fc.constantFrom('good', 'warning', 'attention'), text: words(10) })),
  actions: optional(fc.array(choice, { maxLength: 3 })),
});
const message: fc.Arbitrary<Message> = fc
  .record({
    text: fc.oneof(words(4), words(400)),
    cards: optional(fc.array(card, { maxLength: 12 })),
    choices: optional(fc.array(choice, { maxLength: 25 })),
    link: optional(fc.record({ label: words(3), url: fc.constantFrom('https://pay.example/a', 'tel:611', 'javascript:alert(1)') })),
    question: optional(fc.constantFrom('1795230269808.which.abcdefghijk')),
    expects: optional(fc.constantFrom('text', 'phone', 'code', 'number', 'secret', 'place')),
    language: optional(fc.constantFrom('es', 'en')),
    speaker: optional(words(3)),
  })
  .map((raw) => Message.parse(JSON.parse(JSON.stringify(raw))));

/** Meta's stand-in refuses what Meta's documentation forbids. */
const toMeta = (body: object): string[] =>
  (Sending.safeParse({ recipient: { id: '1' }, messaging_type: 'RESPONSE', message: body }).error?.issues ?? []).map((each) => JSON.stringify(each));
const halves = (said: unknown): boolean => JSON.stringify(said).includes('\\ud'); // half of a character

const TIMES = { numRuns: 300 };
const every = (holds: (said: Message) => void): void => fc.assert(fc.property(message, holds), TIMES);
/** Whether a choice can be made: on a button, or by its number. */
const offers = (said: string, { id, label: words }: { id: string; label: string }, at: number): boolean =>
  said.includes(`choice\\":\\"${id}\\"`) || said.includes(`"choice":"${id}"`) || said.includes(`${at + 1}. ${words}`);

test('every message keeps to Messenger’s limits, and every choice can be made', () =>
  every((said) => {
    const all = messenger(said);
    expect(all.length > 0 || plainText({ ...said, link: undefined }).trim() === '').toBe(true);
    expect(all.flatMap(toMeta)).toEqual([]);
    expect(halves(all)).toBe(false);
    const shown = JSON.stringify(all);
    choicesOf(said).forEach((each, at) => expect([each, at, offers(shown, each, at)]).toEqual([each, at, true]));
  }));

test('every message keeps to Messenger’s limits behind Azure too, and says the same', () =>
  every((said) => {
    const all = activities(said, 'facebook', '');
    const native = all.map(({ text, channelData }) => (channelData as object | undefined) ?? { text });
    expect(native.flatMap(toMeta)).toEqual([]);
    expect(all.every(({ text, channelData }) => (text === '') === (channelData !== undefined))).toBe(true);
    if (said.speaker === undefined) expect(native).toEqual(messenger(said));
  }));

test('every message keeps to Sunshine’s limits', () =>
  every((said) => {
    const refused = sunshine(said).flatMap(
      (content) => MessagePost.safeParse({ author: { type: 'business', displayName: 'Alba' }, content }).error?.issues ?? [],
    );
    expect(refused).toEqual([]);
  }));

test('every message keeps to the limits of the page, of Azure’s web channel, and of a channel that nobody knows', () =>
  every((said) => {
    const place = { conversation: 'abc', position: 1_795_230_269_808, at: 0, name: 'Alba' };
    const [page, ...more] = webChat(said, place) as unknown as [Shown, ...Shown[]];
    const [azure] = activities(said, 'webchat', 'https://chat.example') as unknown as [Shown];
    const [plain] = activities(said, 'telegram', '') as unknown as [Shown];
    expect(more).toEqual([]);
    for (const each of [page, azure]) {
      expect(each.text.length).toBeLessThanOrEqual(2 * WEBCHAT.text);
      expect((each.attachments ?? []).length).toBeLessThanOrEqual(WEBCHAT.cards + 2);
      expect((each.suggestedActions?.actions ?? []).length).toBeLessThanOrEqual(WEBCHAT.chips);
    }
    expect(plain.text.length).toBeLessThanOrEqual(GENERIC.text);
    expect((plain.attachments ?? []).length).toBeLessThanOrEqual(GENERIC.cards + 1);
    for (const { content } of plain.attachments ?? []) expect((content.buttons ?? []).length).toBeLessThanOrEqual(GENERIC.actions);
  }));

interface Shown {
  readonly text: string;
  readonly attachments?: readonly { readonly content: { readonly buttons?: readonly unknown[] } }[];
  readonly suggestedActions?: { readonly actions: readonly unknown[] };
}
