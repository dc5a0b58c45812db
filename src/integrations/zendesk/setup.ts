import { z } from 'zod';
import { CASE_PRIORITIES } from '../../domain/cases/record';
import { failed } from '../http/exchange';
import type { Asking, Zendesk } from './client';

const BACKEND = 'zendesk';

/** What the bot needs of an account: `manifests/zendesk/account.json`. */
export const AccountManifest = z.object({
  fields: z.array(z.object({ title: z.string(), description: z.string() })),
  groups: z.array(z.string()),
  macros: z.array(
    z.object({
      ...{ title: z.string(), text: z.string(), tag: z.string().optional(), status: z.string().optional() },
      ...{ priority: z.enum(CASE_PRIORITIES).optional() },
      /** Whoever uses it takes the ticket. */
      mine: z.boolean().optional(),
    }),
  ),
  /** `path` of the bot, which Zendesk calls when an agent wrote. */
  webhook: z.object({ name: z.string(), path: z.string() }),
  trigger: z.object({
    title: z.string(),
    conditions: z.object({ all: z.array(z.looseObject({})), any: z.array(z.looseObject({})) }),
    body: z.string(),
  }),
});
export type AccountManifest = z.infer<typeof AccountManifest>;

/** One thing of an account. `differs`: it is there, and not as the bot needs it. */
export interface SetupStep {
  readonly what: 'field' | 'group' | 'macro' | 'webhook' | 'trigger';
  readonly name: string;
  readonly state: 'there' | 'missing' | 'differs';
  /** Makes it so. Safe to repeat: what is there by name is not made again. */
  readonly apply: () => Promise<void>;
}

const Id = z.union([z.number(), z.string()]);
const Titled = z.looseObject({ id: Id, title: z.string() });
const Fields = z.object({ ticket_fields: z.array(Titled) });
const Groups = z.object({ groups: z.array(z.looseObject({ id: Id, name: z.string() })) });
const Macros = z.object({ macros: z.array(Titled) });
const Triggers = z.object({
  triggers: z.array(Titled.extend({ actions: z.array(z.looseObject({ field: z.string(), value: z.unknown() })).default([]) })),
});
const Webhooks = z.object({ webhooks: z.array(z.looseObject({ id: Id, name: z.string(), endpoint: z.string() })) });
const Secret = z.object({ signing_secret: z.object({ secret: z.string() }) });
const Anything = z.looseObject({});

/**
 * What is to be done so that an account has all that the bot needs, in the order in which it is to be done. Reads only; each step's `apply` writes.
 *
 * @param botUrl where Zendesk reaches the bot; without it webhook and trigger are left out
 */
export async function accountSetup(zendesk: Zendesk, manifest: AccountManifest, botUrl: string | undefined): Promise<readonly SetupStep[]> {
  const list = async <T>(schema: z.ZodType<T>, call: Asking<T>['call']): Promise<readonly T[]> =>
    zendesk.pages({ operation: 'setup-list', schema, call });
  const fields = (await list(Fields, (client) => client.ticketfields.list())).flatMap((page) => page.ticket_fields);
  const groups = (await list(Groups, (client) => client.groups.list())).flatMap((page) => page.groups);
  const macros = (await list(Macros, (client) => client.macros.listActive())).flatMap((page) => page.macros);
  const write = (call: Asking<unknown>['call']) => async (): Promise<void> => {
    const answer = await zendesk.ask({ operation: 'setup-write', schema: Anything, call });
    if (!answer.ok) throw failed(BACKEND, 'contract', `status ${answer.status}, ${answer.fields.join(', ')}`);
  };
  const named = (name: string, all: readonly { readonly title: string }[]): SetupStep['state'] =>
    all.some(({ title }) => title === name) ? 'there' : 'missing';
  return [
    ...manifest.fields.map(({ title, description }): SetupStep => {
      const field = { title, description, type: 'text' };
      return {
        what: 'field',
        name: title,
        state: named(title, fields),
        apply: write((client) => client.ticketfields.create({ ticket_field: field })),
      };
    }),
    ...manifest.groups.map((name): SetupStep => {
      const state = groups.some((each) => each.name === name) ? 'there' : 'missing';
      return { what: 'group', name, state, apply: write((client) => client.groups.create({ group: { name } })) };
    }),
    ...manifest.macros.map((macro): SetupStep => {
      const { title } = macro;
      const sent = { macro: { title, actions: actionsOf(macro) } };
      return {
        what: 'macro',
        name: title,
        state: named(title, macros),
        // @ts-expect-error the library sends what it is given as it is, and its type forgets the envelope
        apply: write((client) => client.macros.create(sent)),
      };
    }),
    ...(botUrl === undefined ? [] : await signals(zendesk, manifest, botUrl)),
  ];
}

