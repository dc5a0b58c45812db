import nock from 'nock';
import { z } from 'zod';
import { BackendFailure } from '../../src/domain/failure';
import { breaker } from '../../src/integrations/http/breaker';
import { caller, type Caller, type CallerParts } from '../../src/integrations/http/caller';
import type { Observation } from '../../src/integrations/http/guard';
import { zendesk, type Zendesk, type ZendeskParts } from '../../src/integrations/zendesk/client';
import type { Remembering } from '../../src/integrations/last-known';

export const BASE = 'http://operator.test';
export const Thing = z.object({ id: z.string() });
export const THING = { operation: 'thing', path: '/thing', schema: Thing };

/** How long a backend may take that does answer, ms: longer than a slow machine stands still. */
export const PATIENT_MS = 30_000;

/** A caller of `BASE` that hardly pauses, and what it observed. */
export function testCaller(parts: Partial<CallerParts> = {}): Caller & { readonly seen: Observation[] } {
  const seen: Observation[] = [];
  const clock = parts.clock ?? Date.now;
  const made = caller({
    ...{ backend: 'thing', baseUrl: BASE, deadlineMs: PATIENT_MS, breaker: breaker(clock, { failures: 1_000 }), clock, random: () => 0.01 },
    observe: (observation) => seen.push(observation),
    ...parts,
  });
  return { ...made, seen };
}

/** Zendesk at `BASE`, without a token. */
export function testZendesk(parts: Partial<ZendeskParts> = {}): Zendesk {
  const clock = parts.clock ?? Date.now;
  const often = breaker(clock, { failures: 1_000 });
  return zendesk({ backend: 'zendesk', baseUrl: BASE, deadlineMs: PATIENT_MS, breaker: often, clock, random: () => 0.01, ...parts });
}

/** What a promise failed with. */
export async function failureOf(promise: Promise<unknown>): Promise<BackendFailure> {
  const error = await promise.then(
    () => new Error('it did not fail'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(BackendFailure);
  return error as BackendFailure;
}

/** Everything that could be seen of an error by whoever logs it with all its causes. */
export function said(error: unknown): string {
  const parts: string[] = [];
  for (let each = error; each instanceof Error; each = each.cause) parts.push(each.message, each.stack ?? '', JSON.stringify(each));
  return parts.join('\n');
}

/** Loading nock puts it in front of `node:http` for the whole process, and so for the files that come after this one: it goes with the file. */
afterAll(() => nock.restore());

/** Only nock answers between the tests of a file; a request that no test foresaw fails, and what was foreseen must have come. */
export function onlyNock(): void {
  beforeAll(() => {
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
  });
  afterEach(() => {
    const pending = nock.pendingMocks();
    nock.cleanAll();
    expect(pending).toEqual([]);
  });
  afterAll(() => nock.enableNetConnect());
}

/** A store of last-known values in memory. */
export function memory(clock: () => number = Date.now): Remembering {
  const kept = new Map<string, { value: string; at: number }>();
  return {
    clock,
    store: {
      get: (key) => Promise.resolve(kept.get(key)),
      put: (key, value, at) => Promise.resolve(void kept.set(key, { value, at })),
    },
  };
}
