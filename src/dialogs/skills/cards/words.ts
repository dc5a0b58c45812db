import type { Message } from '../../../domain/message';
import type { Operation } from '../../../domain/spending';
import type { Known, Settlement } from '../../engine/skill';
import type { texts } from './texts';

/** What became of a card that was typed on the page. */
export function settledWords({ t }: Known<typeof texts.es, object>, { outcome, reference }: Operation, what: Settlement): Message {
  if (what === 'stuck') return { text: t.stuck({ reference }) };
  if (what === 'refused') return { text: t.notKept, choices: [{ id: 'go:cards', label: t.again }] };
  const name = outcome?.status === 'done' ? outcome.facts['name'] : undefined;
  return {
    text: typeof name === 'string' ? t.kept({ name }) : t.keptPlain,
    choices: [
      { id: 'go:pay-invoice', label: t.pay },
      { id: 'go:autopay', label: t.autopay },
    ],
  };
}
