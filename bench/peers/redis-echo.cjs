/** The least that a durable turn can be: lock and load in one round trip, save and unlock in another. No bot, no SDK. */
const { createServer } = require('node:http');
const { Redis } = require('ioredis');
const { listening } = require('./listening.cjs');

const LOCK_MS = 10_000;
const redis = new Redis(process.env.REDIS_URL);
redis.defineCommand('lockLoad', {
  numberOfKeys: 2,
  lua: `if not redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return {0} end return {1, redis.call('GET', KEYS[2])}`,
});
redis.defineCommand('saveUnlock', {
  numberOfKeys: 2,
  lua: `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end redis.call('SET', KEYS[2], ARGV[2]) redis.call('DEL', KEYS[1]) return 1`,
});

async function turn(activity) {
  const keys = [`{${activity.conversation.id}}:lock`, `{${activity.conversation.id}}:state`];
  const [locked, state] = await redis.lockLoad(...keys, activity.id, LOCK_MS);
  if (!locked) throw new Error('locked');
  const { turns } = JSON.parse(state ?? '{"turns":0}');
  await redis.saveUnlock(...keys, activity.id, JSON.stringify({ turns: turns + 1, last: activity.text }));
  return { activities: [{ type: 'message', text: activity.text }] };
}

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (text) => (body += text));
  request.on('end', async () => {
    const answer = JSON.stringify(request.method === 'POST' ? await turn(JSON.parse(body)) : {});
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(answer) }).end(answer);
  });
});
listening(server);
