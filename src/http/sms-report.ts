import type { Server } from 'restify';
import { smsReport } from '../integrations/sms/report';
import type { CodeReports } from '../state/otp';
import { sameText } from './secrets';
import { refuse } from './errors';
import { sendJson } from './server';

/**
 * `GET /webhooks/sms/report`: what became of an SMS. Kannel does not sign its reports, so they carry a secret of ours. A report that
 * says nothing new is answered like any other; while Redis is away it is a 503, and the gateway's own retries bring it again.
 */
export function smsReports(server: Server, { codes, token }: { readonly codes: CodeReports; readonly token: string }): void {
  server.get('/webhooks/sms/report', async (request, response) => {
    const query = new URL(request.url ?? '', 'http://bot').searchParams;
    if (!sameText(query.get('token') ?? '', token)) throw refuse(403, 'Forbidden', 'The token is not known.');
    const report = smsReport.safeParse(Object.fromEntries(query));
    if (!report.success) throw refuse(400, 'BadRequest', 'A report has a reference and a type.');
    if (report.data.state === 'delivered') await codes.arrived(report.data.reference);
    sendJson(response, 200, { status: 'noted' });
  });
}
