import { z } from 'zod';
import { readAmount } from '../../../domain/money';
import type { CaseParts } from '../../../integrations/cases/port';
import type { Receipts } from '../../../integrations/receipts/port';
import { skill } from '../../engine/skill';
import { readDay } from '../../engine/slots';
import { utterancesIn } from '../../engine/utterances';
import { DAYS, doubled, held, missing, missingElsewhere } from './cases';
import { foundBy, howMuch, isElsewhere, isThis, leadOf, onlyOne, whichDay, whichReference, type Answered, type Told } from './questions';
import { About, aboutIn, Clues, Own, ownOf, Payment, paymentOf } from './search';
import { texts } from './texts';
import { isForAnother, meansAnother, whichLine } from './whose';
import { next, settledWords } from './words';

/** All that was said, where the skill began by a sentence. */
const Sentence = z.object({ words: z.string().optional() });
const DAY_MS = 86_400_000;
/** Orders of this chat that may be the one that is looked for. */
const MOST = 20;

/** What was found first was none of it, or was not the one. */
const isOpen = (told: Told & { readonly right: boolean | undefined }): boolean => told.right === false || leadOf(told) === undefined;
const tells = (told: Told): boolean => ['waits', 'settled'].includes(leadOf(told)?.kind ?? '');

/** A top-up that did not arrive, a payment not seen, a double charge: found by amount, day and reference, and told as it is. */
export const findPayment = ({ receipts, ...cases }: CaseParts & { readonly receipts: Pick<Receipts, 'of'> }) =>
  skill('find-payment', texts)
    .hears(utterancesIn(__dirname))
    .needs('mobile', { level: 2, from: 'line', unless: isForAnother })
    .loads('own', Own.array(), async ({ money }) => (await money.operations(MOST)).map(ownOf))
    .loads('payments', Payment.array(), async ({ mobile, now, own }) =>
      (await receipts.of(mobile.msisdn, now - DAYS * DAY_MS)).map((each) => paymentOf(each, own)),
    )
    .loads('clues', Clues, async ({ said, now, country }) => {
      const amount = said.amount === undefined ? undefined : readAmount(said.amount, country);
      const day = said.day === undefined ? undefined : readDay(said.day, now, country);
      return {
        ...(typeof amount === 'object' && { minor: amount.minor }),
        ...(day !== undefined && { day }),
        ...(said.reference !== undefined && { reference: said.reference }),
      };
    })
    .loads('about', About, async ({ said }) => aboutIn(Sentence.parse(said).words))
    .asksIf('to', meansAnother, whichLine)
    .asksIf('right', tells, isThis)
    .asksIf('double', (told) => leadOf(told)?.kind === 'double', onlyOne)
    .asksIf('amount', isOpen, howMuch, { from: 'amount' })
    .asksIf('day', isOpen, whichDay, { from: 'day' })
    .asksIf('reference', (told) => isOpen(told) && foundBy(told) === undefined, whichReference, { from: 'reference' })
    .does(async (told) => {
      if (isElsewhere(told)) return missingElsewhere(told, cases);
      const lead = told.right === false ? undefined : leadOf(told);
      if (lead?.kind === 'held') return held(told, lead.payment, cases);
      if (lead?.kind === 'double')
        return told.double ? doubled(told, lead.first, lead.second, cases) : told.say({ text: told.t.bothFine, choices: next(told).slice(0, 1) });
      return answered(told, cases);
    });

async function answered(told: Answered & { readonly say: Parameters<typeof held>[0]['say'] }, cases: CaseParts): Promise<void> {
  const payment = foundBy(told);
  if (payment === undefined) return missing(told, cases);
  if (payment.state === 'received') return held(told, payment, cases);
  return told.say({ text: settledWords(payment, told), choices: [...next(told), { id: 'go:agent', label: told.t.notThat }] });
}
