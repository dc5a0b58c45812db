import { BackendFailure } from '../../src/domain/failure';
import type { Guide } from '../../src/integrations/help/articles';
import { helpCenter, type HelpCenterClient } from '../../src/integrations/help/client';
import type { SharedArticle } from '../../src/integrations/help/port';
import { articleShelf } from '../../src/state/articles';
import { startRedis, type TestRedis } from '../support/redis';

const GT = { language: 'es', country: 'GT' } as const;
const DAY_MS = 86_400_000;
const article = (id: string, title: string): SharedArticle => ({
  ...{ id, title, excerpt: 'Desconéctalo.', text: 'Desconéctalo.', updated: 1_000, skills: [], language: 'es', countries: [], phrasings: [title] },
});

let server: TestRedis;
let now = Date.parse('2026-11-20T20:20:00Z');
beforeAll(async () => void (server = await startRedis()));
afterAll(() => server.close());
beforeEach(async () => void (await (await server.client()).flushall()));

/** A help center that counts how often it is read. */
function center(): { guide: Guide; articles: Map<string, SharedArticle>; changed: string[]; asked: string[]; away: boolean } {
  const there = { articles: new Map<string, SharedArticle>(), changed: [] as string[], asked: [] as string[], away: false };
  const answer = async <T>(what: string, value: () => T): Promise<T> => {
    there.asked.push(what);
    if (there.away) throw new BackendFailure('help', 'unavailable');
    return value();
  };
  const guide: Guide = {
    whole: () => answer('whole', () => [...there.articles.values()]),
    changed: (at) => answer('changed', () => ({ ids: there.changed.splice(0), upTo: at + 1 })),
    one: (id) => answer(`one ${id}`, () => [there.articles.get(id) ?? []].flat()),
    search: () => answer('search', () => [...there.articles.values()]),
  };
  return Object.assign(there, { guide });
}
const replica = async (guide: Guide, reported: string[] = []): Promise<HelpCenterClient> =>
  helpCenter({
    guide,
    shelf: articleShelf(await server.connection()),
    country: 'GT',
    clock: () => now,
    report: (event) => void reported.push(event),
  });
const titles = async (of: HelpCenterClient, text: string): Promise<readonly string[] | string> => {
  const answer = await of.search(text, GT);
  return answer.status === 'found' ? answer.articles.map(({ title }) => title) : answer.status;
};
/** The right to read runs out. */
const wait = async (): Promise<void> => void (await (await server.client()).del('{help}:reader'));

test('one replica reads for all; later only what changed is read, also what is gone', async () => {
  const there = center();
  there.articles.set('1', article('1', 'Reiniciar el módem')).set('2', article('2', 'Cambiar la clave'));
  const [one, other] = await Promise.all([replica(there.guide), replica(there.guide)]);
  expect([await one.refresh(), await other.refresh()]).toEqual([true, true]);
  expect([await titles(other, 'reiniciar el módem'), there.asked]).toEqual([['Reiniciar el módem'], ['whole']]);
  await wait();
  there.articles.set('1', article('1', 'Apagar el módem'));
  there.articles.delete('2');
  there.changed.push('1', '2');
  await other.refresh();
  await one.refresh();
  expect(there.asked).toEqual(['whole', 'changed', 'one 1', 'one 2']);
  expect([await titles(one, 'apagar el módem'), await one.article('2', GT)]).toEqual([['Apagar el módem'], undefined]);
  await wait();
  now += DAY_MS;
  await one.refresh();
  expect(there.asked.at(-1)).toBe('whole');
});

test('a replica that starts while the help center is away answers from what others have read', async () => {
  const there = center();
  there.articles.set('1', article('1', 'Reiniciar el módem'));
  await (await replica(there.guide)).refresh();
  await wait();
  there.away = true;
  const reported: string[] = [];
  const late = await replica(there.guide, reported);
  expect(await late.refresh()).toBe(false);
  expect([await titles(late, 'reiniciar el módem'), reported]).toEqual([['Reiniciar el módem'], ['help.unread']]);
  there.away = false;
  expect(await late.refresh()).toBe(true);
});

test('a process that was too busy to hear that it may read does not hold up everybody', async () => {
  const there = center();
  there.articles.set('1', article('1', 'Reiniciar el módem'));
  const connection = await server.connection();
  const given = connection.client.set.bind(connection.client);
  jest.spyOn(connection.client, 'set').mockImplementationOnce(async (...asked: unknown[]) => {
    await given(...(asked as Parameters<typeof given>));
    throw new Error('Command timed out');
  });
  const [one, other] = [helpCenter({ guide: there.guide, shelf: articleShelf(connection), country: 'GT', clock: () => now, report: () => undefined }), await replica(there.guide)]; // prettier-ignore
  expect([await one.refresh(), await other.refresh(), there.asked]).toEqual([false, false, []]);
  expect([await one.refresh(), await other.refresh(), there.asked]).toEqual([true, true, ['whole']]);
  expect(await titles(other, 'reiniciar el módem')).toEqual(['Reiniciar el módem']);
});

test('before anything was read the help center is asked itself, and what is too new for our index is found there', async () => {
  const there = center();
  there.articles.set('1', article('1', 'Reiniciar el módem'));
  const one = await replica(there.guide);
  expect(await titles(one, 'reiniciar')).toEqual(['Reiniciar el módem']);
  await one.refresh();
  there.articles.set('9', article('9', 'Portabilidad'));
  expect(await titles(one, 'quiero portabilidad')).toEqual(['Portabilidad']);
  there.away = true;
  expect(await titles(one, 'xyz qwerty')).toBe('nothing');
});
