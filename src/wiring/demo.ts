import { z } from 'zod';
import type { Demo } from '../http/pages';

const Persona = z.object({ story: z.object({ es: z.string(), en: z.string() }), lines: z.array(z.object({ number: z.string() })) });
const Personas = z.object({ personas: z.array(Persona) });
const WAIT_MS = 3_000;

/** The people of the sandbox, for the chat page of a demo. A sandbox that does not answer gives a page without them. */
export async function demoOf(sandboxUrl: string, country: string): Promise<Demo> {
  const personas = await fetch(`${sandboxUrl}/sandbox/personas?country=${country}`, { signal: AbortSignal.timeout(WAIT_MS) })
    .then(async (answer) => Personas.parse(await answer.json()).personas)
    .catch(() => []);
  return { sandboxUrl, personas: personas.flatMap(({ story, lines: [line] }) => (line ? [{ number: line.number, story }] : [])) };
}
