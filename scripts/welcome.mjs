import { withoutPassword } from './redis.mjs';

/** What a first start says: where to look, whom to play, how to stop. */
export async function welcome({ bot, sandbox }, redis) {
  const people = await personas(sandbox);
  return [
    '',
    `  Chat      ${bot}`,
    `  Sandbox   ${sandbox}   phones with their SMS, books, faults`,
    `  Figures   ${bot}/insights   what came of the conversations`,
    `  Redis     ${redis.own ? 'private, in .data/redis' : withoutPassword(redis.url)}`,
    '',
    ...(people.length ? ['  Write as one of these; the code arrives on the sandbox page:', ''] : []),
    ...people,
    '',
    '  Ctrl-C stops everything; the next start goes on from here. `npm run reset` forgets it. Logs: .data/log',
    '',
  ].join('\n');
}

/** The operator's demo customers, one line each; none when the sandbox tells of none. */
async function personas(sandbox) {
  const country = (process.env.OPERATOR_COUNTRY || 'GT').toUpperCase();
  const answer = await fetch(`${sandbox}/sandbox/personas?country=${country}`).catch(() => undefined);
  const body = answer?.ok ? await answer.json() : [];
  const list = Array.isArray(body) ? body : (body.personas ?? []);
  return list.flatMap(lineOf);
}

/** A story begins with its person's name. */
function lineOf({ story, lines = [] }) {
  const number = lines[0]?.number;
  if (!number || !story) return [];
  return [`  ${number.padEnd(12)} ${story.en}`];
}
