import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { command, ROOT, say, Stop } from './terminal.mjs';

const HELP = `
npm run eval -- --file F [--json]

Measures the recogniser, as the bot uses it, on texts with their labels.

  --file F       JSONL of {"text", "label", "lang"}; labels are skill ids, or those of other people's files (the table is
                 src/understanding/evaluation/labels.ts); may be given more than once. Labels that nobody knows are left out, and counted.
  --kind routing what is measured: where a text is routed to (the only kind so far)
  --json         one line of JSON`;

const OPTIONS = { file: { type: 'string', multiple: true }, kind: { type: 'string', default: 'routing' }, json: { type: 'boolean' } };
const PERCENTILE = 0.95;

async function main({ file: files = [], kind, json }) {
  if (kind !== 'routing') throw new Stop(`There is nothing to measure "${kind}" yet; --kind routing is.`);
  if (files.length === 0) throw new Stop(`Which file?\n\n${HELP.trim()}`);
  await building(json);
  const { createRecogniser, figures, heard, meaning, report, Text } = createRequire(import.meta.url)(join(ROOT, 'dist/understanding/evaluation'));
  const began = performance.now();
  const recogniser = createRecogniser();
  const loadMs = performance.now() - began;
  const texts = files.flatMap((name) => read(name, Text));
  const means = meaning(new Set(texts.map(({ label }) => label)), labelsOf(recogniser));
  const outcomes = heard(texts, recogniser, means);
  const measured = {
    texts: outcomes.length,
    leftOut: leftOut(texts, means),
    ...figures(texts, recogniser, means),
    speed: speed(texts, recogniser, loadMs),
  };
  say(json ? JSON.stringify(measured) : told(files, measured, report(measured, outcomes)));
}

/** With --json nothing else may be printed. */
async function building(json) {
  const { write } = process.stdout;
  if (json) process.stdout.write = () => true;
  try {
    await build();
  } finally {
    process.stdout.write = write;
  }
}

function read(name, Text) {
  let lines;
  try {
    lines = readFileSync(name, 'utf8').split('\n');
  } catch {
    throw new Stop(`${name} cannot be read.`);
  }
  return lines.flatMap((line, at) => (line.trim() ? [parsed(line, Text, `${name}:${at + 1}`)] : []));
}

function parsed(line, Text, where) {
  try {
    return Text.parse(JSON.parse(line));
  } catch {
    throw new Stop(`${where} is not {"text", "label", "lang"}.`);
  }
}

const labelsOf = (recogniser) => recogniser.rank('x', 'es').map(({ skill }) => skill);

function leftOut(texts, { accepted }) {
  const unknown = texts.filter(({ label }) => !accepted(label));
  return Object.fromEntries(
    [...new Set(unknown.map(({ label }) => label))].map((label) => [label, unknown.filter((text) => text.label === label).length]),
  );
}

function speed(texts, recogniser, loadMs) {
  const times = texts.map(({ text, lang }) => {
    const began = performance.now();
    recogniser.rank(text, lang);
    return performance.now() - began;
  });
  times.sort((a, b) => a - b);
  return { loadMs: Number(loadMs.toFixed(1)), p95Ms: Number((times[Math.floor(PERCENTILE * times.length)] ?? 0).toFixed(3)) };
}

function told(files, { texts, leftOut: unknown, speed: { loadMs, p95Ms } }, figures) {
  const out = Object.entries(unknown).map(([label, count]) => `${count} ${label}`);
  return [
    `${files.join(', ')}: ${texts} texts${out.length ? `; left out: ${out.join(', ')}` : ''}. Loaded in ${loadMs} ms; 95 of 100 texts within ${p95Ms} ms.`,
    '',
    figures,
  ].join('\n');
}

await command(HELP, OPTIONS, main);
