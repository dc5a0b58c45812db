import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ });

/** `1234567890=token`: a page's id and its access token. */
const PAGE = /^(\d{3,30})=([\w.|~-]{10,500})$/;
const pages = z
  .string()
  .default('')
  .transform((text, context) => {
    const all = text.split(',').flatMap((each) => each.trim() || []);
    const read = all.map((each) => PAGE.exec(each));
    if (read.some((each) => each === null)) context.addIssue('needs pages and tokens like 1234567890=EAAG…');
    return Object.fromEntries(read.map((each) => [each?.[1] ?? '', each?.[2] ?? '']));
  });

/** `5556667778=https://chat.sv.operator.example`: a page's id and where its bot is reached. */
const NEIGHBOUR = /^(\d{3,30})=(https?:\/\/[\w.-]+(?::\d{1,5})?(?:\/[\w./-]*)?)$/;
const neighbours = z
  .string()
  .default('')
  .transform((text, context) => {
    const read = text.split(',').flatMap((each) => (each.trim() === '' ? [] : [NEIGHBOUR.exec(each.trim())]));
    if (read.some((each) => !URL.canParse(each?.[2] ?? '')))
      context.addIssue('needs pages and addresses like 1234567890=https://chat.operator.example');
    return Object.fromEntries(read.map((each) => [each?.[1] ?? '', each?.[2] ?? '']));
  });

/** Messenger's part of the environment. */
export const messengerEnvironment = {
  /** Secrets of the app at Meta, separated by commas: webhooks are signed with one of them, calls are proved with the first. Unset: there is no Messenger. */
  MESSENGER_APP_SECRET: z
    .string()
    .regex(/^[\w-]{16,200}(,[\w-]{16,200})*$/, 'needs the secret of the app')
    .optional(),
  /** The app's id: by it our own echoes are known. */
  MESSENGER_APP_ID: z
    .string()
    .regex(/^\d{3,30}$/, 'needs digits')
    .optional(),
  /** What Meta says when it verifies the webhook, as it was typed there. */
  MESSENGER_VERIFY_TOKEN: z.string().min(16).max(200).optional(),
  /** Pages of this operator with their tokens: `1234567890=EAAG…,…`. */
  MESSENGER_PAGES: pages,
  /** Pages of the same app that bots of other countries answer, and the `PUBLIC_URL` of those: `5556667778=https://chat.sv.operator.example,…`. */
  MESSENGER_NEIGHBOURS: neighbours,
  /** Where Meta keeps what customers send: domains. Nothing is fetched from anywhere else. */
  MESSENGER_FILE_HOSTS: z
    .string()
    .default('fbcdn.net,fbsbx.com')
    .transform((text) => text.split(',').flatMap((each) => each.trim().toLowerCase() || [])),
  META_GRAPH_URL: url.default('https://graph.facebook.com'),
  META_GRAPH_VERSION: z
    .string()
    .regex(/^v\d{1,3}\.\d$/, 'needs a version like v25.0')
    .default('v25.0'),
  /** What is said when a customer wrote more than 24 hours ago: nothing, or a person's words under the tag HUMAN_AGENT, which Meta grants an app. */
  MESSENGER_OUTSIDE_WINDOW: z.enum(['nothing', 'human-agent']).default('nothing'),
  /** Who answers when a customer asks for a person: whoever works at the agent desk, or the page's inbox, to which the thread is passed. */
  MESSENGER_PEOPLE: z.enum(['desk', 'page-inbox']).default('desk'),
  /** The app that the page's inbox is, in Meta's conversation routing. */
  MESSENGER_INBOX_APP_ID: z
    .string()
    .regex(/^\d{3,30}$/, 'needs digits')
    .default('263902037430900'),
  /** The most messages a second for a page, by all processes together; from 40 on Meta switches the page's inbox off. */
  MESSENGER_PER_SECOND: z.coerce.number().int().min(1).max(300).default(39),
};

type Environment = Readonly<Record<string, string | undefined>>;
const TOGETHER = ['MESSENGER_APP_SECRET', 'MESSENGER_APP_ID', 'MESSENGER_VERIFY_TOKEN', 'MESSENGER_PAGES'] as const;

/** What must stand together: half of it would hear and not answer, or let anybody in. */
export function messengerRules(environment: Environment): string[] {
  const set = TOGETHER.filter((name) => environment[name] !== undefined);
  const missing = set.length === 0 ? [] : TOGETHER.filter((name) => environment[name] === undefined);
  const plain = environment['NODE_ENV'] === 'production' && /^http:/i.test(environment['META_GRAPH_URL'] ?? '');
  const deskless = environment['MESSENGER_PEOPLE'] === 'page-inbox' && environment['ZENDESK_URL'] === undefined;
  return [
    ...neighbourRules(environment),
    ...missing.map((name) => `${name}: is missing, though ${set.join(', ')} is set`),
    ...(plain ? ['META_GRAPH_URL: production needs https'] : []),
    ...(deskless ? ['MESSENGER_PEOPLE: page-inbox needs ZENDESK_URL: what people find of a customer is a case there'] : []),
  ];
}

/** A page has one bot, and that is never reached by going to itself. */
function neighbourRules(environment: Environment): string[] {
  const listed = (name: string): string[][] => (environment[name] ?? '').split(',').map((each) => each.trim().split('='));
  const own = new Set(listed('MESSENGER_PAGES').map(([page]) => page));
  const others = environment['MESSENGER_NEIGHBOURS'] === undefined ? [] : listed('MESSENGER_NEIGHBOURS');
  const home = (environment['PUBLIC_URL'] ?? '').replace(/\/+$/, '');
  const isPlain = environment['NODE_ENV'] === 'production' && others.some(([, url]) => /^http:/i.test(url ?? ''));
  const isHome = home !== '' && others.some(([, url]) => url?.replace(/\/+$/, '') === home);
  const isAlone = others.length > 0 && environment['MESSENGER_APP_SECRET'] === undefined;
  return [
    ...(isAlone ? ['MESSENGER_NEIGHBOURS: needs MESSENGER_APP_SECRET: neighbours share the app'] : []),
    ...(others.some(([page]) => own.has(page)) ? ['MESSENGER_NEIGHBOURS: names a page of MESSENGER_PAGES'] : []),
    ...(isPlain ? ['MESSENGER_NEIGHBOURS: production needs https'] : []),
    ...(isHome ? ['MESSENGER_NEIGHBOURS: names this bot, by its PUBLIC_URL'] : []),
  ];
}
