import { BadConfig, readConfig } from '../src/config';

const secret = (letter: string): string => letter.repeat(43);
const complete: Record<string, string> = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://chat.operator.example',
  REDIS_URL: 'redis://10.0.0.1:6379',
  STATE_SECRET: secret('A'),
  OTP_PEPPER: secret('B'),
  TOKEN_SECRET: secret('C'),
  TMF_BASE_URL: 'https://api.operator.example',
  OAUTH_TOKEN_URL: 'https://api.operator.example/token',
  OAUTH_CLIENT_ID: 'bot',
  OAUTH_CLIENT_SECRET: 'very-secret-value',
  SMS_URL: 'http://kannel:13013/cgi-bin/sendsms',
  SMS_USER: 'bot',
  SMS_PASSWORD: 'another-secret-value',
  SMS_REPORT_URL: 'https://chat.operator.example/webhooks/sms/report',
  SMS_REPORT_TOKEN: secret('D'),
  CARE_CONTACT_ES: 'En el 611 atiende una persona.',
};
const problems = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
    return '';
  } catch (error) {
    if (error instanceof BadConfig) return error.message;
    throw error;
  }
};

test('a complete environment is read, with sensible defaults', () => {
  expect(readConfig(complete)).toMatchObject({
    production: true,
    PORT: 3978,
    OPERATOR_COUNTRY: 'GT',
    BRAND_NAME: 'Alba',
    ALLOWED_ORIGINS: [],
    TRUSTED_PROXIES: 0,
  });
});

test('an address with a slash at its end is the same address: no link of ours has two', () => {
  expect(readConfig({ ...complete, PUBLIC_URL: 'https://Chat.operator.example:443/' }).publicUrl).toBe('https://chat.operator.example');
});

test.each(['redis://10.0.0.1:6379', 'rediss://bot:p%2Cw@redis.operator.example:6380/0', 'redis://10.0.0.1:6379, redis://10.0.0.2:6379'])(
  '%s is a Redis',
  (url) => expect(readConfig({ ...complete, REDIS_URL: url }).REDIS_URL).toBe(url),
);

test.each(Object.keys(complete).filter((name) => name !== 'NODE_ENV'))('production does not start without %s, or with it empty', (name) => {
  const { [name]: _, ...without } = complete;
  expect(problems(without)).toContain(name);
  for (const blank of ['', ' ', '\t\n']) expect(problems({ ...complete, [name]: blank })).toContain(name);
});

test('one message lists everything that is wrong, and no value', () => {
  const message = problems({ ...complete, PORT: 'eighty', STATE_SECRET: 'short-secret', TMF_BASE_URL: 'ftp://x', OPERATOR_COUNTRY: 'XX' });
  for (const name of ['PORT', 'STATE_SECRET', 'TMF_BASE_URL', 'OPERATOR_COUNTRY']) expect(message).toContain(name);
  for (const value of ['eighty', 'short-secret', 'ftp://x', 'very-secret-value']) expect(message).not.toContain(value);
});

test.each([
  ['a page without TLS', { PUBLIC_URL: 'http://chat.operator.example' }, 'PUBLIC_URL'],
  ['the sandbox', { SANDBOX_URL: 'http://127.0.0.1:3979' }, 'SANDBOX_URL'],
  ['a wildcard for an origin', { ALLOWED_ORIGINS: '*' }, 'ALLOWED_ORIGINS'],
  ['one secret for two doors', { OTP_PEPPER: secret('A') }, 'OTP_PEPPER: has the value of STATE_SECRET'],
  ['one secret for two doors, kept among old ones', { TOKEN_SECRET: `${secret('E')},${secret('A')}` }, 'TOKEN_SECRET: has the value of STATE_SECRET'],
  ['a page without its protocol', { PUBLIC_URL: 'chat.operator.example' }, 'PUBLIC_URL: '],
  ['a page with a path', { PUBLIC_URL: 'https://www.operator.example/chat' }, 'PUBLIC_URL: needs an address like'],
  ['a page with a query', { PUBLIC_URL: 'https://chat.operator.example/?x=1' }, 'PUBLIC_URL: needs an address like'],
  ['a Redis without its protocol', { REDIS_URL: 'redis.operator.example:6379' }, 'REDIS_URL: needs redis://'],
  ['a Redis of another protocol', { LEDGER_REDIS_URL: 'https://redis.operator.example' }, 'LEDGER_REDIS_URL: needs redis://'],
  ['a Redis that is waited for without an end', { REDIS_TIMEOUT_MS: '60000' }, 'REDIS_TIMEOUT_MS'],
  ['a cluster with half a node', { REDIS_URL: 'redis://10.0.0.1:6379,' }, 'REDIS_URL: needs redis://'],
  ['a help desk without TLS', { ZENDESK_URL: 'http://operator.zendesk.com' }, 'ZENDESK_URL: production needs https'],
  ['a gateway without TLS', { DLOCAL_URL: 'http://api.dlocal.com' }, 'DLOCAL_URL: production needs https'],
  ['an origin with a path', { ALLOWED_ORIGINS: 'https://www.operator.example/help' }, 'ALLOWED_ORIGINS'],
])('production refuses %s', (_what, wrong, name) => expect(problems({ ...complete, ...wrong })).toContain(name));
