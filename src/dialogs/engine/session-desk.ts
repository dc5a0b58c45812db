import { enterHome, homeIn, leaveHome, nobody, proves, raiseHomes, signIn, signOut } from '../../state/session';
import type { Desk } from './desk';
import type { SessionDesk } from './tools';

/** A skill's view of who is signed in; changes take effect with the turn. */
export function sessionDesk(desk: Desk): SessionDesk {
  const { record, now } = desk;
  const isIn = (msisdn: string): boolean => proves(record.session, msisdn, now, false);
  const home = (contract: string) => homeIn(record.session, contract, now, false);
  const become = (session: Desk['record']['session']): void => void (record.session = session);
  return {
    homes: () => record.session.homes.flatMap(({ contract }) => home(contract) ?? []),
    home: () => (record.session.home === undefined ? undefined : home(record.session.home)?.contract),
    enterHome: (contract, others) => become(enterHome(record.session, { contract, others }, now, desk.id('session'))),
    raiseHomes: (contracts) => become(raiseHomes(record.session, contracts, now, desk.id('session'))),
    chooseHome: (contract) => home(contract) && become({ ...record.session, home: contract, speaks: 'home' }),
    leaveHome: (contract) => become(leaveHome(record.session, contract)),
    speakOf: (kind, number) => {
      desk.speaks = kind;
      if (number !== undefined) desk.named = number;
    },
    idleMs: () => now - record.session.usedAt,
    lines: () => record.session.lines.map(({ msisdn }) => msisdn).filter(isIn),
    current: () => (record.session.current !== undefined && isIn(record.session.current) ? record.session.current : undefined),
    signIn: (msisdn) => void (record.session = signIn(record.session, msisdn, now, desk.id('session'))),
    choose: (msisdn) => void (isIn(msisdn) && (record.session = { ...record.session, current: msisdn, speaks: 'mobile' })),
    signOut: (msisdn) => void (record.session = msisdn === undefined ? nobody : signOut(record.session, msisdn)),
  };
}
