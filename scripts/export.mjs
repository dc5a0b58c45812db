/** All that is kept about one person, opened, as JSON: what the law lets them ask for. */
import { writeFileSync } from 'node:fs';
import { open, readArguments, WHERE } from './personal.mjs';

const HELP = `Usage: npm run export -- <identity> [--out FILE]

All that Redis keeps about one person, opened, as JSON. It is personal data: mind where you print it. With --out it goes into a new file that only you can read.

${WHERE}`;

const { identity, out } = readArguments(HELP, { values: ['--out'] });
const { who, people, close } = await open(identity);
try {
  const found = await people.find(who);
  const text = `${JSON.stringify({ identity: who, made: new Date().toISOString(), found }, null, 2)}\n`;
  if (out === undefined) process.stdout.write(text);
  else {
    writeFileSync(out, text, { mode: 0o600, flag: 'wx' });
    console.error(`${found.length} entries in ${out}`);
  }
} catch (error) {
  console.error(error.code === 'EEXIST' ? `${out} is there already.` : String(error));
  process.exitCode = 1;
} finally {
  close();
}
