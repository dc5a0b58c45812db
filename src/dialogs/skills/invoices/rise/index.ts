import { z } from 'zod';
import { changeOf } from '../../../../domain/bills';
import { formatMoney } from '../../../../domain/money';
import { Billing } from '../../../engine/billing';
import { skill } from '../../../engine/skill';
import { billed, chosenBill, KeptBill, KeptLine, lastBills, monthOf, type InvoicePorts } from '../bill';
import { texts } from './texts';
import { riseWords } from './words';

/** Why a bill is not what the one before it was: the causes, whose sum is the difference. */
export const billRise = (ports: InvoicePorts) =>
  skill('invoice-rise', texts)
    .needs('account', { level: 2 })
    .loads('billing', Billing, billed(ports))
    .loads('all', z.array(KeptBill), lastBills(ports))
    .loads('bill', KeptBill, async (told) => chosenBill(told))
    .loads('lines', z.array(KeptLine), async ({ bill }) => [...(await ports.billDetails.lines(bill.id))])
    .loads('linesBefore', z.array(KeptLine), async ({ all, bill }) => {
      const before = beforeIt(all, bill);
      return before ? [...(await ports.billDetails.lines(before.id))] : [];
    })
    .does(async (told) => {
      const { t, say, all, bill, country } = told;
      const before = beforeIt(all, bill);
      const month = monthOf(bill, told);
      if (!before)
        return say({ text: t.first({ month, to: formatMoney(bill.total, country) }), choices: [{ id: 'go:invoice-lines', label: t.lines }] });
      const change = changeOf({ total: before.total, lines: told.linesBefore }, { total: bill.total, lines: told.lines });
      if (!change)
        return say({ text: t.otherMoney({ month, before: monthOf(before, told) }), choices: [{ id: 'go:invoice-lines', label: t.lines }] });
      return say(riseWords(change, bill, before, told));
    });

const beforeIt = (all: readonly KeptBill[], { id }: KeptBill): KeptBill | undefined => all[all.findIndex((each) => each.id === id) + 1];
