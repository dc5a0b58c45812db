import { dayOf } from '../../domain/dates';
import type { Desk } from './desk';
import type { Skill } from './skill';
import type { MoneyDesk } from './spend';
import type { Stored } from './steps';

/** A code that is older does not move money where a fresh one is asked for, in ms. */
const FRESH_MS = 5 * 60_000;

/** @param line whose orders they are: see `identity.ts` */
export function moneyDesk(desk: Desk, skill: Skill, line: string | undefined): MoneyDesk {
  const { ledger, record, conversation, country, now } = desk;
  const { language, form } = record;
  const own = (): string => {
    if (line === undefined) throw new TypeError(`${skill.id} speaks of no line`);
    return line;
  };
  return {
    operations: (most) => ledger.operations(own(), most),
    tell: (operation, message) => desk.say({ ...message, tells: [ledger.nameOf(operation.line, operation.order)] }),
    spend: ({ order, words, shownAt }, { limits = [], ...what }) =>
      ledger.spend({
        ...{ ...what, id: order, line: own(), limits, day: dayOf(now, country), again: desk.rerun },
        teller: { conversation, skill: skill.id, language, form },
        evidence: { words, shownAt, agreedAt: now, release: desk.release },
      }),
  };
}

/** Whether the line, or the contract, was proved by a code of these last minutes. */
export function isFresh({ record, now }: Pick<Desk, 'record' | 'now'>, { line, home }: Pick<Stored, 'line' | 'home'>): boolean {
  const { lines, homes } = record.session;
  const proved = line === undefined ? homes.find(({ contract }) => contract === home)?.codeAt : lines.find(({ msisdn }) => msisdn === line)?.provedAt;
  return proved !== undefined && now - proved <= FRESH_MS;
}

/** The id of the order that a consent of this turn is shown for; the same at every run, and found again from the button of an old one. */
export const orderOf = ({ id }: Pick<Desk, 'id'>, step: string): string => id(`order ${step}`);
