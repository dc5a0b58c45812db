import { z } from 'zod';
import type { Caller } from '../http/caller';
import { instant } from '../tmf';
import type { SimSwap } from './port';

const Answer = z.object({ latestSimChange: instant.nullable() });

/** CAMARA SIM Swap 2.1. A line that it does not know has no answer: that is a failure, never "not changed". */
export function simSwapClient(caller: Caller): SimSwap {
  return {
    async changedAt(msisdn) {
      const body = { phoneNumber: `+${msisdn}` };
      const { latestSimChange } = await caller.post({ operation: 'sim-swap', path: '/camara/sim-swap/v2/retrieve-date', body, schema: Answer });
      return latestSimChange ?? undefined;
    },
  };
}
