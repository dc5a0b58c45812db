import { geoUri, type Point } from '../domain/geo';
import type { Said } from './engine/slots';
import type { Round } from './round';

/** The skill that finds what is near. */
const NEAR = 'stores';

/** What is open, as the dialogs' own context has it. */
interface Open {
  readonly stack: readonly unknown[];
  readonly continueDialog: () => Promise<unknown>;
}

/** Where somebody is answers the open question, or asks for what is near. It is not carried any further. */
export async function hearPlace<R extends Round & { readonly dc: Open }>(
  round: R,
  place: Point,
  { start, settle }: { readonly start: (round: R, skill: string, slots: Said) => Promise<void>; readonly settle: (round: R) => Promise<void> },
): Promise<void> {
  const { dc, desk, flows } = round;
  if (dc.stack.length === 0) return start(round, NEAR, { place: geoUri(place) });
  await dc.continueDialog();
  return desk.unheard ? flows.reprompt() : settle(round);
}
