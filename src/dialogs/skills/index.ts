import type { Agents } from '../../integrations/agents/port';
import type { Language } from '../../domain/texts';
import type { ServiceHours } from '../../domain/cases/hours';
import type { CaseDesk, Cases } from '../../integrations/cases/port';
import type { BillDelivery, BillDetails, BillLinks, Bills } from '../../integrations/bills/port';
import type { Catalogue } from '../../integrations/catalogue/port';
import type { OneTimeCodes } from '../../integrations/codes/port';
import type { OpenLinks } from '../../integrations/gateway/port';
import type { HelpCenter } from '../../integrations/help/port';
import type { HomeNetwork } from '../../integrations/home-network/port';
import type { Outages, OutageWatches } from '../../integrations/outages/port';
import type { Lending } from '../../integrations/lending/port';
import type { Lines } from '../../integrations/lines/port';
import type { Movements } from '../../integrations/movements/port';
import type { PaymentMethods, SavedCards } from '../../integrations/payments/port';
import type { Prepaid } from '../../integrations/prepaid/port';
import type { Mandates, Recurring } from '../../integrations/recurring/port';
import type { Receipts } from '../../integrations/receipts/port';
import type { Reconnection } from '../../integrations/reconnection/port';
import type { Stores } from '../../integrations/stores/port';
import type { Reminders } from '../../integrations/reminders/port';
import type { SimSwap } from '../../integrations/sim-swap/port';
import type { Sms } from '../../integrations/sms/port';
import type { Subscriptions } from '../../integrations/subscriptions/port';
import type { UsageHistory } from '../../integrations/usage/port';
import type { Accounts, Claims, Mails, Suspensions } from '../../integrations/accounts/port';
import { agent } from '../care/agent';
import { npsSkill } from '../care/nps';
import { caseWords } from '../care/case-words';
import { cases, signedCases } from '../care/cases';
import { faq, type FaqParts } from '../care/faq';
import { photo } from '../care/photo';
import { ticket } from '../care/ticket';
import type { Skill } from '../engine/skill';
import { accountLogin } from '../login/account';
import { contracts } from '../login/contracts';
import { homeLogin } from '../login/home';
import { homeCode } from '../login/home-code';
import { lines as linesSkill } from '../login/lines';
import { mobileLogin } from '../login/mobile';
import { autopay } from './autopay';
import { balanceUse } from './balance-use';
import { balances } from './balances';
import { blockLine } from './block-line';
import { buyPack } from './buy-pack';
import { cards } from './cards';
import { findPayment } from './find-payment';
import { loanDebt, loanDenied, loans, repayLoan } from './loans';
import { modem } from './modem';
import { modemWorks } from './modem/works';
import { noService } from './no-service';
import { operations } from './operations';
import { outage } from './outage';
import { outageQuiet } from './outage/quiet';
import { payInvoice } from './pay-invoice';
import { plan } from './plan';
import { quota } from './quota';
import { invoiceSkills } from './invoices';
import { moreTime, reconnect } from './reconnect';
import { stores } from './stores';
import { subscriptionCase, subscriptions } from './subscriptions';
import { remind } from './reminders';
import { remindOfBill } from './reminders/bill';
import { stopReminders } from './reminders/stop';
import { topUp } from './top-up';
import { voucher } from './top-up/voucher';
import { usageHistory } from './usage-history';
import { wifi } from './wifi';

/** All that skills may use. A skill takes what it needs: `({ prepaid }: Pick<Ports, 'prepaid'>) => …`. */
export interface Ports {
  readonly prepaid: Prepaid;
  readonly lines: Lines;
  readonly codes: OneTimeCodes;
  readonly accounts: Accounts;
  /** How often a contract and its document may be tried. */
  readonly claims: Claims;
  /** How often a stolen line and its holder's document may be tried. */
  readonly thefts: Claims;
  readonly suspensions: Suspensions;
  readonly mails: Mails;
  readonly help: HelpCenter;
  readonly catalogue: Catalogue;
  readonly means: PaymentMethods;
  /** Absent where the operator lends nothing. */
  readonly lending?: Lending;
  readonly subscriptions: Subscriptions;
  /** Absent where SIM changes cannot be asked for: then nothing that a thief of a number could want is debited. */
  readonly simSwap?: SimSwap;
  readonly movements: Movements;
  readonly usage: UsageHistory;
  readonly stores: Stores;
  readonly network: HomeNetwork;
  readonly outages: Outages;
  readonly watches: OutageWatches;
  readonly receipts: Receipts;
  readonly bills: Bills;
  readonly billDetails: BillDetails;
  readonly billDelivery: BillDelivery;
  readonly billLinks: BillLinks;
  readonly reconnection: Reconnection;
  /** Links to the card gateway's pages; absent where cards are not typed. */
  readonly openLinks?: OpenLinks;
  readonly savedCards: SavedCards;
  /** Bills that are charged by themselves, and who agreed to it. */
  readonly recurring: Recurring;
  readonly mandates: Mandates;
  readonly cases: Cases;
  readonly caseDesk: CaseDesk;
  /** The agents' system; absent where there is none. */
  readonly agents?: Agents;
  /** When people answer; `staffed`: in this chat. */
  readonly hours: ServiceHours;
  readonly staffed: boolean;
  readonly reminders: Reminders;
  /** Notices to a line, where the chat cannot be relied on. */
  readonly sms: Sms;
  /** How customers reach a person, in the operator's words. */
  readonly contact: Partial<Readonly<Record<Language, string>>>;
}

/** Every skill of the bot: one line each, in the list where it belongs. */
export const skills = (ports: Ports): readonly Skill[] => {
  const all: Skill[] = [];
  const door: FaqParts['door'] = (skill, language, form) => all.find(({ id }) => id === skill)?.names(language, form).button;
  all.push(...mobile(ports), ...billing(ports), ...home(ports), ...logins(ports), ...care(ports, door));
  return all;
};

/** What a prepaid or postpaid line has, buys, borrows and did. */
const mobile = (ports: Ports): Skill[] => [
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
  usageHistory(ports),
  blockLine({ ...ports, claims: ports.thefts }),
];

/** Bills, their payment, and what is cut for want of it. */
const billing = (ports: Ports): Skill[] => [
  payInvoice(ports),
  cards(ports),
  autopay(ports),
  ...invoiceSkills(ports),
  reconnect(ports),
  moreTime(ports),
];

/** The internet of a home, and what fails of it. */
const home = (ports: Ports): Skill[] => [wifi(ports), modem(ports), modemWorks(), outage(ports), outageQuiet(ports), noService(ports)];

/** Answers, people, and what is asked or told beside. */
const care = (ports: Ports, door: FaqParts['door']): Skill[] => [
  stores(ports),
  remind(ports),
  remindOfBill(ports),
  stopReminders(ports),
  npsSkill(),
  agent({ contact: ports.contact, door, ...(ports.staffed && { staff: ports }) }),
  ticket({ ...ports, door }),
  photo(ports),
  caseWords({ ...ports, door }),
  cases(ports),
  signedCases(),
  faq({ ...ports, door }),
];

/** Who somebody is: lines and homes, how they are proved, and which of them we speak of. */
const logins = (ports: Ports): Skill[] => [linesSkill(), mobileLogin(ports), homeLogin(ports), homeCode(ports), accountLogin(), contracts(ports)];

/** What the greeting offers, in this order; and the skill that leads to a person. */
export const MENU = ['balances', 'buy-pack', 'invoices'] as const;
export const PERSON = 'agent';
