import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from './build.mjs';
import { command, ROOT, say } from './terminal.mjs';

const PAGE = join(ROOT, 'docs', 'transcripts', 'bot-framework.md');
const HELP = `
npm run transcript:botframework

Lets another bot, made of the Bot Framework SDK alone, call this one over /api/messages, and writes what both said to docs/transcripts/bot-framework.md.
Starts a Redis, the sandbox and the bot by itself, on free ports.`;

const WAIT_MS = 10_000;
const LINE = '5555-0101';
const INTRODUCTION = `# A conversation over \`/api/messages\`

Written by \`npm run transcript:botframework\`; do not edit. The caller is the Bot Framework SDK's own client for calling other bots (\`BotFrameworkClient.postActivity\`), and the
replies arrive at the SDK's own \`ChannelServiceRoutes\`, which check our token. Nothing of the bot's code is in the caller. Redis, the sandbox operator and the bot are real; the keys are
made for the run, and stand for those of Azure, which was never met. Times, ids, tokens and codes are masked.`;

const load = createRequire(import.meta.url);

async function main() {
  await build();
  load(join(ROOT, 'test/support/register.cjs'));
  const { startWorld } = load(join(ROOT, 'test/support/app.ts'));
  const tokens = load(join(ROOT, 'test/support/tokens.ts'));
  const { appEnvironment } = load(join(ROOT, 'test/support/bot-framework.ts'));
  const keys = await tokens.openId();
  const parent = await startParent(tokens, keys);
  const credentials = credentialsOf(tokens, keys, tokens.APP_ID);
  const world = await startWorld(appEnvironment(keys, parent), { credentials });
  try {
    const steps = await play(parent, world, tokens.APP_ID);
    mkdirSync(join(ROOT, 'docs', 'transcripts'), { recursive: true });
    writeFileSync(PAGE, `${[INTRODUCTION, ...steps].join('\n\n')}\n`);
    say('docs/transcripts/bot-framework.md is written.');
  } finally {
    await world.close();
    await parent.close();
    await keys.close();
  }
}

/** What both bots get their tokens from: signed by the directory's key of this run. `caller` is whose they are. */
function credentialsOf({ sign, callerClaims }, keys, caller) {
  return {
    isValidAppId: async (appId) => appId === caller,
    isAuthenticationDisabled: async () => false,
    createCredentials: async (_appId, audience) => {
      const getToken = async () => sign(keys.tenant, callerClaims({ appid: caller, aud: audience }));
      const signRequest = async (request) => {
        request.headers.set('authorization', `Bearer ${await getToken()}`);
        return request;
      };
      return { getToken, signRequest };
    },
  };
}

/** The other bot: a client that calls, and a server that hears the replies. */
async function startParent(tokens, keys) {
  const { ChannelServiceRoutes, ConfigurationBotFrameworkAuthentication } = load('botbuilder');
  const { CloudChannelServiceHandler } = load('botbuilder/lib/cloudChannelServiceHandler');
  const { AuthenticationConfiguration, allowedCallersClaimsValidator } = load('botframework-connector');
  const { APP_ID, CALLER, TENANT, CHANNEL_ISSUER, tenantIssuer, listening, closed } = tokens;
  const { BOT_CHANNEL_METADATA_URL: channels, BOT_TENANT_METADATA_URL: directories } = keys.environment;
  const places = { ToBotFromChannelOpenIdMetadataUrl: channels, ToBotFromEmulatorOpenIdMetadataUrl: directories, OAuthUrl: 'https://token.invalid' };
  const login = {
    ToChannelFromBotLoginUrl: `https://login.invalid/${TENANT}`,
    ToChannelFromBotOAuthScope: CHANNEL_ISSUER,
    ToBotFromChannelTokenIssuer: CHANNEL_ISSUER,
  };
  const trusted = new AuthenticationConfiguration([], allowedCallersClaimsValidator([APP_ID]), [tenantIssuer(TENANT)]);
  const sent = [];
  const wire = async (url, init) => {
    sent.push(JSON.parse(init.body));
    const response = await fetch(url, { ...init, method: 'POST' });
    const text = await response.text();
    return { status: response.status, json: async () => (text ? JSON.parse(text) : undefined) };
  };
  const auth = new ConfigurationBotFrameworkAuthentication(
    { MicrosoftAppId: CALLER, ...places, ...login, ValidateAuthority: 'false', CallerId: '' },
    credentialsOf(tokens, keys, CALLER),
    trusted,
    wire,
  );
  const heard = [];
  class Handler extends CloudChannelServiceHandler {
    async onSendToConversation(identity, conversation, activity) {
      heard.push({ activity, caller: identity.getClaimValue('appid') });
      return { id: `heard-${heard.length}` };
    }
  }
  const routes = new ChannelServiceRoutes(new Handler(auth));
  const server = createServer((request, response) => void answer(routes, request, response));
  const url = await listening(server);
  const client = auth.createBotFrameworkClient();
  const post = (to, conversation, activity) => client.postActivity(CALLER, APP_ID, `${to}/api/messages`, url, conversation, activity);
  return { url, post, heard, sent, close: () => closed(server) };
}

