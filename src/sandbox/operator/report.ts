import { randomUUID } from 'node:crypto';
import type { Sms } from './sms';

const DEADLINE_MS = 5_000;
/** Tries in all, as `http-request-retry = 3` means. */
const TRIES = 4;

type ReportType = 1 | 2 | 8;

/**
 * Calls the `dlr-url` of a message the way the gateway does: GET, escapes filled in, tried again when nobody takes it.
 *
 * @param now epoch ms for `%T`
 * @param pause between two tries, ms
 */
export function reporter(now: () => number, pause: number): (sms: Sms, type: ReportType) => Promise<void> {
  return async (sms, type) => {
    const { report } = sms;
    if (report === undefined || (report.mask & type) === 0) return;
    const url = fill(report.url, sms, type, now());
    for (let tries = 1; !(await taken(url)) && tries < TRIES; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, pause).unref());
    }
  };
}

async function taken(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      headers: { 'user-agent': 'Kannel/1.4.5' },
      redirect: 'manual',
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    await answer.body?.cancel();
    return answer.status < 500;
  } catch {
    return false;
  }
}

/** What the SMS centre says with each type. */
const ANSWERS: Readonly<Record<ReportType, string>> = { 1: 'stat:DELIVRD err:000', 2: 'stat:UNDELIV err:001', 8: 'ACK/' };

/** `%I` is a new id at every call and `%F` is empty on type 8: only the caller's own id in the URL tells messages apart. */
function fill(url: string, sms: Sms, type: ReportType, now: number): string {
  const values: Readonly<Record<string, string>> = {
    d: String(type),
    p: sms.to,
    P: sms.from,
    T: String(Math.floor(now / 1000)),
    A: ANSWERS[type],
    F: type === 8 ? '' : sms.id.slice(0, 8),
    I: randomUUID(),
    i: 'SANDBOX',
  };
  return url.replace(/%([dpPTAFIi])/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}
