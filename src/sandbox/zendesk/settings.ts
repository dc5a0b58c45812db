import { randomBytes } from 'node:crypto';
import { json, type Call, type Reply, type Route } from '../http/reply';
import { notFound } from './access';
import type { ServiceDesk } from './desk';
import { SETTINGS } from './requests';
import { paged, reading, rest } from './rest';
import type { Setting, SettingKind } from './rows';
import { settingJson } from './wire';
import { z } from 'zod';

/** Path, and the name of one and of many in a body. */
const NAMES: Readonly<Record<SettingKind, { readonly path: string; readonly one: string; readonly many: string }>> = {
  field: { path: '/ticket_fields', one: 'ticket_field', many: 'ticket_fields' },
  macro: { path: '/macros', one: 'macro', many: 'macros' },
  trigger: { path: '/triggers', one: 'trigger', many: 'triggers' },
  webhook: { path: '/webhooks', one: 'webhook', many: 'webhooks' },
  group: { path: '/groups', one: 'group', many: 'groups' },
};
const KINDS = ['field', 'macro', 'trigger', 'webhook', 'group'] as const;

/** Webhooks are named by words, all others by numbers. */
const shown = (row: Setting): object => (row.kind === 'webhook' ? { ...settingJson(row), id: webhookId(row.id) } : settingJson(row));
export const webhookId = (id: number): string => `01SANDBOX${id}`;
const numberOf = ({ params }: Call): number => Number((params['id'] ?? '').replace(/\.json$/, '').replace(/^01SANDBOX/, ''));

/** What an administrator sets: ticket fields, macros, triggers, webhooks and groups; and the tags in use. */
export function settingRoutes(desk: ServiceDesk): Route[] {
  const ofKind = (kind: SettingKind): Route[] => {
    const { path, one, many } = NAMES[kind];
    const existing = (call: Call, tell: (row: Setting) => Reply): Reply => {
      const row = desk.setting(kind, numberOf(call));
      return row ? tell(row) : notFound();
    };
    const list = (call: Call): Reply => paged(call, many, desk.settings(kind).map(shown));
    const change = reading(z.object({ [one]: SETTINGS[kind].partial() }), (body, call) =>
      existing(call, (row) => {
        const next = desk.put({ ...row, values: { ...row.values, ...body[one] }, updatedAt: desk.now() });
        return kind === 'webhook' ? { status: 204 } : json(200, { [one]: shown(next) });
      }),
    );
    const remove = (call: Call): Reply => existing(call, (row) => (desk.put({ ...row, gone: true }), { status: 204 }));
    return [
      ...rest('GET', path, list),
      ...rest('GET', `${path}/active`, list),
      ...rest(
        'POST',
        path,
        reading(z.object({ [one]: SETTINGS[kind] }), (body) => json(201, { [one]: shown(added(desk, kind, body[one] ?? {})) })),
      ),
      ...rest('GET', `${path}/:id`, (call) => existing(call, (row) => json(200, { [one]: shown(row) }))),
      ...rest('PUT', `${path}/:id`, change),
      ...rest('PATCH', `${path}/:id`, change),
      ...rest('DELETE', `${path}/:id`, remove),
    ];
  };
  const secret = (call: Call): Reply => {
    const row = desk.setting('webhook', numberOf(call));
    return row?.secret === undefined ? notFound() : json(200, { signing_secret: { algorithm: 'SHA256', secret: row.secret } });
  };
  return [
    ...rest('GET', '/webhooks/:id/signing_secret', secret),
    ...KINDS.flatMap(ofKind),
    ...rest('GET', '/tags', (call) => paged(call, 'tags', tagsOf(desk))),
  ];
}

export function added(desk: ServiceDesk, kind: SettingKind, values: Setting['values'], secret?: string): Setting {
  const id = desk.nextId(kind);
  const own = kind === 'webhook' ? { secret: secret ?? randomBytes(32).toString('base64') } : {};
  return desk.put({ kind, id, at: desk.now(), updatedAt: desk.now(), values: { active: true, ...values }, ...own });
}

function tagsOf(desk: ServiceDesk): object[] {
  const counts = new Map<string, number>();
  for (const tag of desk.all('ticket').flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}
