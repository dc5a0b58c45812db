import type { Language } from '../../domain/texts';
import type { Cases } from '../../integrations/cases/port';
import type { Catalogue } from '../../integrations/catalogue/port';
import type { OneTimeCodes } from '../../integrations/codes/port';
import type { HelpCenter } from '../../integrations/help/port';
import type { Lending } from '../../integrations/lending/port';
import type { Lines } from '../../integrations/lines/port';
import type { Movements } from '../../integrations/movements/port';
import type { PaymentMethods } from '../../integrations/payments/port';
import type { Prepaid } from '../../integrations/prepaid/port';
import type { Receipts } from '../../integrations/receipts/port';
import type { SimSwap } from '../../integrations/sim-swap/port';
import type { Subscriptions } from '../../integrations/subscriptions/port';
import { agent } from '../care/agent';
import { faq } from '../care/faq';
import type { Skill } from '../engine/skill';
import { lines as linesSkill } from '../login/lines';
import { mobileLogin } from '../login/mobile';
import { balanceUse } from './balance-use';
import { balances } from './balances';
import { buyPack } from './buy-pack';
import { findPayment } from './find-payment';
import { loanDebt, loanDenied, loans, repayLoan } from './loans';
import { operations } from './operations';
import { plan } from './plan';
import { quota } from './quota';
import { subscriptionCase, subscriptions } from './subscriptions';
import { topUp } from './top-up';
import { voucher } from './top-up/voucher';

/** All that skills may use. A skill takes what it needs: `({ prepaid }: Pick<Ports, 'prepaid'>) => …`. */
export interface Ports {
  readonly prepaid: Prepaid;
  readonly lines: Lines;
  readonly codes: OneTimeCodes;
  readonly help: HelpCenter;
  readonly catalogue: Catalogue;
  readonly means: PaymentMethods;
  /** Absent where the operator lends nothing. */
  readonly lending?: Lending;
  readonly subscriptions: Subscriptions;
  /** Absent where SIM changes cannot be asked for: then nothing that a thief of a number could want is debited. */
  readonly simSwap?: SimSwap;
  readonly movements: Movements;
  readonly receipts: Receipts;
  readonly cases: Cases;
  /** How customers reach a person, in the operator's words. */
  readonly contact: Partial<Readonly<Record<Language, string>>>;
}

/** Every skill of the bot: one line each. */
export const skills = (ports: Ports): readonly Skill[] => {
  const all: Skill[] = [
    balances(ports),
    quota(ports),
    plan(ports),
    topUp(ports),
    voucher(ports),
    buyPack(ports),
    loans(ports),
    repayLoan(ports),
    loanDebt(ports),
    loanDenied(ports),
    subscriptions(ports),
    subscriptionCase(ports),
    balanceUse(ports),
    findPayment(ports),
    operations(),
    linesSkill(),
    mobileLogin(ports),
    agent(ports),
    faq({ ...ports, door: (skill, language, form) => all.find(({ id }) => id === skill)?.names(language, form).button }),
  ];
  return all;
};

/** What the greeting offers, in this order; and the skill that leads to a person. */
export const MENU = ['balances', 'buy-pack', 'top-up'] as const;
export const PERSON = 'agent';
