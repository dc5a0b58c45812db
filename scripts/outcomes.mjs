/** Honest figures from the facts of conversations. Read-only. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ticketsIn } from './outcomes-tickets.mjs';
import { command, DATA, ROOT, say, Stop } from './terminal.mjs';

const HELP = `
npm run outcomes -- [--from DAY] [--to DAY] [--country CC] [--channel NAME] [--so-far] [--as-of DAY] [--behind FIGURE | --reasons] [--json]
npm run outcomes -- --tickets FILE [--country CC]

Active users, deflection by our definition and by each vendor's, NPS with its interval, recontact, topics, what was not understood: each with
numerator, denominator and 95 % interval. Definitions: docs/measures.md. A conversation counts once it has been quiet for 30 minutes
(OUTCOME_IDLE_MINUTES); until then it is only said how many there are.

  --from, --to     days as 2026-11-01, both included, by the clock of the country; the last seven days when not given
  --country CC     only conversations of one country (GT …); its clock cuts the days
  --channel NAME   web, messenger, sunshine, bf
  --so-far         counts also conversations that may still go on, as if nothing more were said: to look at, not to report
  --as-of DAY      how it will read at the end of that day if nobody comes back until then: windows that are still running count as over
  --behind FIGURE  lists the conversations of a figure's numerator; the names stand before the figures
  --reasons        why people gave their score, in their words: masked, but other people's words all the same
  --json           all of it, for programs
  --tickets FILE   takes in tickets that were opened elsewhere, by phone, mail or in a store: who comes back there came back. One JSON object
                   a line: {"ticket":"48213","line":"50255550101","at":"2026-11-20T15:04:00Z","topic":"top-up","channel":"phone"}; for a
                   home account "contract" instead of "line". The same file again changes nothing

Redis:    REDIS_URL, or the bot's private server (.data/redis.json)
Secrets:  STATE_SECRET and OTP_PEPPER, or .data/secrets.json`;

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  country: { type: 'string' },
  channel: { type: 'string' },
  'so-far': { type: 'boolean' },
  'as-of': { type: 'string' },
  behind: { type: 'string' },
  reasons: { type: 'boolean' },
  json: { type: 'boolean' },
  tickets: { type: 'string' },
};
const DAY_MS = 86_400_000;
const READY_MS = 3_000;

const fromData = (name) => {
  const path = join(process.env.DATA_DIR ?? DATA, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
};
const needed = (value, what) => {
  if (!value) throw new Stop(what);
  return value;
};
const secret = (name) => needed(process.env[name] || fromData('secrets.json')?.[name], `No ${name}: set it, or start the bot once.`);
const built = (path) =>
  import(join(ROOT, 'dist', `${path}.js`)).catch(() => {
    throw new Stop('Not built yet: npm run build');
  });

async function main(values) {
  const [{ connectRedis }, { vault }, state, { reportOf, startOfDay }, { countryOf }] = await Promise.all(
    ['state/redis', 'state/seal', 'state/outcomes', 'domain/outcomes/index', 'domain/countries/index'].map(built),
  );
  const { from, to, country, now } = periodOf(values, countryOf, startOfDay);
  const tickets = values.tickets === undefined ? undefined : ticketsIn(values.tickets);
  const url = needed(process.env.REDIS_URL || fromData('redis.json')?.url, 'No Redis: set REDIS_URL, or start the bot.');
  const masters = secret('STATE_SECRET')
    .split(',')
    .map((each) => Buffer.from(each.trim(), 'base64url'));
  const redis = connectRedis(url);
  try {
    await redis.ready(READY_MS).catch(() => {
      throw new Stop('Redis does not answer.');
    });
    const keys = vault(masters);
    const ledger = state.outcomeLedger({ redis, vault: keys, pepper: secret('OTP_PEPPER'), clock: Date.now });
    if (tickets) return say(`${tickets.length} tickets read, ${await ledger.takeIn(tickets, country.code)} of them new.`);
    const facts = [];
    const ids = new Map();
    const take = ({ fact, sealed }) => {
      facts.push(fact);
      if (fact.kind === 'closed') ids.set(fact.session, sealed);
    };
    const open = new Set();
    for await (const kept of ledger.soFar()) {
      if (kept.fact.kind === 'closed') open.add(kept.fact.session);
      if (values['so-far']) take(kept);
    }
    for await (const kept of ledger.read()) take(kept);
    const asked = { from, to, now, timeZone: country.timeZone, country: values.country, channel: values.channel };
    const report = reportOf(facts, asked);
    if (values.reasons) return reasons(facts, asked, (why) => keys.open(why, state.WHY_ABOUT));
    if (values.behind !== undefined) return behind(report, values, (session) => keys.open(ids.get(session) ?? '', state.SEALED_ABOUT));
    if (values.json) return say(JSON.stringify({ ...report, sessions: undefined, open: open.size }, null, 2));
    show(report);
    if (open.size > 0) say(`\n${stillOpen(open.size, values['so-far'])}`);
  } finally {
    redis.close();
  }
}

function periodOf(values, countryOf, startOfDay) {
  const code = values.country ?? (process.env.OPERATOR_COUNTRY || 'GT');
  const country = countryOf(code);
  if (!country) throw new Stop(`"${code}" is no country of ours.`);
  const day = (text, otherwise) => {
    if (text === undefined) return startOfDay(otherwise, country);
    const noon = Date.parse(`${text}T18:00:00Z`);
    if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(noon) || new Date(noon).toISOString().slice(0, 10) !== text)
      throw new Stop(`"${text}" is no day like 2026-11-01.`);
    return startOfDay(noon, country);
  };
  const now = Date.now();
  const to = day(values.to, now) + DAY_MS;
  const from = day(values.from, to - 7 * DAY_MS);
  if (to <= from) throw new Stop(`--to (${values.to ?? 'today'}) is before --from (${values.from}).`);
  return { from, to, country, now: values['as-of'] === undefined ? now : day(values['as-of']) + DAY_MS };
}

const stillOpen = (count, counted) =>
  `${count} ${count === 1 ? 'conversation has' : 'conversations have'} not been quiet for long enough to be closed: ${counted ? 'counted here as if nothing more were said' : 'not counted yet; --so-far counts them too'}.`;

const scoresOf = ({ nps }) =>
  [nps.all, ...nps.parts].flatMap((each) => (each ? [{ ...each, id: each.by === 'all' ? 'nps' : `nps:${each.by}` }] : []));
const figuresOf = (report) => [...report.ours, ...report.vendors, report.notUnderstood, report.csat, ...scoresOf(report)];

function behind(report, { behind: id, json }, opened) {
  const figure = figuresOf(report).find((each) => each.id === id);
  if (!figure)
    throw new Stop(
      `No figure is called "${id}". There are: ${figuresOf(report)
        .map((each) => each.id)
        .join(', ')}`,
    );
  const open = (session) => {
    try {
      return opened(session);
    } catch {
      return '(no key opens it)';
    }
  };
  const conversations = figure.behind.map((session) => ({ session, conversation: open(session) }));
  if (json) return say(JSON.stringify(conversations, null, 2));
  for (const { conversation, session } of conversations) say(`${conversation}  ${session}`);
}

function reasons(facts, { from, to, channel, country }, opened) {
  for (const fact of facts) {
    const isMine = fact.at >= from && fact.at < to && (channel ?? fact.channel) === fact.channel && (country ?? fact.country) === fact.country;
    if (fact.kind === 'reason' && isMine) say(`${new Date(fact.at).toISOString()}  ${fact.topic.padEnd(16)}  ${opened(fact.why)}`);
  }
}

const percent = (share) => (share === undefined ? '–' : `${(100 * share).toFixed(1)} %`);
/** As on the page: `+12`, `−7`, `0`. */
const points = (score) => `${score < 0 ? '−' : '+'}${Math.abs(score).toFixed(0)}`.replace(/^.0$/, '0');

