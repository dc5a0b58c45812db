import type { Mailbox, Pen } from '../../src/state/mailbox';
import { outbox, type Sent } from '../../src/state/outbox';
import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { boxOf, granted } from './world';

let server: TestRedis;
let box: Mailbox;
beforeAll(async () => {
  server = await startRedis();
  box = boxOf(await server.connection());
});
afterAll(() => server.close());

async function penFor(conversation: string, replies: string[]): Promise<Pen> {
  const committed = await box.commit(await granted(box, conversation, 'm1'), { state: 's', replies });
  if (committed === 'stale' || !committed.pen) throw new Error('no pen');
  return committed.pen;
}
/** Sends with the answers that a channel gives one after the other; then all is delivered. */
function channel(...answers: (Sent | Error)[]) {
  const sent: string[] = [];
  const out = outbox({
    ...{ mailbox: box, leaseMs: 60_000, report: () => {}, pauseMs: { first: 1, least: 1, most: 5 } },
    send: async (_, __, reply) => {
      sent.push(reply);
      const answer = answers.shift() ?? 'delivered';
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  const sweep = async (conversation: string): Promise<boolean> => {
    const { pen } = await box.claim(conversation);
    if (pen) await out.deliver(pen);
    return pen !== undefined;
  };
  return { sent, out, sweep };
}

test('goes out in order', async () => {
  const { sent, out, sweep } = channel();
  await out.deliver(await penFor('out:1', ['r1', 'r2', 'r3']));
  expect(sent).toEqual(['r1', 'r2', 'r3']);
  expect(await sweep('out:1')).toBe(false);
});

test.each<[string, Sent | Error]>([
  ['says try later', { retry: '429', afterMs: 1 }],
  ['breaks', new Error('ECONNRESET')],
])('a channel that %s gets the same reply again after a pause, and the rest in order', async (how, answer) => {
  const { sent, out, sweep } = channel('delivered', answer);
  await out.deliver(await penFor(`out:${how}`, ['r1', 'r2', 'r3']));
  expect(sent).toEqual(['r1', 'r2']);
  await until(() => sweep(`out:${how}`));
  expect(sent).toEqual(['r1', 'r2', 'r2', 'r3']);
});

test('what never works is given up after 8 sendings, and what follows is not held up', async () => {
  const { sent, out, sweep } = channel(...Array.from({ length: 8 }, () => new Error('down')));
  await out.deliver(await penFor('out:3', ['r1', 'r2']));
  await until(async () => (await sweep('out:3')) && sent.includes('r2'));
  expect(sent).toEqual([...Array.from({ length: 8 }, () => 'r1'), 'r2']);
});

test('a pause is over when it is over, not before', async () => {
  const { sent, out, sweep } = channel({ retry: 'busy', afterMs: 60_000 });
  await out.deliver(await penFor('out:4', ['r1']));
  expect(await sweep('out:4')).toBe(false);
  expect(sent).toEqual(['r1']);
});
