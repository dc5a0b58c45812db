import { json, type Call, type Reply, type Route } from '../http/reply';
import { failure, notFound } from './access';
import type { ServiceDesk } from './desk';
import { NewUser, type NewUser as Fresh } from './requests';
import { baseOf, idOf, paged, reading, rest } from './rest';
import type { User } from './rows';
import { API_USER } from './seed';
import { userJson } from './wire';

export const find = (desk: ServiceDesk, id: number): User | undefined => desk.get('user', id);

export function peopleRoutes(desk: ServiceDesk): Route[] {
  const shown = (call: Call, user: User) => userJson(user, baseOf(call));
  const one = (call: Call, id: number): Reply => {
    const user = find(desk, id);
    return user ? json(200, { user: shown(call, user) }) : notFound();
  };
  const saved = (always: boolean) =>
    reading(NewUser, ({ user }, call) => {
      const { user: row, isNew } = upsert(desk, user);
      if (!isNew && !always)
        return json(422, { error: 'RecordInvalid', description: 'Record validation errors', details: { email: [{ description: 'is taken' }] } });
      return json(isNew ? 201 : 200, { user: shown(call, row) });
    });
  return [
    ...rest('GET', '/users/me', (call) => one(call, API_USER)),
    ...rest('GET', '/users/search', (call) => searched(call, desk)),
    ...rest('GET', '/users/show_many', (call) => {
      const ids = (call.query.get('ids') ?? '').split(',').map(Number);
      return paged(
        call,
        'users',
        desk
          .all('user')
          .filter(({ id }) => ids.includes(id))
          .map((user) => shown(call, user)),
      );
    }),
    ...rest('POST', '/users/create_or_update', saved(true)),
    ...rest('POST', '/users', saved(false)),
    ...rest('GET', '/users/:id', (call) => one(call, idOf(call))),
  ];
}

/** By external id, or by words of which `phone:+502…` and an address are understood; else in names. */
function searched(call: Call, desk: ServiceDesk): Reply {
  const externalId = call.query.get('external_id');
  const query = call.query.get('query')?.trim();
  if (externalId === null && !query) return failure(400, 'A query or an external_id is needed.');
  const phone = /^phone:"?\+?([\d]+)"?$/.exec(query ?? '')?.[1];
  const fits = (user: User): boolean => {
    if (externalId !== null) return user.externalId === externalId;
    if (phone !== undefined) return user.phone?.replace(/\D/g, '') === phone;
    const words = (query ?? '')
      .toLowerCase()
      .replace(/^(email|name):/, '')
      .replace(/"/g, '');
    return user.email?.toLowerCase() === words || user.name.toLowerCase().includes(words);
  };
  return paged(
    call,
    'users',
    desk
      .all('user')
      .filter(fits)
      .map((user) => userJson(user, baseOf(call))),
  );
}

/** Finds a person by external id, then by address, and makes one where there is none. A telephone number finds nobody: Zendesk lets several share one. */
export function upsert(desk: ServiceDesk, fresh: Omit<Fresh, 'role'>): { readonly user: User; readonly isNew: boolean } {
  const { name, email, phone, external_id: externalId, locale } = fresh;
  const people = desk.all('user');
  const known =
    (externalId === undefined ? undefined : people.find((user) => user.externalId === externalId)) ??
    (email === undefined ? undefined : people.find((user) => user.email?.toLowerCase() === email.toLowerCase()));
  const given = { name, ...(email && { email }), ...(phone && { phone }), ...(externalId && { externalId }), ...(locale && { locale }) };
  if (known) return { user: desk.put({ ...known, ...given }), isNew: false };
  return { user: desk.put({ kind: 'user', id: desk.nextId('user'), at: desk.now(), role: 'end-user', ...given }), isNew: true };
}
