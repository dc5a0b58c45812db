import nock from 'nock';
import { breaker } from '../../src/integrations/http/breaker';
import { kannel, type KannelParts } from '../../src/integrations/sms/client';
import { reportUrl, smsReport } from '../../src/integrations/sms/report';
import { PATIENT_MS, failureOf, onlyNock, said } from './parts';

const GATEWAY = 'http://gateway.test:13013';
const PASSWORD = 'p&ss word+ñ';
const TOKEN = 'r4nd0m_t0ken-that.is~long';
const MESSAGE = { to: '50255550101', text: 'Tu código es 123456', reference: 'line.challenge-1' };

function client(parts: Partial<KannelParts> = {}) {
  const made = { backend: 'sms', deadlineMs: PATIENT_MS, breaker: breaker(Date.now), clock: Date.now };
  const report = { base: 'http://bot.test/webhooks/sms/report', token: TOKEN };
  return kannel({ ...made, url: GATEWAY, username: 'bot', password: PASSWORD, sender: '611', report, ...parts });
}

describe('sendsms', () => {
  onlyNock();

  test('asks as Kannel wants it, with a report URL of our own', async () => {
    const asked: URL[] = [];
    nock(GATEWAY)
      .get('/cgi-bin/sendsms')
      .query(true)
      .reply(function (uri) {
        asked.push(new URL(uri, GATEWAY));
        return [202, '0: Accepted for delivery', { 'content-type': 'text/html' }];
      });
    await client().send(MESSAGE);
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
      username: 'bot',
      password: PASSWORD,
      from: '611',
      to: '+50255550101',
      text: 'Tu codigo es 123456',
      coding: '0',
      charset: 'UTF-8',
      'dlr-mask': '31',
      'dlr-url': `http://bot.test/webhooks/sms/report?token=${TOKEN}&reference=line.challenge-1&type=%d`,
    });
    expect(asked[0]?.search).toContain('type%3D%25d');
    expect(asked[0]?.search).toContain('to=%2B50255550101');
  });

  test('what the alphabet cannot say goes as UCS-2, with every accent', async () => {
    nock(GATEWAY)
      .get('/cgi-bin/sendsms')
      .query({ ...ANY, coding: '2', text: 'Código ✅' })
      .reply(202, '0: Accepted for delivery');
    await client().send({ ...MESSAGE, text: 'Código ✅' });
  });

  test('a path of its own is kept, and a queued message is taken', async () => {
    nock(GATEWAY).get('/sms/send').query(true).reply(202, '3: Queued for later delivery');
    await client({ url: `${GATEWAY}/sms/send` }).send(MESSAGE);
  });

  test.each([
    [403, 'Authorization failed for sendsms', 'contract'],
    [400, 'Missing receiver number, rejected', 'contract'],
    [404, 'Unknown request.', 'contract'],
    [200, '0: Accepted for delivery', 'contract'],
    [202, 'Sent.', 'contract'],
    [202, '', 'contract'],
    [302, '', 'contract'],
    [503, 'Temporal failure, try again later.', 'unavailable'],
    [429, '', 'unavailable'],
  ] as const)('%i "%s" is a failure, sent once, that tells no secret', async (status, body, kind) => {
    let asked = 0;
    nock(GATEWAY)
      .persist()
      .get('/cgi-bin/sendsms')
      .query(true)
      .reply(() => {
        asked += 1;
        return [status, body];
      });
    await tellsNoSecret(client().send(MESSAGE), kind);
    expect(asked).toBe(1);
  });

  test('no connection, no answer: failures that tell no secret', async () => {
    nock(GATEWAY)
      .get('/cgi-bin/sendsms')
      .query(true)
      .replyWithError(Object.assign(new Error(`cut ${PASSWORD}`), { code: 'ECONNRESET' }));
    await tellsNoSecret(client().send(MESSAGE), 'unavailable');
    nock(GATEWAY).get('/cgi-bin/sendsms').query(true).delay(500).reply(202, '0: Accepted for delivery');
    await tellsNoSecret(client({ deadlineMs: 50 }).send(MESSAGE), 'timeout');
  });

  test('nothing is asked for a text that is empty or would be cut, or for what is not one number', async () => {
    const { send } = client({ maxParts: 1 });
    for (const text of ['', ' \n', 'a'.repeat(161), 'ж'.repeat(71)]) await expect(send({ ...MESSAGE, text })).rejects.toThrow(RangeError);
    for (const to of ['+50255550101', '50255550101 50255550102', '', 'abc']) await expect(send({ ...MESSAGE, to })).rejects.toThrow(RangeError);
    await expect(send({ ...MESSAGE, reference: 'a%I' })).rejects.toThrow(RangeError);
    await expect(client().send({ ...MESSAGE, text: 'a'.repeat(5 * 153 + 1) })).rejects.toThrow(RangeError);
  });

  test('a report URL that the gateway would misread is refused at the start', () => {
    expect(() => client({ report: { base: 'http://bot.test/%20', token: TOKEN } })).toThrow(RangeError);
    expect(() => client({ report: { base: 'http://bot.test/', token: 'a b' } })).toThrow(RangeError);
  });

  async function tellsNoSecret(promise: Promise<unknown>, kind: string): Promise<void> {
    const error = await failureOf(promise);
    expect([error.backend, error.kind]).toEqual(['sms', kind]);
    for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), TOKEN, '50255550101', '123456']) expect(said(error)).not.toContain(secret);
  }
});

/** Any value of the parameters that a test does not look at. */
const ANY = Object.fromEntries(['username', 'password', 'from', 'to', 'charset', 'dlr-mask', 'dlr-url'].map((name) => [name, /./]));

describe('delivery reports', () => {
  test.each([
    ['1', 'delivered'],
    ['2', 'failed'],
    ['4', 'buffered'],
    ['8', 'accepted'],
    ['16', 'rejected'],
  ])('type %s is %s', (type, state) => {
    expect(smsReport.parse({ reference: 'a.b', type, token: 'x', more: 'y' })).toEqual({ reference: 'a.b', state });
  });

  test.each([
    [{ reference: 'a', type: '3' }],
    [{ reference: 'a', type: '%d' }],
    [{ reference: 'a', type: ['1', '2'] }],
    [{ reference: '', type: '1' }],
    [{ reference: ['a', 'b'], type: '1' }],
    [{ reference: 'a b', type: '1' }],
    [{ reference: 'a'.repeat(201), type: '1' }],
    [{ type: '1' }],
    [{}],
  ])('%j is none', (query) => {
    expect(smsReport.safeParse(query).success).toBe(false);
  });

  test('the URL keeps a query of its own, and brings back what was asked', () => {
    const url = reportUrl({ base: 'http://bot.test/r?a=1', token: TOKEN }, 'x.y').replace('%d', '8');
    expect(url).toBe(`http://bot.test/r?a=1&token=${TOKEN}&reference=x.y&type=8`);
    expect(smsReport.parse(Object.fromEntries(new URL(url).searchParams))).toEqual({ reference: 'x.y', state: 'accepted' });
  });
});
