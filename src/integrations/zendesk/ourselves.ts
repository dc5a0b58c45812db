import { z } from 'zod';
import { failed } from '../http/exchange';
import type { Zendesk } from './client';

const Me = z.object({ user: z.object({ id: z.number() }) });

/** The user whose token this is: what it writes through the API is ours. Zendesk is asked once; a failure is asked again. */
export function ourselves(zendesk: Pick<Zendesk, 'ask'>): () => Promise<number> {
  let known: Promise<number> | undefined;
  const asked = async (): Promise<number> => {
    const answer = await zendesk.ask({ operation: 'me', schema: Me, call: (client) => client.users.me() });
    if (!answer.ok) throw failed('zendesk', 'contract', `status ${answer.status}`);
    return answer.value.user.id;
  };
  return () => {
    known ??= asked();
    known.catch(() => (known = undefined));
    return known;
  };
}