const actionsOf = ({ text, tag, status, priority, mine }: AccountManifest['macros'][number]) => [
  { field: 'comment_value', value: ['channel:all', text] },
  { field: 'comment_mode_is_public', value: 'true' },
  ...(tag === undefined ? [] : [{ field: 'current_tags', value: tag }]),
  ...(status === undefined ? [] : [{ field: 'status', value: status }]),
  ...(priority === undefined ? [] : [{ field: 'priority', value: priority }]),
  ...(mine === true ? [{ field: 'assignee_id', value: 'current_user' }] : []),
];

/** The webhook, and the trigger that calls it. Zendesk makes no two of one name here: they are looked up first. */
async function signals(zendesk: Zendesk, { webhook, trigger }: AccountManifest, botUrl: string): Promise<readonly SetupStep[]> {
  const endpoint = botUrl.replace(/\/+$/, '') + webhook.path;
  const hooks = async () =>
    (await zendesk.pages({ operation: 'setup-list', schema: Webhooks, call: (client) => client.webhooks.list() })).flatMap((page) => page.webhooks);
  const triggers = await zendesk.pages({ operation: 'setup-list', schema: Triggers, call: (client) => client.triggers.list() });
  const hook = (await hooks()).find(({ name }) => name === webhook.name);
  const rule = triggers.flatMap((page) => page.triggers).find(({ title }) => title === trigger.title);
  const write = async (call: Asking<unknown>['call']): Promise<unknown> => {
    const answer = await zendesk.ask({ operation: 'setup-write', schema: Anything, call });
    if (!answer.ok) throw failed(BACKEND, 'contract', `status ${answer.status}, ${answer.fields.join(', ')}`);
    return answer.value;
  };
  const body = {
    ...{ name: webhook.name, status: 'active', endpoint, http_method: 'POST', request_format: 'json', subscriptions: ['conditional_ticket_events'] },
  };
  const ruleOf = (id: string) => ({
    title: trigger.title,
    conditions: trigger.conditions,
    actions: [{ field: 'notification_webhook', value: [id, trigger.body] }],
  });
  const callsIt =
    rule?.actions.some(({ field, value }) => field === 'notification_webhook' && Array.isArray(value) && String(value[0]) === String(hook?.id)) ??
    false;
  return [
    {
      ...{ what: 'webhook', name: webhook.name, state: hook === undefined ? 'missing' : hook.endpoint === endpoint ? 'there' : 'differs' },
      apply: async () =>
        void (await write((client) =>
          hook ? client.webhooks.update(String(hook.id), { webhook: body }) : client.webhooks.create({ webhook: body }),
        )),
    },
    {
      ...{ what: 'trigger', name: trigger.title, state: rule === undefined ? 'missing' : callsIt ? 'there' : 'differs' },
      apply: async () => {
        const id = (await hooks()).find(({ name }) => name === webhook.name)?.id;
        if (id === undefined) throw failed(BACKEND, 'contract', 'the webhook is not there');
        const made = ruleOf(String(id));
        await write((client) => (rule ? client.triggers.update(Number(rule.id), { trigger: made }) : client.triggers.create({ trigger: made })));
      },
    },
  ];
}

/** What the account signs with, for `ZENDESK_WEBHOOK_SECRET`; undefined while there is no webhook of ours. */
export async function signingSecret(zendesk: Zendesk, { webhook }: AccountManifest): Promise<string | undefined> {
  const all = await zendesk.pages({ operation: 'setup-list', schema: Webhooks, call: (client) => client.webhooks.list() });
  const id = all.flatMap((page) => page.webhooks).find(({ name }) => name === webhook.name)?.id;
  if (id === undefined) return undefined;
  const answer = await zendesk.ask({ operation: 'signing-secret', schema: Secret, call: (client) => client.webhooks.getSigningSecret(String(id)) });
  return answer.ok ? answer.value.signing_secret.secret : undefined;
}
