import { z } from 'zod';
import { BackendFailure } from '../../src/domain/failure';
import { withLastKnown } from '../../src/integrations/last-known';
import { failureOf } from './parts';

/** A store in memory, and a backend that can be told how to answer. */
function world() {
  const kept = new Map<string, { value: string; at: number }>();
  const it = {
    now: 1_000,
    kept,
    backend: (): Promise<number | undefined> => Promise.resolve(1),
    store: {
      get: (key: string) => Promise.resolve(kept.get(key)),
      put: (key: string, value: string, at: number) => Promise.resolve(void kept.set(key, { value, at })),
    },
  };
  const read = withLastKnown('thing', z.number().optional(), () => it.backend(), {
    store: { get: (key) => it.store.get(key), put: (key, value, at) => it.store.put(key, value, at) },
    clock: () => it.now,
  });
  return Object.assign(it, { read });
}

const away = (): Promise<never> => Promise.reject(new BackendFailure('thing', 'timeout'));

test('a good read is fresh, and is remembered with the moment at which it was asked', async () => {
  const it = world();
  await expect(it.read('a')).resolves.toEqual({ value: 1, at: 1_000, stale: false });
  expect([...it.kept]).toEqual([['thing:a', { value: '{"value":1}', at: 1_000 }]]);
});

test('the backend away: the last-known value, with its age', async () => {
  const it = world();
  await it.read('a');
  it.now = 9_000;
  it.backend = away;
  await expect(it.read('a')).resolves.toEqual({ value: 1, at: 1_000, stale: true });
});

test('that there was nothing is known too', async () => {
  const it = world();
  it.backend = () => Promise.resolve(undefined);
  await it.read('a');
  it.backend = away;
  await expect(it.read('a')).resolves.toEqual({ value: undefined, at: 1_000, stale: true });
});

test("nobody gets somebody else's value: the failure, when nothing is known", async () => {
  const it = world();
  await it.read('a');
  it.backend = away;
  expect((await failureOf(it.read('b'))).kind).toBe('timeout');
});

test.each([['not JSON'], ['{"value":"one"}'], ['null'], ['{"value":']])('a stored %s is as good as nothing', async (value) => {
  const it = world();
  it.kept.set('thing:a', { value, at: 5 });
  it.backend = away;
  expect((await failureOf(it.read('a'))).kind).toBe('timeout');
});

test('a store that fails spoils no good read, and hides no failure', async () => {
  const it = world();
  it.store.put = () => Promise.reject(new Error('store away'));
  it.store.get = () => Promise.reject(new Error('store away'));
  await expect(it.read('a')).resolves.toMatchObject({ value: 1, stale: false });
  it.store.put = () => {
    throw new Error('store broken');
  };
  await expect(it.read('a')).resolves.toMatchObject({ value: 1, stale: false });
  it.backend = away;
  expect((await failureOf(it.read('a'))).kind).toBe('timeout');
});

test('a store that hangs is not waited for', async () => {
  const it = world();
  it.store.put = () => new Promise(() => undefined);
  await expect(it.read('a')).resolves.toMatchObject({ value: 1, stale: false });
});

test('a fault of our own is no reason to show an old value', async () => {
  const it = world();
  await it.read('a');
  it.backend = () => Promise.reject(new TypeError('a bug'));
  await expect(it.read('a')).rejects.toThrow(TypeError);
});
