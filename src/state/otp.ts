import { randomBytes } from 'node:crypto';
import { generateSync } from 'otplib';
import type { Begun, Checked, OneTimeCodes, Purpose } from '../integrations/codes/port';
import type { Sms } from '../integrations/sms/port';
import { abuse } from './codes/breaker';
import { CODE } from './codes/limits';
import { lineCodes, type BegunRow } from './codes/line';
import { names } from './codes/names';
import type { RedisConnection } from './redis';

/** What a delivery report carries back to find its challenge. */
export interface CodeReports {
  /** An SMS with this reference arrived: its code is good for 180 s from now. */
  arrived(reference: string): Promise<void>;
}

/** What becomes of codes, without saying whose: for metrics and log. */
export type CodeEvent = (
  event: 'code.sent' | 'code.completed' | 'code.refused',
  detail: { readonly kind: Purpose; readonly reason?: 'wait' | 'today' | 'lines' | 'held' | 'locked' },
) => void;

interface CodeParts {
  readonly redis: RedisConnection;
  readonly sms: Sms;
  /** From outside Redis, which keeps no code and no number but under it. */
  readonly pepper: string;
  readonly report?: CodeEvent;
  /** Epoch ms, for tests that move the time. Redis' own clock where it is not given: all processes count by the same one. */
  readonly clock?: () => number;
}

/** One-time codes in Redis. A code exists in clear only while its SMS is being made. */
export function oneTimeCodes({ redis, sms, pepper, report = () => {}, clock }: CodeParts): OneTimeCodes & CodeReports {
  const now = (): number | '' => clock?.() ?? '';
  const name = names(pepper);
  const line = lineCodes(redis, name, now);
  const beyond = abuse(redis, name, now);

  const begun = (challenge: string, { status, at, again, last, open, promised }: BegunRow): Begun => {
    const rest = { again, ...(last > 0 && { last: { until: last } }) };
    if (status !== 'wait' && status !== 'today') return { status: 'begun', challenge, promised: at, ...rest };
    return { status, until: at, ...(open !== '' && { open: { challenge: open, promised, ...rest } }) };
  };

  /** First what the line allows, then what is counted beyond it, and only then it is begun: who is refused has used up nothing of the line's. */
  const begin = async ({ attempt, ...who }: Parameters<OneTimeCodes['begin']>[0]): Promise<Begun> => {
    const challenge = name.mac('challenge', who.visitor, attempt);
    if (who.purpose === 'step-up') return begun(challenge, await line.begin('begin', who, challenge));
    const looked = await line.begin('look', who, challenge);
    if (looked.status !== 'free') return begun(challenge, looked);
    const refused = await beyond.admit({ ...who, challenge, known: looked.known });
    return refused ?? begun(challenge, await line.begin('begin', who, challenge));
  };

  return {
    async begin(who) {
      const answer = await begin(who);
      if (answer.status !== 'begun' && answer.open === undefined) report('code.refused', { kind: who.purpose, reason: answer.status });
      return answer;
    },

    async deliver({ challenge, text, ...who }) {
      const code = newCode();
      if (!(await line.made(who, challenge, code))) return;
      await sms.send({ to: who.msisdn, text: text(code), reference: `${name.line(who)}.${challenge}` });
      report('code.sent', { kind: who.purpose });
    },

    async check({ challenge, attempt, code, ...who }): Promise<Checked> {
      const { checked, repeated } = await line.check(who, challenge, attempt, code);
      if (checked.status === 'right' && who.purpose === 'login') await beyond.completed({ ...who, challenge });
      if (checked.status === 'right' && !repeated) report('code.completed', { kind: who.purpose });
      if (checked.status === 'locked' && !repeated) report('code.refused', { kind: who.purpose, reason: 'locked' });
      return checked;
    },

    async arrived(reference) {
      const [of = '', challenge = ''] = reference.split('.');
      await line.arrived(of, challenge);
    },
  };
}

/** Six digits, each code of a secret of its own that nobody keeps. */
export function newCode(): string {
  return generateSync({ strategy: 'hotp', secret: randomBytes(CODE.secretBytes), counter: 0, algorithm: 'sha256', digits: CODE.digits });
}
