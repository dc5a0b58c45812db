import type { Country } from '../../domain/countries';
import { readMsisdn } from '../../domain/msisdn';
import { slotsIn } from '../../understanding/slots';
import { isControl, isUnheard } from './control';
import type { Piece } from './piece';
import type { Erased } from './erased';
import type { Named } from './identity';
import { replyOf } from './question';
import type { Skill, Step } from './skill';
import type { Stored } from './steps';

export { readDay, readMonth, readPeriod, readSize, type SlotName } from '../../understanding/slots';

type Ask = Extract<Step, { kind: 'ask' }>;
export type Said = NonNullable<Stored['slots']>;
/** What a question made of a piece, and what is left of all that was said. */
interface Found {
  readonly answer: unknown;
  readonly stored: Stored;
}

/** What a sentence says besides its wish, to be kept with a flow. */
export const saidIn = (text: string, country: Country): Said => Object.fromEntries(Object.entries(slotsIn(text, country)));

/** What the question makes of the piece that was said for it; undefined when there is none. It is used up either way. */
export function filled(step: Ask, stored: Stored, knows: Erased): Promise<Found> | undefined {
  const { from } = step;
  const said = from && stored.slots?.[from];
  return said === undefined ? undefined : readAs(step, said, knows).then((answer) => ({ answer, stored: without(stored, from) }));
}

/**
 * The reply holds more than was asked ("20 al 5555-1234" where only an amount was): what it says besides is kept for what is asked next, and
 * where the question made nothing of the whole, its own piece is tried. `answer` is what it made of the whole. Undefined: nothing new.
 */
export function amongOthers(
  step: Ask,
  text: string,
  stored: Stored,
  { answer, knows }: { readonly answer: unknown; readonly knows: Erased },
): Promise<Found | undefined> | Found | undefined {
  if (step.from === undefined || step.secret || (isControl(answer) && !isUnheard(answer))) return undefined;
  const all = { ...stored, slots: { ...stored.slots, ...saidIn(text, knows.country) } };
  if (!isControl(answer)) return { answer, stored: without(all, step.from) };
  return filled(step, all, knows)?.then((found) => (isControl(found.answer) ? undefined : found));
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

/** What an earlier question makes of its own piece of a text ("adelanto de 500"); undefined where the text has none. */
export async function pieceAs(step: Ask, text: string, knows: Erased): Promise<unknown> {
  const piece = step.from && saidIn(text, knows.country)[step.from];
  return piece === undefined ? undefined : readAs(step, piece, knows);
}

/** The line or the contract that the sentence names, where the skill is about that one; the mobile number only where it is one of this country. */
export function namedIn({ needs }: Skill, { slots }: Stored, country: Country): Named {
  const contract = slots?.['contract'];
  const isTheirs = needs?.unless?.(slots?.['words'] ?? '') ?? false;
  const said = isTheirs ? undefined : needs?.from && slots?.[needs.from];
  const read = said === undefined ? undefined : readMsisdn(said, country);
  return {
    ...(said !== undefined && { said }),
    ...(read?.kind === 'mobile' && { msisdn: read.msisdn }),
    ...(contract !== undefined && { contract }),
  };
}

/** The same without the pieces that were used up. */
export function without({ slots, ...stored }: Stored, ...used: readonly (Piece | undefined)[]): Stored {
  const left = Object.entries(slots ?? {}).filter(([name]) => !used.some((each) => each === name));
  return left.length === 0 ? stored : { ...stored, slots: Object.fromEntries(left) };
}

const readAs = async (step: Ask, said: string, knows: Erased): Promise<unknown> =>
  step.question.read(replyOf({ text: said, files: [] }, { text: '' }), knows);
