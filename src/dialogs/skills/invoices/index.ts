import { z } from 'zod';
import type { ServiceHours } from '../../../domain/cases/hours';
import { dayOf } from '../../../domain/dates';
import type { BillDelivery, BillLinks } from '../../../integrations/bills/port';
import type { Cases } from '../../../integrations/cases/port';
import type { Receipts } from '../../../integrations/receipts/port';
import { Billing } from '../../engine/billing';
import { handTo } from '../../engine/control';
import { skill, type Skill } from '../../engine/skill';
import { readMonth } from '../../engine/slots';
import { utterancesIn } from '../../engine/utterances';
import { billed, KeptBill, lastBills, type InvoicePorts } from './bill';
import { mailedBill, printedBill } from './copy';
import { disputedLine } from './dispute';
import { billLines } from './lines';
import { paperless } from './paperless';
import { LastPayment, lastPayment } from './payments';
import { billRise } from './rise';
import { texts } from './texts';
import { wishIn } from './wish';
import { overview } from './words';

export interface AllInvoicePorts extends InvoicePorts {
  readonly receipts: Pick<Receipts, 'ofAccount'>;
  readonly billDelivery: BillDelivery;
  readonly billLinks: BillLinks;
  readonly cases: Cases;
  /** When people answer. */
  readonly hours: ServiceHours;
}

/**
 * How much is due and when, and what was paid last. A sentence that wants more of a bill goes to the skill that does it, with the month it names:
 * those are of level 2.
 */
export const invoices = (ports: AllInvoicePorts) =>
  skill('invoices', texts)
    .hears(utterancesIn(__dirname))
    .needs('account', { level: 1 })
    .loads('here', z.literal('here'), async ({ said, now, country }) => {
      // This month's bill is the one that is told anyway.
      const isPast = said.month !== undefined && readMonth(said.month, now, country) !== dayOf(now, country).slice(0, 7);
      const wish = wishIn(said.words ?? '', isPast);
      return wish === undefined ? 'here' : handTo(`invoice-${wish}`, said);
    })
    .loads('billing', Billing, billed(ports))
    .loads('all', z.array(KeptBill), lastBills(ports))
    .loads('paid', LastPayment, lastPayment(ports.receipts))
    .does(async (told) => told.say(overview(told)));

/** All that can be done with bills but paying them. */
export const invoiceSkills = (ports: AllInvoicePorts): readonly Skill[] => [
  ...[invoices(ports), billRise(ports), billLines(ports), printedBill(ports), mailedBill(ports), disputedLine(ports), paperless(ports)],
];
