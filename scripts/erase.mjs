/** Forgets one person, while the bot runs: what the law lets them ask for. */
import { createInterface } from 'node:readline/promises';
import { open, readArguments, WHERE } from './personal.mjs';

const HELP = `Usage: npm run erase -- <identity> [--dry-run | --yes]

Forgets all that Redis keeps about one person: conversations in which the line or contract was proved (history, state, waiting mail, effects, files,
reminders), codes under way, last-known answers, settled orders, mandates, cases and outcomes. Not forgotten: an order whose money is still under way,
counters of codes and tries against abuse until they expire (docs/privacy.md), and what is elsewhere: tickets, and automatic payments, which the
operator goes on charging until they are turned off there. Safe to repeat, and while the bot runs; whoever is in that chat starts anew.
Asks first; --yes does not ask, --dry-run only counts.

${WHERE}`;

const { identity, yes = false, 'dry-run': isDry = false } = readArguments(HELP, { flags: ['--yes', '--dry-run'] });
const { who, people, close } = await open(identity);

function tell(title, counts) {
  const rows = Object.entries(counts).filter(([, count]) => count > 0);
  console.log(rows.length ? title : 'Nothing is kept.');
  for (const [kind, count] of rows) console.log(`  ${String(count).padStart(5)}  ${kind}`);
}

async function agreed() {
  if (yes) return true;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise((resolve) => lines.once('close', () => resolve('')));
  const answer = await Promise.race([lines.question('Forget all of it? It cannot be undone. Type yes: '), ended]);
  lines.close();
  return answer.trim().toLowerCase() === 'yes';
}

try {
  const found = await people.find(who);
  const counts = {};
  for (const { kind } of found) counts[kind] = (counts[kind] ?? 0) + 1;
  if (isDry || !yes) tell(`Kept (conversations: ${who.conversations.length}):`, counts);
  if (isDry) process.exitCode = 0;
  else if (await agreed()) tell('Erased:', await people.erase(who));
  else {
    console.error('Nothing was erased.');
    process.exitCode = 1;
  }
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
} finally {
  close();
}
