import type { Language } from '../../domain/texts';
import type { OneTimeCodes } from '../../integrations/codes/port';
import type { Lines } from '../../integrations/lines/port';
import type { Prepaid } from '../../integrations/prepaid/port';
import { agent } from '../care/agent';
import type { Skill } from '../engine/skill';
import { lines as linesSkill } from '../login/lines';
import { mobileLogin } from '../login/mobile';
import { balances } from './balances';
import { plan } from './plan';
import { quota } from './quota';

/** All that skills may use. A skill takes what it needs: `({ prepaid }: Pick<Ports, 'prepaid'>) => …`. */
export interface Ports {
  readonly prepaid: Prepaid;
  readonly lines: Lines;
  readonly codes: OneTimeCodes;
  /** How customers reach a person, in the operator's words. */
  readonly contact: Partial<Readonly<Record<Language, string>>>;
}

/** Every skill of the bot: one line each. */
export const skills = (ports: Ports): readonly Skill[] => [
  balances(ports),
  quota(ports),
  plan(ports),
  linesSkill(),
  mobileLogin(ports),
  agent(ports),
];

/** What the greeting offers, in this order; and the skill that leads to a person. */
export const MENU = ['balances', 'quota', 'plan'] as const;
export const PERSON = 'agent';
