import type { CaseParts } from '../../../../integrations/cases/port';
import { skill } from '../../../engine/skill';
import { openCase } from './open';
import { texts } from './texts';

/** How many operations back the cancellation is looked for. */
const BACK = 20;

/** A case on the subscription that was cancelled last in this chat. It is offered after a cancellation, and heard in no other way. */
export const subscriptionCase = (parts: CaseParts) =>
  skill('subscription-case', texts)
    .needs('mobile', { level: 2 })
    .does(async (told) => {
      const { money, say, t } = told;
      const cancelled = (await money.operations(BACK)).find(({ kind, state }) => kind === 'unsubscribe' && state !== 'refused');
      say(cancelled ? await openCase(parts, cancelled, told) : { text: t.none, choices: [{ id: 'go:agent', label: t.person }] });
    });
