import { createHash } from 'node:crypto';
import { z } from 'zod';
import { exchange, failed, jsonOf, type Fetch } from '../http/exchange';
import { guard, type Reach } from '../http/guard';
import type { ShortLinks } from './port';

interface YourlsParts extends Reach {
  /** Of `yourls-api.php`. */
  readonly url: string;
  readonly signature: string;
  readonly fetch?: Fetch;
}

/** One that is stored already is answered with 400 and the same short address. */
const Short = z.object({ shorturl: z.url({ protocol: /^https?$/ }), url: z.object({ url: z.string() }) });

/** YOURLS, signed for a moment: the signature itself is never sent. */
export function yourls({ url, signature, fetch, ...reach }: YourlsParts): ShortLinks {
  const guarded = guard(reach);
  return {
    shorten: (long, keyword) =>
      guarded('shorten', async (signal) => {
        const timestamp = String(Math.floor(reach.clock() / 1_000));
        const proof = createHash('sha256').update(timestamp + signature).digest('hex'); // prettier-ignore
        const asked = { action: 'shorturl', format: 'json', url: long, keyword, timestamp, signature: proof, hash: 'sha256' };
        const request = { method: 'POST', url: new URL(url), headers: { 'content-type': 'application/x-www-form-urlencoded' } } as const;
        const { body } = await exchange(reach.backend, { ...request, body: new URLSearchParams(asked).toString() }, signal, fetch);
        const answer = Short.safeParse(jsonOf(body));
        // Whose it is by now must be ours: somebody's else would lead customers elsewhere.
        if (!answer.success || answer.data.url.url !== long) throw failed(reach.backend, 'contract', 'no short address of ours');
        return answer.data.shorturl;
      }),
  };
}
