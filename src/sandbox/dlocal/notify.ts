import type { Faults } from '../control/faults';
import type { Core } from '../operator/customers';
import type { CardPayment } from './clearing';
import { shown } from './payments';
import { signed, type DlocalAccess } from './signature';

const TIMEOUT_MS = 2_000;
/** Between two tries, ms of real time, by how many there were; then it gives up. */
const PAUSES_MS = [0, 500, 2_000, 5_000, 15_000, 60_000];

/** Tells merchants what became of payments, signed, until they say 2xx or it was tried often enough. A fault on `gateway-notes` loses them. */
export function notifier(core: Core, access: DlocalAccess, faults: Faults): { readonly tell: () => void } {
  const tried = new Map<string, { times: number; next: number }>();
  const arrived = (key: string): void => {
    const now = core.deeds.get('card-payment', key);
    if (now) core.deeds.put({ ...now, untold: false });
  };
  const post = async (payment: CardPayment): Promise<boolean> => {
    const body = JSON.stringify(shown(payment));
    const request = { method: 'POST', headers: signed(access, body), body, signal: AbortSignal.timeout(TIMEOUT_MS) };
    const answer = await fetch(payment.notify ?? '', request).catch(() => undefined);
    return answer?.ok === true;
  };
  return {
    tell: () => {
      for (const payment of core.deeds.all('card-payment')) {
        if (payment.untold !== true) continue;
        const { times, next } = tried.get(payment.key) ?? { times: 0, next: 0 };
        if (next > Date.now() || times >= PAUSES_MS.length) continue;
        tried.set(payment.key, { times: times + 1, next: Date.now() + (PAUSES_MS[times + 1] ?? 0) + TIMEOUT_MS });
        if (faults.take('gateway-notes', []) !== undefined) continue;
        void post(payment).then((isTaken) => {
          if (isTaken) arrived(payment.key);
          else tried.set(payment.key, { times: times + 1, next: Date.now() + (PAUSES_MS[times + 1] ?? 0) });
        });
      }
    },
  };
}
