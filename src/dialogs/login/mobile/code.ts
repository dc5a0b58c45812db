import { theHour } from '../../../domain/dates';
import { readMsisdn, showMsisdn } from '../../../domain/msisdn';
import type { OneTimeCodes } from '../../../integrations/codes/port';
import type { Message } from '../../../domain/message';
import { again, leave, redo, type Control } from '../../engine/control';
import type { Reply } from '../../engine/question';
import type { Known } from '../../engine/skill';
import type { texts } from './texts';

type Told = Known<typeof texts.es, { readonly msisdn: string; readonly sent: { readonly challenge: string; readonly again: number } }>;
const SECONDS_SAID = 120_000; // longer waits are said as an hour

/** Reads the code, as people type it ("mi codigo es 48 29 10"), or what they want instead of it. */
export async function readCode(codes: OneTimeCodes, { text, folded, choice }: Reply, told: Told): Promise<'right' | Control> {
  const { t, msisdn, sent, visitor, attempt, country } = told;
  const other = otherLine(text, told);
  if (other && choice === undefined) return other;
  const wants = choice ?? wish(folded);
  if (wants === 'missing') return again(waysOn(told, t.missing({ line: showMsisdn(msisdn, country), wait: wait(told) })));
  if (wants === 'resend') return told.now < sent.again ? again(waysOn(told, wait(told))) : redo('sent');
  if (wants === 'number') return redo('msisdn');
  if (wants === 'without') return leave({ text: t.goOn, choices: [{ id: 'go:menu', label: t.seeMenu }] });
  const typed = text.normalize('NFKC').replace(/\D/g, '');
  if (typed.length !== 6) return again();
  const checked = await codes.check({ msisdn, visitor, challenge: sent.challenge, attempt, code: typed });
  switch (checked.status) {
    case 'right':
      return 'right';
    case 'wrong':
      return again(checked.left > 0 ? t.wrong({ left: checked.left }) : waysOn(told, t.spent));
    case 'expired':
      return again(waysOn(told, t.spent));
    case 'locked':
      return leave({
        text: t.locked({ hour: theHour(checked.until, country, told.language) }),
        choices: [
          { id: 'go:menu', label: t.seeMenu },
          { id: 'go:agent', label: t.person },
        ],
      });
  }
}

/** What somebody without a code writes instead of one. */
function wish(folded: string): string | undefined {
  if (/\b(otro codigo|otra vez|reenvia\w*|mande\w* otro|manda\w* otro|resend|send another|another code)\b/.test(folded)) return 'resend';
  if (/\bno (me |lo |ha )*(lleg\w*|recib\w*|cayo)\b|\bnot arrive\w*\b|\bno code\b|\bdid not get\b/.test(folded)) return 'missing';
  return /\b(otro numero|cambiar (el |de )?numero|me equivoque|wrong number|another number)\b/.test(folded) ? 'number' : undefined;
}

/** A whole number instead of a code is a correction of the line. */
function otherLine(text: string, { country, msisdn }: Told): Control | undefined {
  const read = readMsisdn(text, country);
  return read.kind === 'mobile' && read.msisdn !== msisdn ? { control: 'amend', name: 'msisdn', value: read.msisdn } : undefined;
}

/** When another code may be sent, in words. */
function wait({ t, sent, now, country, language }: Told): string {
  const left = sent.again - now;
  if (left <= 0) return t.canNow;
  return left <= SECONDS_SAID ? t.canIn({ seconds: Math.ceil(left / 1000) }) : t.canAt({ hour: theHour(sent.again, country, language) });
}

/** The ways on for somebody who has no code. */
const waysOn = ({ t }: Told, text: string): Message => ({
  text,
  expects: 'code',
  choices: [
    { id: 'resend', label: t.sendAnother },
    { id: 'number', label: t.changeNumber },
    { id: 'without', label: t.withoutCode },
  ],
});
