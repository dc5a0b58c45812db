import type { Server } from 'restify';
import type { Config } from '../config';
import { countryOf } from '../domain/countries';
import { PERIODS, periodOf, reportOf, type Figure, type Period, type Report } from '../domain/outcomes';
import { refuse } from '../http/errors';
import { insightsRoutes, type Wanted } from '../http/insights';
import type { PagesOptions } from '../http/pages';
import { recentFacts } from '../state/outcomes-recent';
import type { Store } from '../state/redis-mailbox';
import type { Parts } from './parts';

const DAY_MS = 24 * 3_600_000;
/** The longest period, as long again before it to compare with, and a week for who came back. */
const HELD_MS = 190 * DAY_MS;
/** Counting holds up chats: a report is counted anew when there are new facts, and at most for this part of the time. */
const BUSY = 0.02;
/** Without new facts it is counted anew all the same, ms: windows end by themselves. */
const STALE_MS = 10 * 60_000;
/** Reports of other periods and channels that are kept. */
const MOST_REPORTS = 12;
/** Conversations that are listed behind a number. */
const MOST_BEHIND = 200;
const DEFAULT: Period = '30';

interface Counted {
  readonly report: Report;
  readonly version: string;
  /** When it was counted, and how long that took, ms. */
  readonly at: number;
  readonly took: number;
}

/** The insights page and what it loads; nothing in production without a token. */
export function insights(
  config: Config,
  { store, clock, server }: Pick<Parts, 'clock'> & { readonly store: Store; readonly server: Server },
): NonNullable<PagesOptions['asked']> {
  const report = reports(config, store, clock);
  return insightsRoutes(server, {
    ...{ token: config.INSIGHTS_TOKEN, production: config.production, proxies: config.TRUSTED_PROXIES, clock },
    figures: async (wanted) => told(await report(wanted)),
    behind: async (wanted) => behind(await report(wanted), wanted.figure),
  });
}

/** Reports, each kept until there is more to tell. */
function reports(config: Config, store: Store, clock: () => number): (wanted: Wanted) => Promise<Report> {
  const recent = recentFacts(store, { lifeMs: HELD_MS, clock });
  const place = countryOf(config.OPERATOR_COUNTRY);
  const kept = new Map<string, Counted>();
  return async ({ period: name = DEFAULT, channel }) => {
    const period = PERIODS.find((each) => each === name);
    if (period === undefined) throw refuse(400, 'BadArgument', `The period is one of: ${PERIODS.join(', ')}.`);
    const now = clock();
    const key = `${period} ${channel ?? ''} ${periodOf(period, now, place).from}`;
    const { facts, version } = await recent.read();
    const known = kept.get(key);
    const age = known === undefined ? Infinity : now - known.at;
    if (known && (known.version === version ? age < STALE_MS : age * BUSY < known.took)) return known.report;
    const begun = performance.now();
    const report = reportOf(facts, { ...periodOf(period, now, place), now, timeZone: place.timeZone, channel });
    const counted: Counted = { report, version, at: now, took: performance.now() - begun };
    kept.delete(key);
    kept.set(key, counted);
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_REPORTS) break;
      kept.delete(oldest);
    }
    return report;
  };
}

const short = ({ behind: sessions, ...figure }: Figure): object => ({ ...figure, behind: sessions.length });

/** What the page draws: how many conversations are behind a figure, and not which. */
function told({ sessions: _, ours, vendors, csat, notUnderstood, nps, ...report }: Report): object {
  const score = <T extends { behind: readonly string[] }>({ behind: __, ...rest }: T): object => rest;
  const scores = { ...nps, all: nps.all && score(nps.all), parts: nps.parts.map(score) };
  return { ...report, nps: scores, ours: ours.map(short), vendors: vendors.map(short), csat: short(csat), notUnderstood: short(notUnderstood) };
}

/** The conversations behind a figure, the latest first: by their digests, which name nobody. */
function behind({ ours, vendors, csat, notUnderstood, sessions }: Report, id: string | undefined): object {
  const figures = [...ours, ...vendors, csat, notUnderstood];
  const figure = figures.find((each) => each.id === id);
  if (!figure) throw refuse(400, 'BadArgument', `The figure is one of: ${figures.map((each) => each.id).join(', ')}.`);
  const ids = new Set(figure.behind);
  const found = sessions.filter((session) => ids.has(session.id)).sort((one, other) => other.at - one.at);
  const listed = found.slice(0, MOST_BEHIND).map(({ id: session, channel, began, at, outcome, matters }) => {
    return { session, channel, began, at, outcome, matters: matters.map(({ topic, outcome: how }) => ({ topic, outcome: how })) };
  });
  return { ...short(figure), listed };
}
