import { hash } from 'node:crypto';
import type { Message } from '../domain/message';
import { isOnPage } from '../domain/spending/details';
import { textsFor } from '../domain/texts';
import { homeOwner, isProved } from '../state/session';
import type { Desk } from './engine/desk';
import { placeOf } from './engine/identity';
import { orderOf } from './engine/money';
import { rootTexts } from './texts';

/** Makes an id that is the same at every run of the turn about message `number` of a conversation. 132 bits. */
export const idAt = (conversation: string, number: number | string, step: string): string =>
  hash('sha256', `${conversation} ${number} ${step}`, 'base64url').slice(0, 22);

/**
 * What became of an order whose "yes" is tapped again: nothing is sent twice, and the customer hears how it ended. Undefined when the button
 * is not of this conversation, was never agreed to, or belongs to somebody who is no longer signed in.
 */
export async function processed({ conversation, said, sign, ledger, record, now }: Desk): Promise<Message | undefined> {
  const [number = '', step = '', signature] = said.tap?.question?.split('.') ?? [];
  if (said.tap?.choice !== 'yes' || signature !== sign(`${conversation} ${number} ${step}`)) return undefined;
  const order = orderOf({ id: (name) => idAt(conversation, number, name) }, step);
  const t = textsFor(rootTexts, record.language, record.form);
  const { lines, homes } = record.session;
  for (const owner of [...lines.map(({ msisdn }) => msisdn), ...homes.map(({ contract }) => homeOwner(contract))]) {
    const operation = isProved(record.session, owner, now) ? await ledger.operation(owner, order) : undefined;
    if (!operation) continue;
    const { reference, state } = operation;
    const id = placeOf(owner);
    const choices = [{ id, label: id === 'go:invoices' ? t.myBill : t.myOperations }];
    const open = isOnPage(operation.details) ? t.alreadyToPay : t.alreadyUnknown;
    const words = { done: t.alreadyDone, refused: t.alreadyRefused, sent: open, unknown: open }[state];
    return { text: words({ reference }), choices };
  }
  return undefined;
}
