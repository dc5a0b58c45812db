import { BackendFailure } from '../../domain/failure';
import { isProved } from '../../state/session';
import { agreed, readConsent } from './consent';
import { isControl, type Control } from './control';
import type { Desk } from './desk';
import type { Erased } from './erased';
import { ownerOf } from './identity';
import { carryOut, known, toolsOf, wordsOf } from './knowing';
import type { Skill, Step } from './skill';
import { forgetKinds, nextStep, remember, type Stored } from './steps';

type Consenting = Extract<Step, { kind: 'consent' }>;

/** The answer to a consent, after everything that decides it was read again. */
export async function agree(skill: Skill, desk: Desk, step: Consenting, stored: Stored): Promise<unknown> {
  const shown = wordsOf(step, known(skill, desk, stored));
  const toRead = { ...forgetKinds(skill, stored, 'load'), ...(stored.asked && { asked: stored.asked }) };
  const fresh = await readAgain(skill, desk, toRead, step.name);
  if (isControl(fresh)) return fresh;
  return readConsent({ desk, skill, step, stored, shown, fresh: known(skill, desk, fresh) });
}

/**
 * The flow with its consent given, where this turn was run before and its yes counted: what is different since is what it did, and what is told is how
 * that ended. Nothing is asked for anew then, no code either, however late it runs: "I charged nothing" would be a lie, and the next consent another order.
 */
export async function sentBefore(desk: Desk, step: Consenting, stored: Stored, knows: Erased): Promise<Stored | undefined> {
  const { rerun, ledger, record, now } = desk;
  const owner = ownerOf(stored);
  const order = stored.asked?.order;
  if (!rerun || owner === undefined || order === undefined || !isProved(record.session, owner, now)) return undefined;
  const isSent = (await ledger.operation(owner, order)) !== undefined;
  return isSent ? remember(stored, step.name, agreed(stored, wordsOf(step, knows))) : undefined;
}

/** Something happened while a question was open: what was read before is read again, so that a list does not say what is no longer so. It stays as it was where it cannot be read. */
export async function afterNews(skill: Skill, desk: Desk, stored: Stored): Promise<Stored> {
  if (stored.asked === undefined) return stored;
  try {
    const fresh = await readAgain(skill, desk, forgetKinds(skill, stored, 'load'), stored.asked.name);
    return isControl(fresh) ? stored : { ...fresh, asked: stored.asked };
  } catch (error) {
    if (error instanceof BackendFailure) return stored;
    throw error;
  }
}

/** What decides a charge is read again at the moment of acting. */
async function readAgain(skill: Skill, desk: Desk, stored: Stored, until: string): Promise<Stored | Control> {
  const step = nextStep(skill, stored, known(skill, desk, stored));
  if (!step || step.name === until || step.kind !== 'load') return stored;
  const value = await carryOut(step, known(skill, desk, stored), toolsOf(desk, skill, stored));
  if (isControl(value)) return value;
  return readAgain(skill, desk, { ...stored, answers: { ...stored.answers, [step.name]: value } }, until);
}
