import { soon } from '../src/soon';

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['setImmediate'] }));
afterEach(() => void jest.useRealTimers());

const LONG_MS = 60_000;
/** A turn of the event loop: by then Node has told of a failure that nobody handles. */
const aTurnLater = (): Promise<void> => new Promise((done) => setImmediate(done));

test('what comes in time is what comes of it, and nothing is left waiting', async () => {
  expect(await soon(Promise.resolve('saldo'), LONG_MS)).toBe('saldo');
  expect(jest.getTimerCount()).toBe(0);
});

test('what fails in time fails, and nothing is left waiting', async () => {
  await expect(soon(Promise.reject(new Error('away')), LONG_MS)).rejects.toThrow('away');
  expect(jest.getTimerCount()).toBe(0);
});

test('what takes longer is not waited for, whatever becomes of it', async () => {
  const unhandled = jest.fn();
  process.on('unhandledRejection', unhandled);
  try {
    let fail = (_: Error): void => undefined;
    const answer = soon(new Promise<string>((_, reject) => (fail = reject)), LONG_MS);
    jest.advanceTimersByTime(LONG_MS);
    expect(await answer).toBeUndefined();
    fail(new Error('too late'));
    await aTurnLater();
    expect(unhandled).not.toHaveBeenCalled();
  } finally {
    process.off('unhandledRejection', unhandled);
  }
});