function line({ id, name, numerator, denominator, value, interval, ratio }) {
  const shown = ratio ? (value === undefined ? '–' : `${value.toFixed(1)} : 1`) : percent(value);
  const range = interval ? `  ${percent(interval[0])} to ${percent(interval[1])}` : '';
  say(`  ${id.padEnd(22)}${name.padEnd(54)}${`${numerator} ÷ ${denominator}`.padStart(14)}  ${shown.padStart(8)}${range}`);
}

function show(report) {
  const day = (at) => new Date(at).toLocaleString('sv-SE', { timeZone: report.timeZone }).slice(0, 16);
  say(
    `${day(report.from)} to ${day(report.to)}, ${report.timeZone}: ${report.conversations} conversations, ${report.engaged} engaged. 95 % intervals.`,
  );
  say('\nActive users');
  for (const { when, people, engaged } of report.days) say(`  ${when}  ${String(people).padStart(7)}  in ${engaged} conversations`);
  for (const { when, people } of report.weeks) say(`  ${when}    ${String(people).padStart(7)}  in the week, as far as the period reaches`);
  for (const { when, people } of report.months) say(`  ${when}     ${String(people).padStart(7)}  in the month, as far as the period reaches`);
  say(`  in all      ${String(report.people).padStart(7)}  people; ${report.before} in the period of the same length before it`);
  say('\nOurs');
  report.ours.forEach(line);
  say('\nAs others count the same conversations');
  report.vendors.forEach(line);
  say('\nNPS');
  scoresOf(report).forEach(nps);
  if (report.nps.all && report.nps.all.n < report.nps.fewest) say(`  Under ${report.nps.fewest} answers: they say nothing about everybody.`);
  if (!report.nps.all) say(`  no answers; ${report.nps.asked} asked`);
  say(`\nTickets that these people opened elsewhere: ${report.elsewhere}`);
  say('\nTopics');
  for (const { topic, matters, proved, confirmed, assumed, human, abandoned } of report.topics)
    say(
      `  ${topic.padEnd(22)}${String(matters).padStart(6)}  proved ${proved} · confirmed ${confirmed} · assumed ${assumed} · person or ticket ${human} · abandoned ${abandoned}`,
    );
  say('\nAnswers');
  line(report.notUnderstood);
  line(report.csat);
}

function nps({ id, score, interval, n, asked }) {
  const rate = asked ? ` of ${asked} asked` : '';
  say(`  ${id.padEnd(22)}${points(score)}  ${points(interval[0])} to ${points(interval[1])}, n = ${n}${rate}`);
}

process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 0 : 1)); // `| head` has read enough
await command(HELP, OPTIONS, main);
