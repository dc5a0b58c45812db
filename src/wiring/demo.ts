import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Demo } from '../http/pages';

const Persona = z.object({
  story: z.object({ es: z.string(), en: z.string() }),
  lines: z.array(z.object({ number: z.string() })),
  contracts: z.array(z.string()).default([]),
  document: z.string().optional(),
});
type Persona = z.infer<typeof Persona>;
const Personas = z.object({ personas: z.array(Persona) });
/** The sandbox may be starting at this very moment. */
const PATIENCE_MS = 10_000;
const PAUSE_MS = 100;

/** The people of the sandbox, for the chat page of a demo. Browsers reach it at `shown`, we ask it at `asked`, as its other clients do. A sandbox that does not answer gives a page without them. */
export async function demoOf(sandbox: { readonly shown: string; readonly asked: string }, country: string): Promise<Demo> {
  const ask = async () =>
    Personas.parse(await (await fetch(`${sandbox.asked}/sandbox/personas?country=${country}`, { signal: AbortSignal.timeout(PATIENCE_MS) })).json())
      .personas;
  const personas = await insist(ask, Date.now() + PATIENCE_MS).catch(() => []);
  return { sandboxUrl: sandbox.shown, personas: personas.flatMap((persona) => shown(persona)) };
}

/** One contract is enough to try; the document is the holder's, and goes with it. */
function shown({ story, lines: [line], contracts: [contract], document }: Persona): Demo['personas'] {
  const [kind = '', ...digits] = document?.split(' ') ?? [];
  const proofs = [
    ...(contract === undefined ? [] : [{ value: contract, name: { es: 'contrato', en: 'contract' } }]),
    ...(digits.length === 0 ? [] : [{ value: digits.join(' '), name: { es: kind, en: kind } }]),
  ];
  return line ? [{ number: line.number, story, proofs }] : [];
}

async function insist<T>(ask: () => Promise<T>, until: number): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (Date.now() > until) throw error;
    await sleep(PAUSE_MS);
    return insist(ask, until);
  }
}
