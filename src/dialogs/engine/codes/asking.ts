import { theHour } from '../../../domain/dates';
import { readMsisdn, showMsisdn } from '../../../domain/msisdn';
import type { Checked, OneTimeCodes } from '../../../integrations/codes/port';
import type { Message } from '../../../domain/message';
import { again, leave, redo, type Control } from '../control';
import type { Reply } from '../question';
import type { Known } from '../skill';
import type { codeTexts } from './texts';
import { untilOf, whenOf } from './when';

const SECONDS_SAID = 120_000; // longer waits are said as an hour

interface Sent {
  readonly challenge: string;
  readonly promised: number;
  readonly again: number;
  readonly purpose?: 'login' | 'step-up' | undefined;
  readonly last?: { readonly until: number } | undefined;
  /** It was sent before: the customer came back to it. */
  readonly before?: boolean | undefined;
}
/** `shown`: the number is on file and may be shown by its last digits only; nor can it be changed here. */
type Told = Known<typeof codeTexts.es, { readonly msisdn: string; readonly sent: Sent; readonly shown?: string }>;
const nameOf = ({ msisdn, shown, country }: Told): string => shown ?? showMsisdn(msisdn, country);

/** Asks for the code. Whoever gets the last one for now hears it before they need another, with the ways on. */
export function askForCode(told: Told): Message {
  const { t, country, brand, sent, language, now } = told;
  const code = (sent.before ? t.codeBefore : t.code)({ line: nameOf(told), brand, hour: theHour(sent.promised, country, language) });
  const last = sent.last && t.last({ until: untilOf(sent.last.until, now, country, language) });
  return {
    text: last === undefined ? code : `${code} ${last}`,
    choices: [{ id: 'missing', label: t.notArrived }, ...changes(told), ...(last === undefined ? [] : [without(t), person(t)])],
    expects: 'code',
  };
}

/** Reads the code, as people type it ("mi codigo es 48 29 10"), or what they want instead of it. */
export async function readCode(codes: OneTimeCodes, { text, folded, choice }: Reply, told: Told): Promise<'right' | Control> {
  const { t, msisdn, sent, visitor, attempt, shown } = told;
  const other = shown === undefined ? otherLine(text, told) : undefined;
  if (other && choice === undefined) return other;
  const wants = choice ?? wish(folded);
  if (wants === 'missing')
    return again(waysOn(told, shown === undefined ? t.missing({ line: nameOf(told), wait: wait(told) }) : t.missingOnFile({ wait: wait(told) })));
  if (wants === 'resend') return told.now < sent.again ? again(waysOn(told, wait(told))) : redo('sent');
  if (wants === 'number' && shown === undefined) return redo('msisdn');
  if (wants === 'without') return leave({ text: t.goOn, choices: [{ id: 'go:menu', label: t.seeMenu }] });
  if (wants === 'number') return again(waysOn(told, t.onFileOnly));
  const typed = text.normalize('NFKC').replace(/\D/g, '');
  if (typed.length !== 6) return again();
  return heard(await codes.check({ msisdn, visitor, purpose: sent.purpose ?? 'login', challenge: sent.challenge, attempt, code: typed }), told);
}

/** What a code that was compared means for the customer. */
function heard(checked: Checked, told: Told): 'right' | Control {
  const { t, country, language } = told;
  if (checked.status === 'right') return 'right';
  if (checked.status === 'wrong' && checked.left > 0) return again(t.wrong({ left: checked.left }));
  if (checked.status !== 'locked') return again(waysOn(told, t.spent({ wait: wait(told) })));
  return leave({ text: t.locked({ hour: theHour(checked.until, country, language) }), choices: [{ id: 'go:menu', label: t.seeMenu }, person(t)] });
}

/** What somebody without a code writes instead of one. */
function wish(folded: string): string | undefined {
  if (/\b(otro codigo|otra vez|reenvia\w*|mande\w* otro|manda\w* otro|resend|send another|another code)\b/.test(folded)) return 'resend';
  if (
    /^(?:no|nada|todavia no|aun no|not yet|nothing)$|\bno (me |lo |ha )*(lleg\w*|recib\w*|cayo)\b|\bnot arrive\w*\b|\bno code\b|\bdid not get\b/.test(
      folded,
    )
  )
    return 'missing';
  return /\b(otro numero|cambiar (el |de )?numero|me equivoque|wrong number|another number)\b/.test(folded) ? 'number' : undefined;
}

/** "Recarga 5 al 5555-0111" names a line that gets something, and corrects nothing: no code goes there. */
const FOR_ANOTHER = /\b(?:rec[aá]rg\w*|top ?up|paquete|pack|megas|saldo (?:al|a la))\b/i;

/** A whole number instead of a code is a correction of the line. */
function otherLine(text: string, { country, msisdn }: Told): Control | undefined {
  if (FOR_ANOTHER.test(text)) return undefined;
  const read = readMsisdn(text, country);
  return read.kind === 'mobile' && read.msisdn !== msisdn ? { control: 'amend', name: 'msisdn', value: read.msisdn } : undefined;
}

/** When another code may be sent, in words. */
function wait({ t, sent, now, country, language }: Told): string {
  const left = sent.again - now;
  if (left <= 0) return t.canNow;
  return left <= SECONDS_SAID ? t.canIn({ seconds: Math.ceil(left / 1000) }) : t.canAt({ when: whenOf(sent.again, now, country, language) });
}

/** The ways on for somebody who has no code. Another one is only offered where it is not hours away. */
const waysOn = (told: Told, text: string): Message => ({
  text,
  expects: 'code',
  choices: [
    ...(told.sent.last ? [] : [{ id: 'resend', label: told.t.sendAnother }]),
    ...changes(told),
    without(told.t),
    ...(told.sent.last || told.shown !== undefined ? [person(told.t)] : []),
  ],
});
const changes = ({ t, shown }: Told) => (shown === undefined ? [{ id: 'number', label: t.changeNumber }] : []);
const without = (t: Told['t']) => ({ id: 'without', label: t.withoutCode });
const person = (t: Told['t']) => ({ id: 'go:agent', label: t.person });
