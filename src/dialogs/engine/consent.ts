import { fold } from '../../domain/fold';
import type { Message } from '../../domain/message';
import { oneDot, textsFor, type Texts } from '../../domain/texts';
import { again, isAgain, isControl, leave, redo, type Control } from './control';
import type { Desk } from './desk';
import type { Erased } from './erased';
import { replyOf, yesOrNo, type Reply } from './question';
import type { Consent, Skill, Step } from './skill';
import { corrections, pieceAs } from './slots';
import type { Agreed } from './spend';
import { digest, type Stored } from './steps';
import { engineTexts } from './texts';

const EDIT = 'edit:';
/** A consent that was shown longer ago is shown again before it counts, in ms. */
const PROPOSAL_MS = 10 * 60_000;

/** The consent as it is shown: the skill's words, and buttons that say what they do. */
export function consentMessage({ words, yes, no, edits }: Consent<Erased>, known: Erased, t: Texts<typeof engineTexts.es>): Message {
  const changes = Object.entries(edits?.(known) ?? {}).map(([name, label]) => ({ id: `${EDIT}${name}`, label }));
  return { ...words(known), choices: [{ id: 'yes', label: yes(known) }, ...changes, { id: 'no', label: no?.(known) ?? t.stop }] };
}

/**
 * Reads the answer to a consent: yes, no, another answer in its place, or none of these. A yes counts only for words that were
 * delivered before it was given, and that still are the same when everything that decides them is read again.
 */
export async function readConsent(given: {
  readonly desk: Desk;
  readonly skill: Skill;
  readonly step: Extract<Step, { kind: 'consent' }>;
  readonly stored: Stored;
  readonly shown: Message;
  readonly fresh: Erased;
}): Promise<unknown> {
  const { desk, skill, step, stored, shown, fresh } = given;
  const t = textsFor(engineTexts, desk.record.language, desk.record.form);
  const reply = replyOf(desk.said, shown);
  const another = await anotherAmount(skill, stored, reply, fresh);
  if (another) return another;
  const picked = reply.choice ?? reply.numbered;
  if (picked?.startsWith(EDIT)) return redo(picked.slice(EDIT.length));
  const said = yesOrNo(reply) ?? (agrees(reply, shown) ? true : undefined);
  if (said === undefined && picked === undefined && step.consent.passes?.(reply)) return again();
  if (said === undefined) return tooEarly(step.consent, fresh, reply) ?? (await corrected(desk, skill, stored, reply.text, fresh)) ?? again();
  if (!said) return leave({ text: t.nothingDone, choices: [{ id: 'go:menu', label: t.menu }] });
  const same = digest(consentMessage(step.consent, fresh, t)) === stored.asked?.words;
  const tapped = desk.said.tap !== undefined;
  if (desk.now - (stored.asked?.at ?? 0) > PROPOSAL_MS) return { control: 'reread', because: t.tooLong } satisfies Control;
  if (same && (tapped || desk.delivered)) return agreed(stored, shown);
  return { control: 'reread', ...(same ? {} : { because: t.shownAgain }) } satisfies Control;
}

const A_YES = /^(?:si|claro|ok|dale|bueno|yes|sure) /;
const PLEASE = / (?:por favor|porfa|please|ya|ahora)$/;

/** "Sí, cómpralo", where the button says "Comprar": a yes, and its own verb. One word more, or the verb without a yes, is read as anything else is, and so is a question. */
function agrees({ choice, folded, text }: Reply, { choices = [] }: Message): boolean {
  if (choice !== undefined || text.includes('?') || !A_YES.test(folded)) return false;
  const label = fold(choices.find(({ id }) => id === 'yes')?.label ?? '').replace(A_YES, '');
  const said = folded.replace(A_YES, '').replace(PLEASE, '');
  const verb = /^(?:[a-z]+(?=r$))/.exec(label)?.[0];
  return said === label || (verb !== undefined && said.startsWith(verb) && /^r?(?:l[oa]s?)?$/.test(said.slice(verb.length)));
}

