import { join } from 'node:path';
import { DATA, ROOT } from './terminal.mjs';

/** What the sandbox operator is told: where the bot is, and the keys that both know. */
export const sandboxEnvironment = ({ sandboxPort, botHere }, keys) => ({
  SANDBOX_PORT: `${sandboxPort}`,
  SANDBOX_DATA_DIR: join(DATA, 'sandbox'),
  SANDBOX_CLIENT_ID: keys.SANDBOX_CLIENT_ID,
  SANDBOX_CLIENT_SECRET: keys.SANDBOX_CLIENT_SECRET,
  SANDBOX_SMS_USER: keys.SANDBOX_SMS_USER,
  SANDBOX_SMS_PASSWORD: keys.SANDBOX_SMS_PASSWORD,
  SANDBOX_DLOCAL_LOGIN: keys.SANDBOX_DLOCAL_LOGIN,
  SANDBOX_DLOCAL_TRANS_KEY: keys.SANDBOX_DLOCAL_TRANS_KEY,
  SANDBOX_DLOCAL_SECRET_KEY: keys.SANDBOX_DLOCAL_SECRET_KEY,
  SANDBOX_MESSENGER_APP_SECRET: keys.MESSENGER_APP_SECRET,
  SANDBOX_MESSENGER_PAGE_TOKEN: keys.SANDBOX_MESSENGER_PAGE_TOKEN,
  SANDBOX_ZENDESK_TOKEN: keys.SANDBOX_ZENDESK_TOKEN,
  SANDBOX_ZENDESK_WEBHOOK_SECRET: keys.ZENDESK_WEBHOOK_SECRET,
  SANDBOX_SUNSHINE_KEY_SECRET: keys.SUNSHINE_KEY_SECRET,
  SANDBOX_SUNSHINE_WEBHOOK_SECRET: keys.SUNSHINE_WEBHOOK_SECRET,
  BOT_URL: botHere,
});

/** The bot's configuration for the demo. Whatever the environment says already wins: a real backend can be put in place of one of the sandbox's. */
export function botEnvironment({ port, botHere, bot, sandbox }, keys, redisUrl) {
  const usual = {
    PUBLIC_URL: bot,
    STATE_SECRET: keys.STATE_SECRET,
    OTP_PEPPER: keys.OTP_PEPPER,
    TOKEN_SECRET: keys.TOKEN_SECRET,
    TMF_BASE_URL: sandbox,
    OAUTH_TOKEN_URL: `${sandbox}/oauth/token`,
    OAUTH_CLIENT_ID: keys.SANDBOX_CLIENT_ID,
    OAUTH_CLIENT_SECRET: keys.SANDBOX_CLIENT_SECRET,
    SMS_URL: `${sandbox}/cgi-bin/sendsms`,
    SMS_USER: keys.SANDBOX_SMS_USER,
    SMS_PASSWORD: keys.SANDBOX_SMS_PASSWORD,
    SMS_REPORT_URL: `${botHere}/webhooks/sms/report`,
    SMS_REPORT_TOKEN: keys.SMS_REPORT_TOKEN,
    WALLET_URL: sandbox,
    WALLET_CALLBACK_URL: `${botHere}/webhooks/mobile-money`,
    ...dlocalEnvironment(botHere, sandbox, keys),
    LENDING_URL: sandbox,
    SIM_SWAP_URL: sandbox,
    SANDBOX_URL: sandbox,
    ...zendeskEnvironment(sandbox, keys),
    ...messengerEnvironment(sandbox, keys),
    SURVEY_SHARE: '1',
    CARE_CONTACT_ES: 'En el 611 atiende una persona, de 7:00 a. m. a 9:00 p. m.',
    CARE_CONTACT_EN: 'A person answers at 611, from 7:00 a.m. to 9:00 p.m.',
    ASSETS_DIR: join(ROOT, 'dist', 'web'),
  };
  const unset = Object.entries(usual).filter(([name]) => !process.env[name]);
  return { ...Object.fromEntries(unset), PORT: `${port}`, REDIS_URL: redisUrl, NODE_ENV: 'development' };
}

/** All of the sandbox's Zendesk, or nothing of it. */
function zendeskEnvironment(sandbox, keys) {
  if (process.env.ZENDESK_URL) return {};
  return {
    ZENDESK_URL: sandbox,
    ZENDESK_USER: 'bot@operator.example',
    ZENDESK_TOKEN: keys.SANDBOX_ZENDESK_TOKEN,
    ZENDESK_WEBHOOK_SECRET: keys.ZENDESK_WEBHOOK_SECRET,
    ZENDESK_GROUPS: 'prepaid=Móvil,postpaid=Móvil,home=Hogar,billing=Facturación,wallet=Billetera,fraud=Fraude',
    SUNSHINE_URL: `${sandbox}/sc`,
    SUNSHINE_APP_ID: 'sandbox',
    SUNSHINE_KEY_ID: 'sandbox',
    SUNSHINE_KEY_SECRET: keys.SUNSHINE_KEY_SECRET,
    SUNSHINE_WEBHOOK_SECRET: keys.SUNSHINE_WEBHOOK_SECRET,
  };
}

/** All of the sandbox's Meta app, or nothing of it. */
function messengerEnvironment(sandbox, keys) {
  if (process.env.MESSENGER_APP_SECRET) return {};
  return {
    MESSENGER_APP_SECRET: keys.MESSENGER_APP_SECRET,
    MESSENGER_APP_ID: '900100200300',
    MESSENGER_VERIFY_TOKEN: keys.MESSENGER_VERIFY_TOKEN,
    MESSENGER_PAGES: `100200300400=${keys.SANDBOX_MESSENGER_PAGE_TOKEN}`,
    META_GRAPH_URL: `${sandbox}/graph`,
    MESSENGER_FILE_HOSTS: new URL(sandbox).host,
  };
}

/** All of the sandbox's gateway, or nothing of it: half of somebody's own would not work. */
function dlocalEnvironment(botHere, sandbox, keys) {
  if (process.env.DLOCAL_URL) return {};
  return {
    DLOCAL_URL: `${sandbox}/dlocal`,
    DLOCAL_LOGIN: keys.SANDBOX_DLOCAL_LOGIN,
    DLOCAL_TRANS_KEY: keys.SANDBOX_DLOCAL_TRANS_KEY,
    DLOCAL_SECRET_KEY: keys.SANDBOX_DLOCAL_SECRET_KEY,
    DLOCAL_NOTIFICATION_URL: `${botHere}/webhooks/payments`,
  };
}
