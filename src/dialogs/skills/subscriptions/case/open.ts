import { caseName } from '../../../../domain/cases/name';
import { spokenMoment } from '../../../../domain/dates';
import type { Message } from '../../../../domain/message';
import { lastFour } from '../../../../domain/msisdn';
import type { Operation } from '../../../../domain/spending';
import { textsFor } from '../../../../domain/texts';
import type { Cases } from '../../../../integrations/cases/port';
import { UnsubscribeDetails } from '../../../../domain/spending/details';
import type { Basics } from '../../../engine/known';
import { texts } from './texts';

/** By when a person answers, in ms. */
const ANSWER_MS = 24 * 3_600_000;

/** A case on a subscription that nobody asked for, once for each cancellation, and what to expect. */
export async function openCase(cases: Cases, operation: Operation, { now, country, language, form }: Basics): Promise<Message> {
  const t = textsFor(texts, language, form);
  const name = UnsubscribeDetails.safeParse(operation.details).data?.name ?? '';
  const opened = await cases.open(`unsubscribe:${operation.order}`, {
    ...{ topic: 'subscriptions', reason: 'complaint', line: operation.line, promised: spokenMoment(now + ANSWER_MS, now, country, 'es') },
    summary: `Dice que no pidió ${name}; pide revisar lo cobrado, línea …${lastFour(operation.line)}`,
    facts: { suscripcion: name, cancelacion: operation.reference, estado: STATE[operation.state] },
  });
  return { text: t.opened({ reference: caseName(opened), when: spokenMoment(now + ANSWER_MS, now, country, language) }) };
}
const STATE: Readonly<Record<Operation['state'], string>> = {
  ...{ done: 'cancelada', refused: 'no se canceló' },
  ...{ sent: 'cancelación en verificación', unknown: 'cancelación en verificación' },
};
