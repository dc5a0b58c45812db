/** One use of a line that its plan or pack included. `other` is the national number's last digits, in front of which the line's own stand. */
export interface SeededUse {
  /** Days before day 0, and the time of day. */
  readonly day: number;
  readonly time: `${number}:${number}`;
  readonly type: 'voice' | 'sms' | 'data';
  readonly amount: number;
  readonly direction?: 'in' | 'out';
  readonly other?: string;
}

const HISTORY_DAYS = 20;

/** What a line does on a usual day, a little different from day to day so that totals differ. */
const onDay = (day: number): SeededUse[] => [
  { day, time: '00:30', type: 'data', amount: 120 + 7 * day },
  { day, time: '07:05', type: 'voice', amount: 65 + 11 * day, direction: 'out', other: '0142' },
  { day, time: '09:40', type: 'sms', amount: 1, direction: 'in', other: '0199' },
  ...some(day % 2 === 0, { day, time: '12:15', type: 'voice', amount: 240 + 5 * day, direction: 'in', other: '0177' }),
  ...some(day % 3 === 0, { day, time: '13:50', type: 'sms', amount: 1, direction: 'out', other: '0142' }),
  { day, time: '14:10', type: 'data', amount: 60 + 3 * day },
];

const some = (isSo: boolean, use: SeededUse): readonly SeededUse[] => (isSo ? [use] : []);

/** Three weeks of calls, messages and data. */
export const HISTORY: readonly SeededUse[] = Array.from({ length: HISTORY_DAYS + 1 }, (_, day) => onDay(day)).flat();
