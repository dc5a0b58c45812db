import type { Alarm } from '../../../domain/alarm';
import { textsFor, type Form, type Language, type Texts } from '../../../domain/texts';
import { safetyTexts } from './texts';

/** Numbers to call, as the operator confirmed them for its country. What is not known is not guessed. */
export interface HelpLines {
  readonly crisis?: string;
  readonly police?: string;
  readonly emergency?: string;
}

export interface Grief {
  readonly alarm: Alarm;
  readonly language: Language;
  readonly form: Form;
  readonly brand: string;
  readonly lines: HelpLines;
  /** Whether the line can be blocked in this chat. */
  readonly blocks: boolean;
}

/** The first words to somebody in danger or grief: what to do now, whom to call. No menu, no offer. */
export function firstWords({ alarm, language, form, brand, lines, blocks }: Grief): string {
  const t = textsFor(safetyTexts, language, form);
  switch (alarm) {
    case 'crisis':
      return t.crisis({ call: whomToCall(lines, t) });
    case 'extortion':
    case 'threat':
      return t[alarm]({ call: police(lines, t) });
    case 'theft':
      return blocks ? t.theftBlock : t.theft;
    case 'fraud':
      return t.fraud({ brand });
    case 'death':
      return t.death;
  }
}

/** Whom somebody in distress can call at once. */
export const whoHelps = ({ language, form, lines }: Pick<Grief, 'language' | 'form' | 'lines'>): string =>
  whomToCall(lines, textsFor(safetyTexts, language, form));

function whomToCall({ crisis, emergency }: HelpLines, t: Texts<typeof safetyTexts.es>): string {
  if (crisis !== undefined && emergency !== undefined) return t.callBoth({ crisis, emergency });
  const number = crisis ?? emergency;
  return number === undefined ? t.callSomebody : t.callOne({ number });
}

function police(lines: HelpLines, t: Texts<typeof safetyTexts.es>): string {
  const number = lines.police ?? lines.emergency;
  return number === undefined ? t.callPolice : t.callOne({ number });
}
