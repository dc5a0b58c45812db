import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ });
const name = z.string().regex(/^[\w-]{1,100}$/, 'needs letters, digits, - and _');

/** Zendesk messaging's part of the environment. */
export const sunshineEnvironment = {
  /** `https://operator.zendesk.com/sc`. Unset: the bot is not on Zendesk messaging. Needs the next four. */
  SUNSHINE_URL: url.optional(),
  SUNSHINE_APP_ID: name.optional(),
  SUNSHINE_KEY_ID: z.string().min(1).max(200).optional(),
  SUNSHINE_KEY_SECRET: z.string().min(16).max(500).optional(),
  /** Of our custom integration's webhook: it comes in X-API-Key. */
  SUNSHINE_WEBHOOK_SECRET: z.string().min(16).max(500).optional(),
  /** Name, or integration id, of this bot on the switchboard: only while it is the active one does the bot answer. */
  SUNSHINE_RESPONDER: name.default('care-bot'),
  /** Who takes over when a person is wanted: `next`, or a name. */
  SUNSHINE_AGENTS: name.default('next'),
};

type Environment = Readonly<Record<string, string | undefined>>;
const TOGETHER = ['SUNSHINE_URL', 'SUNSHINE_APP_ID', 'SUNSHINE_KEY_ID', 'SUNSHINE_KEY_SECRET', 'SUNSHINE_WEBHOOK_SECRET'] as const;

/** Half of it would hear and not answer, or let anybody in. */
export function sunshineRules(environment: Environment): string[] {
  const set = TOGETHER.filter((each) => environment[each] !== undefined);
  const missing = set.length === 0 ? [] : TOGETHER.filter((each) => environment[each] === undefined);
  const plain = environment['NODE_ENV'] === 'production' && /^http:/i.test(environment['SUNSHINE_URL'] ?? '');
  return [
    ...missing.map((each) => `${each}: is missing, though ${set.join(', ')} is set`),
    ...(plain ? ['SUNSHINE_URL: production needs https'] : []),
  ];
}