/** What belongs after the yes: that is said, with the words that the yes is for. */
function tooEarly({ notYet, words }: Consent<Erased>, known: Erased, reply: Reply): Control | undefined {
  const first = reply.choice === undefined ? notYet?.(known, reply) : undefined;
  return first === undefined ? undefined : again(`${first} ${words(known).text}`);
}

/** The order of the consent that is open, with the words that were read. */
export function agreed({ asked }: Stored, shown: Message): Agreed {
  const { order = '', at = 0 } = asked ?? {};
  return { order, words: plainWords(shown), shownAt: at };
}

/** What was read before it was agreed to, kept as evidence. */
const plainWords = ({ text, cards = [] }: Message): string => oneDot([text, ...cards.map(({ speak }) => speak)].join('\n')).slice(0, 2_000);

/** "1" is the first button, unless a dollar can be topped up and another amount is on the screen: then nobody knows, and it is shown, not charged. */
async function anotherAmount({ steps }: Skill, { answers }: Stored, { choice, numbered, text }: Reply, known: Erased): Promise<Control | undefined> {
  if (choice !== undefined || numbered === undefined) return undefined;
  const asked = steps.filter((step) => step.kind === 'ask' && step.name in answers);
  const changed = Object.entries(await corrections(asked, text, known)).find(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(answers[name]),
  );
  return changed && { control: 'amend', name: changed[0], value: changed[1] };
}

/** "Usar un PIN": the same wish by another way, which another skill knows. What was on the screen is not done. */
const otherwise = ({ record: { language, form } }: Desk, way: Extract<Control, { control: 'leave' }>): Control => ({
  ...way,
  say: textsFor(engineTexts, language, form).otherwise,
});

/** "mejor 50": the text answers an earlier question; the consent is then shown anew. Asked from the last question backwards. */
async function corrected(desk: Desk, { steps }: Skill, { answers }: Stored, text: string, known: Erased): Promise<Control | undefined> {
  const asked = steps.filter((step) => step.kind === 'ask' && step.name in answers).toReversed();
  const [first, ...others] = Object.entries(await corrections(asked, text, known));
  if (first)
    return (await sentBack(asked, first[0], text, known)) ?? { control: 'amend', name: first[0], value: first[1], also: Object.fromEntries(others) };
  let same: Control | undefined;
  let refused: { readonly name: string; readonly because: string | Message } | undefined; // understood, and not taken: "mejor 5000"
  for (const step of asked) {
    if (step.kind !== 'ask') continue;
    const value = await step.question.read(replyOf({ text, files: [] }, { text: '' }), known);
    if (!isControl(value)) {
      const amended: Control = { control: 'amend', name: step.name, value };
      if (JSON.stringify(value) !== JSON.stringify(answers[step.name])) return amended;
      same ??= amended; // "préstame 500": a loan as before, and an amount that is none
      continue;
    }
    if (value.control === 'amend' || value.control === 'redo') return value;
    if (value.control === 'leave' && value.said !== undefined) return otherwise(desk, value);
    const because = whyNot(value) ?? whyNot(await pieceAs(step, text, known));
    if (because !== undefined) refused ??= { name: step.name, because };
  }
  if (refused === undefined) return same;
  desk.insists = refused.because;
  return redo(refused.name);
}

/** "Mejor 50 para mi mamá": the question that takes the 50 makes more of the whole, and asks which line first. */
async function sentBack(steps: readonly Step[], name: string, text: string, known: Erased): Promise<Control | undefined> {
  const step = steps.find((each) => each.name === name);
  const value = step?.kind === 'ask' ? await step.question.read(replyOf({ text, files: [] }, { text: '' }), known) : undefined;
  return isControl(value) && value.control === 'redo' ? value : undefined;
}

const whyNot = (answer: unknown): string | Message | undefined => (isAgain(answer) ? answer.because : undefined);
