import { BackendFailure } from '../../domain/failure';
import { agreed, readConsent } from './consent';
import { isControl, type Control } from './control';
import type { Desk } from './desk';
import { ownerOf } from './identity';
import { carryOut, known, toolsOf, wordsOf } from './knowing';
import type { Skill, Step } from './skill';
import { forgetKinds, nextStep, type Stored } from './steps';

/** The answer to a consent, after everything that decides it was read again. */
export async function agree(skill: Skill, desk: Desk, step: Extract<Step, { kind: 'consent' }>, stored: Stored): Promise<unknown> {
  const shown = wordsOf(step, known(skill, desk, stored));
  if (await wasSent(desk, stored)) return agreed(stored, shown);
  const toRead = { ...forgetKinds(skill, stored, 'load'), ...(stored.asked && { asked: stored.asked }) };
  const fresh = await readAgain(skill, desk, toRead, step.name);
  if (isControl(fresh)) return fresh;
  return readConsent({ desk, skill, step, stored, shown, fresh: known(skill, desk, fresh) });
}

/** This turn was run before, and its yes counted: what is different since is what it did, and what is told is how that ended. */
async function wasSent({ rerun, ledger }: Desk, stored: Stored): Promise<boolean> {
  const owner = ownerOf(stored);
  const order = stored.asked?.order;
  return rerun && owner !== undefined && order !== undefined && (await ledger.operation(owner, order)) !== undefined;
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
