import { caseName } from '../../../../domain/cases/name';
import { promiseFor } from '../../../../domain/cases/hours';
import { datedMoment, spokenMoment } from '../../../../domain/dates';
import type { Message } from '../../../../domain/message';
import { lastFour } from '../../../../domain/msisdn';
import type { Operation } from '../../../../domain/spending';
import { textsFor } from '../../../../domain/texts';
import type { CaseParts } from '../../../../integrations/cases/port';
import { UnsubscribeDetails } from '../../../../domain/spending/details';
import type { Basics } from '../../../engine/known';
import { texts } from './texts';

/** A case on a subscription that nobody asked for, once for each cancellation, and what to expect. */
export async function openCase({ cases, hours }: CaseParts, operation: Operation, { now, country, language, form }: Basics): Promise<Message> {
  const t = textsFor(texts, language, form);
  const name = UnsubscribeDetails.safeParse(operation.details).data?.name ?? '';
  const promisedBy = promiseFor('normal', now, hours, country);
  const opened = await cases.open(`unsubscribe:${operation.order}`, {
    ...{
      topic: 'subscriptions',
      reason: 'complaint',
      line: operation.line,
      promised: `Respuesta antes del ${datedMoment(promisedBy, country)}`,
      promisedBy,
    },
    summary: `Dice que no pidió ${name}; pide revisar lo cobrado, línea …${lastFour(operation.line)}`,
    facts: { suscripcion: name, cancelacion: operation.reference, estado: STATE[operation.state] },
  });
  return { text: t.opened({ reference: caseName(opened), when: spokenMoment(promisedBy, now, country, language) }) };
}
const STATE: Readonly<Record<Operation['state'], string>> = {
  ...{ done: 'cancelada', refused: 'no se canceló' },
  ...{ sent: 'cancelación en verificación', unknown: 'cancelación en verificación' },
};
