import { homeIn, homeOwner, proves } from '../../state/session';
import type { Desk } from './desk';
import { isFresh } from './money';
import { sessionDesk } from './session-desk';
import type { Needs } from './identities';
import type { Skill } from './skill';
import type { Stored } from './steps';

/** Whom a flow speaks of: as it is kept with the flow. */
export type Who = Pick<Stored, 'line' | 'home'>;
/** Whoever must be proved first: by which login, and what that may know already. */
export interface Login {
  readonly login: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** The line or the contract that the customer's sentence named, where the skill may be about it; `said` is the line in their own words. */
export interface Named {
  readonly said?: string;
  readonly msisdn?: string;
  readonly contract?: string;
}

/** From here on we speak of the one that was named, if it is proved. */
export function chooseNamed(desk: Desk, { login, money }: Needs, { msisdn, contract }: Named): void {
  if (msisdn !== undefined && proves(desk.record.session, msisdn, desk.now, money)) sessionDesk(desk).choose(msisdn);
  if (contract !== undefined && login !== 'mobile') sessionDesk(desk).chooseHome(contract);
}

/** Who the flow may speak of now, or the login that must come first. */
export function standing(desk: Desk, needs: Needs, stored: Stored, { msisdn, contract }: Named = {}): Who | Login {
  const kind = needs.login === 'account' ? spokenOf(desk, stored) : needs.login;
  if (kind === undefined) return { login: 'login-account', answers: {} };
  return kind === 'mobile' ? mobile(desk, needs, msisdn) : home(desk, needs, contract);
}
export const isLogin = (who: Who | Login): who is Login => 'login' in who;

/** Whether two flows, or two moments of one, speak of somebody else. Nobody yet is nobody else. */
export const isOther = (before: Who, now: Who): boolean =>
  (before.line !== undefined || before.home !== undefined) && (before.line !== now.line || before.home !== now.home);

/** Whether whom the flow speaks of is no longer proved, or no longer the one we speak of. */
export function isLapsed(desk: Desk, { needs }: Skill, stored: Stored): boolean {
  if (!needs) return false;
  const who = standing(desk, needs, stored);
  return isLogin(who) || who.line !== stored.line || who.home !== stored.home;
}

/** Where what became of an order is found again: a line's among its operations, a home's with its bill. */
export const placeOf = (owner: string): 'go:operations' | 'go:invoices' => (owner.startsWith(homeOwner('')) ? 'go:invoices' : 'go:operations');

/** Whose orders a flow moves: the line's number, or the contract as `home:<contract>`. */
export const ownerOf = ({ line, home: contract }: Who): string | undefined => line ?? (contract === undefined ? undefined : homeOwner(contract));

/** What a skill knows of whoever it speaks of. */
export function identityOf(desk: Desk, { needs }: Skill, { line, home: contract }: Who): object {
  if (!needs) return {};
  const session = sessionDesk(desk);
  if (line !== undefined)
    return {
      mobile: { msisdn: line, lines: session.lines() },
      ...(needs.login === 'account' && { account: { kind: 'mobile', id: line, level: 2 } }),
    };
  const level = contract === undefined ? undefined : homeIn(desk.record.session, contract, desk.now, false)?.level;
  if (contract === undefined || level === undefined) return {};
  if (needs.login === 'account') return { account: { kind: 'home', id: contract, level } };
  return { home: { contract, level, contracts: session.homes().map((each) => each.contract) } };
}

/** What a bill, or service, is asked for: what was just chosen, else what the sentence says, else what was spoken of last, else the one that is signed in. */
function spokenOf(desk: Desk, stored: Stored): 'mobile' | 'home' | undefined {
  const session = sessionDesk(desk);
  const chosen = desk.speaks ?? stored.speaks ?? saidOf(stored);
  if (chosen !== undefined) return chosen;
  const signedIn = { mobile: session.current() !== undefined, home: session.home() !== undefined };
  const { speaks } = desk.record.session;
  if (speaks !== undefined && signedIn[speaks]) return speaks;
  return signedIn.mobile ? 'mobile' : signedIn.home ? 'home' : undefined;
}

function saidOf({ slots }: Stored): 'mobile' | 'home' | undefined {
  const whose = slots?.['whose'];
  return whose === 'mobile' || whose === 'home' ? whose : undefined;
}

function mobile(desk: Desk, { money, fresh }: Needs, named: string | undefined): Who | Login {
  const { record, now } = desk;
  const { session } = record;
  const line = named ?? session.current;
  const isIn = line !== undefined && line === session.current && proves(session, line, now, money);
  if (isIn && (!fresh || isFresh(desk, { line }))) return { line };
  if (isIn) return { login: 'login-mobile', answers: { msisdn: line, purpose: 'step-up' } };
  return { login: 'login-mobile', answers: session.current === undefined ? {} : { known: session.current } };
}

/** Who is signed in and needs more, or signed in long ago, gets a code; everybody else names contract and document. */
function home(desk: Desk, { level, money, fresh }: Needs, said: string | undefined): Who | Login {
  const { record, now } = desk;
  const contract = record.session.home;
  // Of another contract nothing is told but to who names its document too.
  if (said !== undefined && said !== contract) return { login: 'login-home', answers: { contract: said } };
  const named = contract === undefined ? undefined : homeIn(record.session, contract, now, false);
  if (contract === undefined || named === undefined) return { login: 'login-home', answers: {} };
  const proved = homeIn(record.session, contract, now, money);
  if (proved && proved.level >= level && (!fresh || isFresh(desk, { home: contract }))) return { home: contract };
  if (level === 2 || named.level === 2) return { login: 'login-home-code', answers: { contract } };
  return { login: 'login-home', answers: {} };
}

/** What a login begins with: the line that the sentence named, or the number that was just given. */
export function begunWith({ login, answers }: Login, line: string | undefined, number: string | undefined): object {
  if (login === 'login-mobile' && (line ?? number) !== undefined) return { slots: { line: line ?? number } };
  return { answers: login === 'login-home' && number !== undefined ? { ...answers, contract: number } : answers };
}

/** The login that makes a code of this very moment. */
export const freshLogin = ({ line, home: contract }: Who): Login =>
  contract === undefined
    ? { login: 'login-mobile', answers: { msisdn: line, purpose: 'step-up' } }
    : { login: 'login-home-code', answers: { contract } };
