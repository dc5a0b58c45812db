import { createHash } from 'node:crypto';
import nock from 'nock';
import { breaker } from '../../src/integrations/http/breaker';
import { yourls } from '../../src/integrations/short-links/client';
import { PATIENT_MS, failureOf, onlyNock } from './parts';

onlyNock();

const HOST = 'https://go.operator.example';
const LONG = 'https://chat.operator.example/pagar/0123456789abcdef01234567';
const KEYWORD = '0123456789abcdef01234567';
const NOW = Date.parse('2026-11-20T20:20:00Z');
const links = () =>
  yourls({
    ...{ backend: 'short-links', url: `${HOST}/yourls-api.php`, signature: 'a-secret', deadlineMs: PATIENT_MS },
    ...{ clock: () => NOW, breaker: breaker(() => NOW, { failures: 1_000 }) },
  });
const short = { status: 'success', shorturl: `${HOST}/${KEYWORD}`, url: { keyword: KEYWORD, url: LONG } };
const answers = (status: number, body: object) => nock(HOST).post('/yourls-api.php').reply(status, body);

test('a link is made short under a keyword that nobody guesses; the signature is proved, not sent', async () => {
  let sent = new URLSearchParams();
  nock(HOST)
    .post('/yourls-api.php', (body: Record<string, string>) => ((sent = new URLSearchParams(body)), true))
    .reply(200, short);
  expect(await links().shorten(LONG, KEYWORD)).toBe(short.shorturl);
  const timestamp = String(NOW / 1_000);
  expect(Object.fromEntries(sent)).toEqual({
    ...{ action: 'shorturl', format: 'json', url: LONG, keyword: KEYWORD, timestamp, hash: 'sha256' },
    signature: createHash('sha256').update(`${timestamp}a-secret`).digest('hex'),
  });
});

test('stored before: a 400 with the same short address is a success', async () => {
  answers(400, { ...short, status: 'fail', code: 'error:url' });
  expect(await links().shorten(LONG, KEYWORD)).toBe(short.shorturl);
});

test.each([
  ['a keyword that leads elsewhere', 400, { ...short, url: { url: 'https://elsewhere.example' } }],
  ['an error', 503, { status: 'fail', code: 'error:concurrency' }],
  ['an address that is none', 200, { ...short, shorturl: 'javascript:alert(1)' }],
])('%s is no short link', async (_what, status, body) => {
  answers(status, body);
  expect((await failureOf(links().shorten(LONG, KEYWORD))).kind).toBe('contract');
});
