import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { APP, connector, ISSUER } from '../bench/load/connector.mjs';
import { benchRedis, ourEnvironment, startServer } from '../bench/servers.mjs';
import { backendTrouble, balanceAsker, channelFormFiller, forger, formFiller, ledger } from '../bench/soak/traffic.mjs';
import { trend, watch } from '../bench/soak/watch.mjs';
import { build } from './build.mjs';
import { listen } from './redis.mjs';
import { command, say, seconds, Stop } from './terminal.mjs';

const HELP = `
npm run soak -- --minutes N [--visitors N]

Two bots on one Redis, beside the sandbox operator, for N minutes (10 when not given): visitors who fill in a form, on the page and, half as many,
through the Bot Framework's endpoint; one who asks for a balance while the backend is slow or fails; forged Bot Framework tokens; and every 45 seconds
the end of the second bot, by SIGTERM and SIGKILL in turn. Says how the memory of the first bot moved, its handles, its event loop, and whether each
message was answered exactly once. Exit code 1 when one was not.

  --visitors N   who fill in the form at the same time; 20 when not given`;

const OPTIONS = { minutes: { type: 'string', default: '10' }, visitors: { type: 'string', default: '20' } };
const RESTART_MS = 45_000;
const KEYS = { clientId: 'soak', clientSecret: 'soak-secret', smsUser: 'soak', smsPassword: 'soak-sms' };
const LINE = '5555-0101';

async function main({ minutes, visitors }) {
  const [ms, many] = [Number(minutes) * 60_000, Number(visitors)];
  if (!(ms > 0 && many > 0)) throw new Stop('--minutes and --visitors take numbers.');
  await build();
  const began = performance.now();
  const isOver = () => performance.now() - began > ms;
  const dir = mkdtempSync(join(tmpdir(), 'soak-'));
  const redis = await benchRedis();
  const sandbox = await startSandbox(dir);
  const channel = await connector();
  const bots = await startBots(redis.url, sandbox.url, channel.url);
  const book = ledger();
  say(`${many} visitors, two bots, ${minutes} minutes`);
  try {
    const [samples, restarts] = await Promise.all([
      watch(bots.first, isOver, note(began)),
      bots.restarting(isOver),
      ...Array.from({ length: many }, () => formFiller(bots.urls, book, isOver)),
      ...Array.from({ length: Math.ceil(many / 2) }, () => channelFormFiller(bots.urls, channel, book, isOver)),
      balanceAsker(bots.urls, { sandbox: sandbox.url, line: LINE }, book, isOver),
      backendTrouble(sandbox.url, isOver),
      forger(bots.urls, { app: APP, issuer: ISSUER }, book, isOver),
    ]);
    report(book, trend(samples), restarts, seconds(began));
  } finally {
    await bots.stop();
    channel.close();
    await sandbox.stop();
    await redis.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function startSandbox(dir) {
  const port = await listen(0);
  const keys = {
    SANDBOX_CLIENT_ID: KEYS.clientId,
    SANDBOX_CLIENT_SECRET: KEYS.clientSecret,
    SANDBOX_SMS_USER: KEYS.smsUser,
    SANDBOX_SMS_PASSWORD: KEYS.smsPassword,
  };
  const env = () => ({ SANDBOX_PORT: `${port}`, SANDBOX_DATA_DIR: dir, ...keys });
  const server = await startServer({ program: 'dist/sandbox/main.js', env, port, pinned: false });
  return { url: `http://127.0.0.1:${port}`, stop: server.stop };
}

async function startBots(redisUrl, sandboxUrl, channelUrl) {
  const ports = [await listen(0), await listen(0)];
  const operator = {
    TMF_BASE_URL: sandboxUrl,
    OAUTH_TOKEN_URL: `${sandboxUrl}/oauth/token`,
    OAUTH_CLIENT_ID: KEYS.clientId,
    OAUTH_CLIENT_SECRET: KEYS.clientSecret,
  };
  const sms = { SMS_URL: `${sandboxUrl}/cgi-bin/sendsms`, SMS_USER: KEYS.smsUser, SMS_PASSWORD: KEYS.smsPassword };
  const reports = { SMS_REPORT_URL: `http://127.0.0.1:${ports[0]}/webhooks/sms/report` };
  const app = { MICROSOFT_APP_ID: APP.id, MICROSOFT_APP_TYPE: 'SingleTenant', MICROSOFT_APP_PASSWORD: 'none', MICROSOFT_APP_TENANT_ID: APP.tenant };
  const hosts = { BOT_CHANNEL_METADATA_URL: `${channelUrl}/openid`, BOT_TENANT_METADATA_URL: `${channelUrl}/openid`, BOT_SERVICE_URLS: channelUrl };
  const ours = { NODE_ENV: 'development', PUBLIC_URL: '', LOG_LEVEL: 'error' };
  const { env } = ourEnvironment(redisUrl, { ...ours, ...operator, ...sms, ...reports, ...app, ...hosts });
  const start = (port) => startServer({ program: 'bench/ours/main.cjs', env, nodeArgs: ['--expose-gc'], pinned: false, port });
  const [first, second] = [await start(ports[0]), { now: await start(ports[1]) }];
  return {
    first,
    urls: ports.map((port) => `http://127.0.0.1:${port}`),
    async restarting(isOver) {
      let times = 0;
      for (let last = performance.now(); !isOver(); await sleep(500)) {
        if (performance.now() - last < RESTART_MS) continue;
        await second.now.stop(times++ % 2 ? 'SIGKILL' : 'SIGTERM');
        second.now = await start(ports[1]);
        last = performance.now();
      }
      return times;
    },
    stop: () => Promise.all([first.stop(), second.now.stop()]),
  };
}

/** One line a minute, so that a log of a long run can be read. */
function note(began) {
  let last = 0;
  return ({ used, rss, handles, late }) => {
    const minute = Math.floor((performance.now() - began) / 60_000);
    if (minute === last) return;
    last = minute;
    say(
      `  minute ${minute}: heap ${(used / 2 ** 20).toFixed(1)} MB, resident ${(rss / 2 ** 20).toFixed(0)} MB, ${handles} handles, event loop late by ${late.toFixed(0)} ms at most`,
    );
  };
}

function report(book, { heapMbPerHour, rssMbPerHour, heapMb, handles, lateMs }, restarts, took) {
  say(`
messages ${book.said}, ${book.posted} of them to /api/messages; unanswered ${book.lost}, answered more than once ${book.doubled}; codes asked for again ${book.late}
forged tokens refused ${book.refused}, let in or not refused as tokens ${book.open}, while a bot was away ${book.away}
restarts of the second bot ${restarts}
memory of the first bot after warm-up: heap ${heapMb.join(' → ')} MB (${heapMbPerHour} MB/h), resident ${rssMbPerHour} MB/h
handles ${handles.join(' → ')}, event loop late by ${lateMs} ms at most
took ${took}`);
  for (const wrong of book.wrong) say(`  wrong: ${wrong}`);
  if (book.lost || book.doubled || book.open || book.wrong.length) process.exitCode = 1;
}

await command(HELP, OPTIONS, main);
