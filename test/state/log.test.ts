import type { Redis } from 'ioredis';
import { activityLog, type ActivityLog, type LogEvent } from '../../src/state/activity-log';
import { keyOf } from '../../src/state/keys';
import type { Mailbox } from '../../src/state/mailbox';
import { subscriber } from '../../src/state/subscriber';
import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { boxOf, granted, testVault } from './world';

let server: TestRedis;
let redis: Redis;
let box: Mailbox;
let log: ActivityLog;
/** Another process, holding a socket. */
let other: ActivityLog;
beforeAll(async () => {
  server = await startRedis();
  redis = await server.client();
  const [here, there] = [await server.connection(), await server.connection()];
  box = boxOf(here);
  log = activityLog({ redis: here, vault: testVault }, subscriber(here));
  other = activityLog({ redis: there, vault: testVault }, subscriber(there));
});
afterAll(() => server.close());

const write = (conversation: string, message: string) =>
  box.accept({ conversation, id: message, message, echo: { plain: message, digitless: message.replace(/\d/g, '•'), masked: '••••' } });
const texts = async (conversation: string, after = 0): Promise<(string | undefined)[]> =>
  (await other.read(conversation, after, 500)).rows.map(({ text }) => text);

test('a turn may drop what was logged before its message; positions go on', async () => {
  const conversation = `web:forgets:${process.pid}`;
  const first = await write(conversation, 'saldo');
  await box.commit(first.turn!, { state: 's', replies: ['Q37.50'] });
  const { turn, position } = await write(conversation, 'salir');
  await box.commit(turn!, { state: 's', replies: ['Listo'], forgets: true });
  const { rows, last } = await log.read(conversation, 0, 10);
  expect(rows.map(({ text }) => text)).toEqual(['salir', 'Listo']);
  expect([rows[0]?.position, last]).toEqual([position, position! + 1]);
});

test('shows echoes and replies in order; a code is masked, also when its delivery is repeated', async () => {
  const { turn } = await write('web:1', 'saldo');
  await box.commit(turn!, { state: 's', replies: ['¿Tu código?'], secret: 'all' });
  const code = await write('web:1', '123456');
  await box.commit(code.turn!, { state: 's', replies: ['Q12.50'] });
  await write('web:1', 'gracias');
  expect(await texts('web:1')).toEqual(['saldo', '¿Tu código?', '••••', 'Q12.50', 'gracias']);
  expect((await write('web:1', '123456')).position).toBe(code.position);
});

test('positions go on when old rows are trimmed', async () => {
  let turn = await granted(box, 'web:2', 'm1');
  const first = (await log.read('web:2', 0, 1)).last;
  for (let n = 0; n < 11; n++) {
    await box.commit(turn, { state: undefined, replies: Array.from({ length: 50 }, (_, k) => `${n}/${k}`) });
    turn = await granted(box, 'web:2', `m${n + 2}`);
  }
  const { rows, last } = await other.read('web:2', 0, 1000);
  expect(rows).toHaveLength(500);
  expect(rows.at(-1)).toMatchObject({ position: last, kind: 'reply', text: '10/49' });
  expect(last - first).toBe(550);
  expect(rows[0]!.position).toBe(last - 499);
  const page = await other.read('web:2', last - 10, 3);
  expect(page.rows.map(({ text }) => text)).toEqual(['10/40', '10/41', '10/42']);
  expect(await texts('web:2', last)).toEqual([]);
});

test('a row that cannot be opened keeps its place', async () => {
  await write('web:3', 'uno');
  const row = (await redis.lindex(keyOf('web:3', 'log'), 0))!;
  await redis.lset(keyOf('web:3', 'log'), 0, row.slice(0, -8) + 'AAAAAAA=');
  await write('web:3', 'dos');
  expect(await texts('web:3')).toEqual([undefined, 'dos']);
});

test('whoever listens is told at once, in any process; after a break, to read on', async () => {
  const events: LogEvent[] = [];
  await other.listen('web:early', () => {}); // the first listener also hears that its client is new
  const stop = await other.listen('web:4', (event) => void events.push(event));
  await log.announce('web:4', 'typing');
  await log.announce('web:5', 'typing');
  const { turn } = await write('web:4', 'hola');
  await box.commit(turn!, { state: 's', replies: ['¡Hola!'] });
  await until(() => events.length >= 3);
  expect(events).toEqual([{ kind: 'announced', what: 'typing' }, { kind: 'echoed' }, { kind: 'grown' }]);
  await server.stop();
  await server.start();
  await until(() => events.length >= 4);
  expect(events[3]).toEqual({ kind: 'grown' });
  await until(() =>
    log.announce('web:4', 'typing').then(
      () => events.length > 4,
      () => false,
    ),
  );
  stop();
  const heard = events.length;
  await write('web:4', 'más');
  await log.announce('web:4', 'typing');
  expect(events).toHaveLength(heard);
});
