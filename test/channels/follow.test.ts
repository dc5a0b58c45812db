import { EventEmitter } from 'node:events';
import { follow } from '../../src/channels/webchat/follow';
import type { Page } from '../../src/channels/webchat/transcript';

/** A socket that sends only when told to. */
class SlowSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  readonly sent: string[] = [];
  readonly waiting: (() => void)[] = [];
  pings = 0;
  isGone = false;
  send(frame: string, done: () => void): void {
    this.sent.push(frame);
    this.waiting.push(done);
  }
  ping(): void {
    this.pings += 1;
  }
  terminate(): void {
    this.isGone = true;
    this.readyState = 3;
  }
}

const tick = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};
const page = (position: number, isLast: boolean): Page => ({
  position,
  isLast,
  said: position,
  activities: [{ type: 'message', id: `${position}` } as never],
});

function following(pages: (() => Page)[]) {
  const socket = new SlowSocket();
  let reads = 0;
  const transcript = {
    page: async (_: string, after: number): Promise<Page> => (
      (reads += 1),
      (pages.shift() ?? (() => ({ activities: [], position: after, isLast: true, said: 0 })))()
    ),
  };
  return {
    socket,
    reads: () => reads,
    follower: follow({ socket: socket as never, conversation: 'abc', after: 0, transcript, name: 'Alba' }),
  };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('the next page is read only when the last one is out', async () => {
  const { socket, reads, follower } = following([() => page(1, false), () => page(2, true)]);
  await tick();
  for (let wakes = 0; wakes < 100; wakes += 1) follower.grown();
  await tick();
  expect([reads(), socket.sent.length]).toEqual([1, 1]);
  socket.waiting[0]?.();
  await tick();
  expect([reads(), socket.sent.length]).toEqual([2, 2]);
  expect(socket.sent.map((frame) => JSON.parse(frame).watermark)).toEqual(['1', '2']);
  follower.stop();
});

test('an echo waits a moment for the reply, and goes with it, or alone', async () => {
  const { socket, follower, reads } = following([() => page(1, true), () => page(3, true), () => page(4, true)]);
  await tick();
  follower.echoed();
  await tick();
  expect([reads(), socket.sent.length]).toEqual([1, 1]);
  socket.waiting[0]?.();
  follower.grown();
  await tick();
  expect([reads(), socket.sent.length]).toEqual([2, 2]);
  socket.waiting[1]?.();
  follower.echoed();
  await jest.advanceTimersByTimeAsync(50);
  expect([reads(), socket.sent.length]).toEqual([3, 3]);
  follower.stop();
});

test('a socket that lags behind gets no typing signs', async () => {
  const { socket, follower } = following([]);
  await tick();
  socket.bufferedAmount = 100_000;
  follower.typing(0);
  expect(socket.sent).toEqual([]);
  socket.bufferedAmount = 0;
  follower.typing(0);
  expect(JSON.parse(socket.sent[0] ?? '')).toMatchObject({ activities: [{ type: 'typing', from: { role: 'bot' } }], watermark: '0' });
  follower.stop();
});

test('what is answered already is not announced as being written', async () => {
  const { socket, follower } = following([() => page(3, true)]);
  await tick();
  follower.typing(2);
  expect(socket.sent).toHaveLength(1);
  follower.typing(3);
  expect(socket.sent).toHaveLength(2);
  follower.stop();
});

test('a log that cannot be read now is read again', async () => {
  const { socket, follower } = following([
    () => {
      throw new Error('Redis is away');
    },
    () => page(1, true),
  ]);
  await tick();
  expect(socket.sent).toEqual([]);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(socket.sent.length).toBe(1);
  follower.stop();
});

test('a socket that does not answer is dropped at the second ping, one that does stays', async () => {
  const { socket, follower } = following([]);
  await jest.advanceTimersByTimeAsync(25_000);
  socket.emit('pong');
  await jest.advanceTimersByTimeAsync(25_000);
  expect([socket.pings, socket.isGone]).toEqual([2, false]);
  await jest.advanceTimersByTimeAsync(25_000);
  expect(socket.isGone).toBe(true);
  follower.stop();
});
