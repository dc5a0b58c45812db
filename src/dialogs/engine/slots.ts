import type { Country } from '../../domain/countries';
import { readMsisdn } from '../../domain/msisdn';
import { slotsIn } from '../../understanding/slots';
import { isControl, isUnheard } from './control';
import type { Piece } from './piece';
import type { Erased } from './erased';
import { replyOf } from './question';
import type { Skill, Step } from './skill';
import type { Stored } from './steps';

export { readDay, readMonth, readPeriod, readSize, type SlotName } from '../../understanding/slots';

type Ask = Extract<Step, { kind: 'ask' }>;
export type Said = NonNullable<Stored['slots']>;

/** What a sentence says besides its wish, to be kept with a flow. */
export const saidIn = (text: string, country: Country): Said => Object.fromEntries(Object.entries(slotsIn(text, country)));

/** What the question makes of the piece that was said for it; undefined when there is none. It is used up either way. */
export async function filled(step: Ask, stored: Stored, knows: Erased): Promise<{ readonly answer: unknown; readonly stored: Stored } | undefined> {
  const said = step.from && stored.slots?.[step.from];
  if (step.from === undefined || said === undefined) return undefined;
  return { answer: await readAs(step, said, knows), stored: without(stored, step.from) };
}

/**
 * The reply holds more than was asked ("20 al 5555-1234" where only an amount was): what it says besides is kept for what is asked next, and
 * where the question made nothing of the whole, its own piece is tried. `answer` is what it made of the whole. Undefined: nothing new.
 */
export async function amongOthers(
  step: Ask,
  text: string,
  stored: Stored,
  { answer, knows }: { readonly answer: unknown; readonly knows: Erased },
): Promise<{ readonly answer: unknown; readonly stored: Stored } | undefined> {
  if (step.from === undefined || step.secret || (isControl(answer) && !isUnheard(answer))) return undefined;
  const all = { ...stored, slots: { ...stored.slots, ...saidIn(text, knows.country) } };
  if (!isControl(answer)) return { answer, stored: without(all, step.from) };
  const found = await filled(step, all, knows);
  return found && !isControl(found.answer) ? found : undefined;
}

/** The new answers to earlier questions that a text says ("mejor 50 al 5555-0103"), by name. */
export async function corrections(steps: readonly Step[], text: string, knows: Erased): Promise<Readonly<Record<string, unknown>>> {
  const said = saidIn(text, knows.country);
  const found: Record<string, unknown> = {};
  for (const step of steps) {
    const piece = step.kind === 'ask' && step.from ? said[step.from] : undefined;
    if (step.kind !== 'ask' || piece === undefined) continue;
    const answer = await readAs(step, piece, knows);
    if (!isControl(answer)) found[step.name] = answer;
  }
  return found;
}

/** The line that the sentence names, where the skill is about that one: as it was said, and the mobile number it is, if it is one of this country. */
export function namedLine({ needs }: Skill, { slots }: Stored, country: Country): { readonly said?: string; readonly msisdn?: string } {
  const said = needs?.from && slots?.[needs.from];
  if (said === undefined) return {};
  const read = readMsisdn(said, country);
  return { said, ...(read.kind === 'mobile' && { msisdn: read.msisdn }) };
}

/** The same without the piece that was used up. */
export function without({ slots, ...stored }: Stored, used: Piece | undefined): Stored {
  const left = Object.entries(slots ?? {}).filter(([name]) => name !== used);
  return left.length === 0 ? stored : { ...stored, slots: Object.fromEntries(left) };
}

const readAs = async (step: Ask, said: string, knows: Erased): Promise<unknown> =>
  step.question.read(replyOf({ text: said, files: [] }, { text: '' }), knows);
