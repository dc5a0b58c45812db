import { BadConfig, readConfig } from '../../../src/config';
import { environmentOf } from '../../support/app';
import { APP_ID, CALLER, TENANT } from '../../support/tokens';

const operator = {
  ...environmentOf('redis://127.0.0.1:1', {
    url: 'http://127.0.0.1:2',
    access: { clientId: 'a', clientSecret: 'b', smsUser: 'c', smsPassword: 'd' },
  }),
};
const single = { MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_TYPE: 'SingleTenant', MICROSOFT_APP_PASSWORD: 'x', MICROSOFT_APP_TENANT_ID: TENANT };
const managed = { MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_TYPE: 'UserAssignedMSI', MICROSOFT_APP_TENANT_ID: TENANT };
const problems = (more: Record<string, string>): string => {
  try {
    readConfig({ ...operator, ...more });
    return '';
  } catch (error) {
    if (!(error instanceof BadConfig)) throw error;
    return error.message;
  }
};

test.each([
  ['no application', {}],
  ['many tenants', { MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_PASSWORD: 'x' }],
  ['one tenant', single],
  ['a managed identity', managed],
  [
    'callers and places',
    { ...single, BOT_ALLOWED_CALLERS: `${CALLER}, ${APP_ID}`, BOT_SERVICE_URLS: 'https://*.botframework.com,https://parent.example' },
  ],
])('%s is a whole configuration', (_, more) => expect(problems(more)).toBe(''));

test.each([
  ['MICROSOFT_APP_ID', { ...single, MICROSOFT_APP_ID: '' }],
  ['MICROSOFT_APP_ID', { ...single, MICROSOFT_APP_ID: '  ' }],
  ['MICROSOFT_APP_ID', { ...single, MICROSOFT_APP_ID: 'bot' }],
  ['MICROSOFT_APP_ID', { BOT_ALLOWED_CALLERS: CALLER }],
  ['MICROSOFT_APP_PASSWORD', { ...single, MICROSOFT_APP_PASSWORD: '' }],
  ['MICROSOFT_APP_PASSWORD', { ...single, MICROSOFT_APP_PASSWORD: ' ' }],
  ['MICROSOFT_APP_PASSWORD', { MICROSOFT_APP_ID: APP_ID }],
  ['MICROSOFT_APP_PASSWORD', { ...managed, MICROSOFT_APP_PASSWORD: 'x' }],
  ['MICROSOFT_APP_TENANT_ID', { ...single, MICROSOFT_APP_TENANT_ID: '' }],
  ['MICROSOFT_APP_TENANT_ID', { ...managed, MICROSOFT_APP_TENANT_ID: '' }],
  ['MICROSOFT_APP_TYPE', { ...single, MICROSOFT_APP_TYPE: 'None' }],
  ['BOT_ALLOWED_CALLERS', { ...single, BOT_ALLOWED_CALLERS: '*' }],
  ['BOT_SERVICE_URLS', { ...single, BOT_SERVICE_URLS: '*' }],
  ['BOT_SERVICE_URLS', { ...single, BOT_SERVICE_URLS: 'https://user@host' }],
])('%s stops the start, in any mode, and no value is told', (name, more: Record<string, string>) => {
  const said = problems(more);
  expect(said).toContain(`${name}`);
  expect(said).not.toContain(APP_ID);
});

test.each(['BOT_SERVICE_URLS', 'BOT_CHANNEL_METADATA_URL', 'BOT_TENANT_METADATA_URL'])('production wants https in %s', (name) => {
  const production = { ...operator, ...single, NODE_ENV: 'production', PUBLIC_URL: 'https://chat.example', [name]: 'http://127.0.0.1:3' };
  expect(problems(production)).toContain(`${name}: production needs https`);
});
