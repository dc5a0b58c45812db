import { nobody, proves, signIn, signOut } from '../../state/session';
import type { Desk } from './desk';
import type { SessionDesk } from './skill';

/** A skill's view of who is signed in; changes take effect with the turn. */
export function sessionDesk(desk: Desk): SessionDesk {
  const { record, now } = desk;
  const isIn = (msisdn: string): boolean => proves(record.session, msisdn, now, false);
  return {
    lines: () => record.session.lines.map(({ msisdn }) => msisdn).filter(isIn),
    current: () => (record.session.current !== undefined && isIn(record.session.current) ? record.session.current : undefined),
    signIn: (msisdn) => void (record.session = signIn(record.session, msisdn, now, desk.id('session'))),
    choose: (msisdn) => void (isIn(msisdn) && (record.session = { ...record.session, current: msisdn })),
    signOut: (msisdn) => void (record.session = msisdn === undefined ? nobody : signOut(record.session, msisdn)),
  };
}
