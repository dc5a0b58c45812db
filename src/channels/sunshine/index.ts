import { parseJson, readBody } from '../../http/body';
import { logOf } from '../../http/correlation';
import { Refusal, refuse } from '../../http/errors';
import { sameText } from '../../http/secrets';
import { sendJson, type HttpServer } from '../../http/server';
import type { Turns } from '../../state/turns';
import { Delivery } from './event';
import type { Holders } from './holders';
import { receive, type Received } from './receive';

export { PREFIX } from './receive';

export interface WebhookOptions {
  readonly http: HttpServer;
  readonly turns: Pick<Turns, 'accept'>;
  readonly holders: Holders;
  readonly appId: string;
  /** Comes in X-API-Key. */
  readonly secret: string;
  /** Name or integration id of this bot on the switchboard. */
  readonly responder: string;
  readonly report: (event: string, detail: object) => void;
}

/** Mounts `POST /webhooks/sunshine`. 200 once everything in a delivery is durable; what is not answered so is sent again by Zendesk. */
export function sunshineWebhook({ http, turns, holders, appId, secret, responder, report }: WebhookOptions): void {
  const take = async ({ conversation, delivery, holds, arrival }: Received): Promise<void> => {
    if ((await holders.holds(conversation)) !== holds) await holders.keep(conversation, holds);
    if (!arrival) return;
    const { status } = await turns.accept({ conversation, id: delivery, message: JSON.stringify(arrival) });
    if (status === 'full') report('sunshine.full', { conversation }); // a flood of one customer: sent again it would only grow
  };
  http.server.post('/webhooks/sunshine', async (req, res) => {
    const body = await readBody(req);
    const key = req.headers['x-api-key'];
    if (typeof key !== 'string' || !sameText(key, secret)) throw refuse(401, 'Unauthorized', 'The key is not known.');
    const delivery = Delivery.safeParse(parseJson(body));
    if (!delivery.success) throw refuse(400, 'BadRequest', 'This is no delivery of Sunshine Conversations.');
    if (delivery.data.app.id !== appId) throw refuse(403, 'Forbidden', 'This is the delivery of another app.');
    try {
      for (const each of receive(delivery.data, responder)) await take(each);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      logOf(req)?.warn({ event: 'message.not-kept', channel: 'sunshine', error: String(error) });
      throw refuse(503, 'ServiceUnavailable', 'It could not be kept. Please send it again.', { 'Retry-After': '2' });
    }
    sendJson(res, 200, { status: 'kept' });
  });
}
