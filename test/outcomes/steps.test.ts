import type { Attended } from '../../src/dialogs/engine/attended';
import type { Desk } from '../../src/dialogs/engine/desk';
import { newRecord } from '../../src/dialogs/engine/record';
import type { Tried } from '../../src/dialogs/engine/trail';
import { countryOf } from '../../src/domain/countries';
import { stepOf } from '../../src/wiring/outcomes';

const attended = (more: Partial<Attended> = {}): Attended => ({ reference: 'C-1', since: 1, told: 0, unsent: [], failures: 0, ...more });
const HANDED: readonly Tried[] = [{ person: true }, { opened: { reference: 'C-1' } }];

/** What is noted of a turn in which the customer wrote something. */
function noted(who: Attended | undefined, what: { readonly skill?: string; readonly outcome: string; readonly marks?: readonly Tried[] }) {
  const { skill, outcome, marks = [] } = what;
  const record = { ...newRecord('es', 'tu'), ...(who && { attended: who }) };
  const desk: Partial<Desk> = { conversation: 'web:1', number: 5, now: 10, country: countryOf('GT'), record, marks };
  return stepOf(desk as Desk, { kind: 'said', text: 'mi factura' }, { skill, outcome });
}

test('words for a person are none of the bot’s; a flow that a person began is the person’s', () => {
  expect(noted(attended(), { outcome: 'talk' })).toBeUndefined();
  expect(noted(attended(), { skill: 'modem', outcome: 'asking' })).toMatchObject({ topic: 'modem', person: true });
  expect(noted(attended(), { skill: 'modem', outcome: 'done' })).toMatchObject({ person: true });
});

test('a part of a topic is counted under it', () => {
  expect(noted(undefined, { skill: 'invoice-dispute', outcome: 'asking' })).toMatchObject({ topic: 'invoices' });
  expect(noted(undefined, { skill: 'voucher', outcome: 'asking' })).toMatchObject({ topic: 'top-up' });
  expect(noted(undefined, { skill: 'wifi', outcome: 'asking' })).toMatchObject({ topic: 'wifi' });
});

test('who came back to the bot is the bot’s, also while words are still on their way to the ticket', () => {
  expect(noted(attended({ leaves: true }), { outcome: 'talk' })).toMatchObject({ engages: true });
  expect(noted(attended({ leaves: true }), { skill: 'plan', outcome: 'done' })).not.toHaveProperty('person');
});

test('a person who is there takes the conversation; where nobody is there a case is left', () => {
  expect(noted(attended(), { skill: 'agent', outcome: 'handover', marks: HANDED })).toMatchObject({ person: true, ticket: true });
  const alone = noted(attended({ leaves: true }), { skill: 'agent', outcome: 'handover', marks: HANDED });
  expect([alone?.ticket, alone?.person]).toEqual([true, undefined]);
  expect(noted(undefined, { skill: 'agent', outcome: 'handover' })).toMatchObject({ person: true });
});
