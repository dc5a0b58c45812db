import { spokenMoment, theHour } from '../../../domain/dates';
import type { Begun } from '../../../integrations/codes/port';
import { leave, type Control } from '../../engine/control';
import type { Known } from '../../engine/skill';
import type { texts } from './texts';

const MINUTE = 60_000; // a minute that has begun is not over: the next one is told

/** No more codes for now: until when, and what can be done instead. */
export function refused(
  { status, until }: Exclude<Begun, { status: 'begun' }>,
  { t, country, language, now }: Known<typeof texts.es, object>,
): Control {
  const text =
    status === 'wait'
      ? t.tooSoon({ hour: theHour(until + MINUTE - 1, country, language) })
      : t.noMoreToday({ when: spokenMoment(until, now, country, language) });
  return leave({
    text,
    choices: [
      { id: 'go:agent', label: t.person },
      { id: 'go:menu', label: t.seeMenu },
    ],
  });
}