/** The routes of the SDK want a restify; this is as much of one as they use. */
function answer(routes, request, response) {
  const [, conversationId] = /^\/v3\/conversations\/([^/]+)\/activities$/.exec(request.url) ?? [];
  Object.assign(request, { params: { conversationId } });
  response.status = (code) => void (response.statusCode = code);
  response.send = (body) => {
    response.setHeader('content-type', 'application/json');
    response.write(JSON.stringify(body));
  };
  return routes.processSendToConversation(request, response, () => undefined);
}

async function play(parent, world, botId) {
  const turns = [
    { title: 'The customer asks for the balance', text: 'saldo', replies: 1 },
    { title: 'The line', text: LINE, replies: 1 },
    { title: 'The code that came by SMS', code: true, replies: 3 },
    { title: 'A button, back as the SDK brings it', tap: 'Lo que me queda', replies: 2 },
    { title: 'The replies in the answer itself', text: 'mi plan', expectReplies: true, replies: 1 },
  ];
  const steps = [];
  for (const [index, turn] of turns.entries()) {
    const said = turn.code ? await world.codeOf(LINE) : (turn.text ?? turn.tap);
    const before = parent.heard.length;
    const activity = activityOf({ ...turn, said, id: `activity-${index + 1}`, value: turn.tap && tapped(parent.heard, turn.tap) }, botId);
    const { status, body } = await parent.post(world.url, 'conversation-1', activity);
    if (status !== 200) throw new Error(`the bot answered ${status}`);
    const replies = turn.expectReplies ? body.activities : await arrived(parent.heard, before, turn.replies);
    steps.push(step({ ...turn, activity: parent.sent.at(-1), status, replies }));
  }
  return steps;
}

function activityOf({ said, id, value, expectReplies }, botId) {
  const place = {
    channelId: 'directline',
    conversation: { id: 'conversation-of-the-customer' },
    serviceUrl: 'https://directline.botframework.com/',
    locale: 'es-GT',
  };
  const people = { from: { id: 'customer-1', role: 'user' }, recipient: { id: botId, role: 'skill' } };
  return { type: 'message', id, text: said, ...place, ...people, ...(value && { value }), ...(expectReplies && { deliveryMode: 'expectReplies' }) };
}

function tapped(heard, label) {
  const actions = heard.flatMap(({ activity }) => activity.suggestedActions?.actions ?? []);
  const found = actions.findLast(({ title }) => title === label);
  if (!found) throw new Error(`no button ${label}`);
  return found.value;
}

/** Without "is writing", which a slow machine shows more often. */
async function arrived(heard, from, count) {
  const replies = () => heard.slice(from).flatMap(({ activity }) => (activity.type === 'typing' ? [] : [activity]));
  for (const end = Date.now() + WAIT_MS; replies().length < count; await new Promise((tick) => setTimeout(tick, 20)))
    if (Date.now() > end) throw new Error('the replies did not come');
  return replies();
}

function step({ title, activity, status, replies, expectReplies, code }) {
  const spoken = [`> ${code ? '<code>' : activity.text}`, ...replies.filter(({ type }) => type === 'message').map(({ text }) => `< ${text}`)].join(
    '\n',
  );
  const way = expectReplies ? `Answer, ${status}:` : `Answer: ${status}. Then, to \`POST /v3/conversations/conversation-1/activities\`:`;
  const sent = json(code ? { ...activity, text: '<code>' } : activity);
  return [
    `## ${title}`,
    fenced('', spoken),
    '`POST /api/messages`:',
    fenced('json', sent),
    way,
    ...replies.map((reply) => fenced('json', json(shortened(reply)))),
  ].join('\n\n');
}

const fenced = (language, text) => `\`\`\`${language}\n${masked(text)}\n\`\`\``;
const json = (value) => JSON.stringify(value, null, 2);

/** Cards are long; what stands on them is in docs and tests. */
function shortened({ attachments, ...activity }) {
  return { ...activity, ...(attachments && { attachments: attachments.map(({ contentType }) => ({ contentType, content: '…' })) }) };
}

/** The same at every run: what differs by clock or chance has a name instead. */
const masked = (text) =>
  text
    .replaceAll('\u00a0', ' ')
    .replace(/\d{1,2}:\d\d(:\d\d)? [ap]\. m\./g, '<time>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replace(/\b(hasta (?:hoy|mañana|el \p{L}+(?: \d+ de \p{L}+)?(?: de \d{4})?)|hasta el \d+ de \p{L}+(?: de \d{4})?)/gu, 'hasta <day>')
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, '<parent>')
    .replace(/"(q|id)": "(?!activity|conversation|customer)[^"]+"/g, '"$1": "<id>"');

await command(HELP, {}, main);
