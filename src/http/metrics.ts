import type { Server } from 'restify';
import type { Metrics } from '../observability/metrics';
import type { Report } from '../observability/observers';
import { refuse } from './errors';
import { mayWatch, type Watchers } from './near';

const TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * `GET /metrics`. With a token it is demanded. Without one, production has no such page, and elsewhere only this machine is answered:
 * how many customers write, and what fails, is nobody else's business. That nobody at all can read them is reported.
 */
export function metricsRoute(server: Server, metrics: Metrics, watchers: Watchers, report: Report): void {
  const { token, production } = watchers;
  if (production && token === undefined) return report('metrics.closed', { reason: 'METRICS_TOKEN is not set' });
  server.get('/metrics', async (request, response) => {
    if (!mayWatch(request, watchers))
      throw refuse(token === undefined ? 403 : 401, 'Unauthorized', 'Metrics are not for everybody.', { 'WWW-Authenticate': 'Bearer' });
    response.sendRaw(200, await metrics.read(), { 'Content-Type': TYPE, 'Cache-Control': 'no-store' });
  });
}
