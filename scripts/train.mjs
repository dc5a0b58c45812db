import { createRequire } from 'node:module';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from './build.mjs';
import { command, ROOT, say, seconds, Stop } from './terminal.mjs';

const MODEL = join(ROOT, 'src/understanding/model/routing.bin');

const HELP = `
npm run train [-- --check | --validate]

Trains the recogniser on every utterances.es.txt and utterances.en.txt, and writes src/understanding/model/routing.bin.
The same utterances give the same bytes. How good it is says: npm run eval -- --file F

  --check     writes nothing, and fails when the model is not the one that the utterances make
  --validate  writes nothing, and prints what models of four fifths make of the fifth: whole runs of lines left out, and single lines`;

async function main({ check, validate }) {
  await build();
  if (validate) return crossValidate();
  const { corpus, encoded, train } = createRequire(import.meta.url)(join(ROOT, 'dist/understanding/training'));
  const began = performance.now();
  const utterances = corpus(join(ROOT, 'src'));
  const model = train(utterances);
  const bytes = encoded(model);
  if (check) return compare(bytes);
  mkdirSync(dirname(MODEL), { recursive: true });
  writeFileSync(MODEL, bytes);
  const { sure, asked, foreign } = model.thresholds;
  say(`Trained in ${seconds(began)} on ${utterances.length} utterances of ${model.labels.length} labels: ${(bytes.length / 1e6).toFixed(2)} MB.`);
  say(`Sure from ${sure}; asked about from ${asked}; out of scope from ${foreign}; temperature ${model.temperature}.`);
}

function crossValidate() {
  const { corpus } = createRequire(import.meta.url)(join(ROOT, 'dist/understanding/training'));
  const { across, report } = createRequire(import.meta.url)(join(ROOT, 'dist/understanding/evaluation'));
  const utterances = corpus(join(ROOT, 'src'));
  for (const leftOut of ['runs', 'lines']) say(`${utterances.length} utterances, ${leftOut} left out:\n${report(across(utterances, leftOut), [])}`);
}

function compare(bytes) {
  if (!existsSync(MODEL) || !bytes.equals(readFileSync(MODEL)))
    throw new Stop('The model of the recogniser is not what the utterances make: npm run train');
}

await command(HELP, { check: { type: 'boolean' }, validate: { type: 'boolean' } }, main);
