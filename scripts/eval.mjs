import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { command, ROOT, say, Stop } from './terminal.mjs';

const HELP = `
npm run eval -- --file F [--json]
npm run eval -- --kind few-shot --file F [--json]
npm run eval -- --kind articles [--articles A] [--queries Q] [--json]

Measures the recogniser, as the bot uses it, on texts with their labels; or the search for articles, on questions with the article that answers them.

  --file F       JSONL of {"text", "label", "lang"}; labels are skill ids, or those of other people's files (the table is
                 src/understanding/evaluation/labels.ts); may be given more than once. Labels that nobody knows are left out, and counted.
  --kind routing what is measured: where a text is routed to; articles: which article is found; or few-shot: what the same way of
                 learning makes of a file's own few examples, {"text", "label" or "article", "split": "train" or "test", "lang"}; a file
                 whose first line has a split is few-shot without being asked
  --articles A   articles: JSONL or a JSON list of {"id", "title", "body", "label_names", "lang"} (what a help center exports; "phrasings", "text" and
                 "answer" are understood too); default: those that the sandbox is seeded with
  --queries Q    articles: JSONL of {"text", "article", "lang"}; default: test/understanding/articles.jsonl
  --json         one line of JSON`;

const OPTIONS = {
  file: { type: 'string', multiple: true },
  kind: { type: 'string' },
  json: { type: 'boolean' },
  articles: { type: 'string' },
  queries: { type: 'string' },
};
const PERCENTILE = 0.95;

async function main({ file: files = [], kind: asked, json, articles, queries }) {
  const kind = asked ?? (files.length > 0 && hasSplit(files[0]) ? 'few-shot' : 'routing');
  if (kind === 'articles') return measureArticles(articles, queries ?? join(ROOT, 'test/understanding/articles.jsonl'), json);
  if (!['routing', 'few-shot'].includes(kind)) throw new Stop(`There is no --kind ${kind}; there are routing, few-shot and articles.`);
  if (files.length === 0) throw new Stop(`Which file?\n\n${HELP.trim()}`);
  await building(json);
  if (kind === 'few-shot') return measureFewShot(files, json);
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

function measureFewShot(files, json) {
  const { committedModel, Example, fewShot } = createRequire(import.meta.url)(join(ROOT, 'dist/understanding/evaluation'));
  const form = '{"text", "label" or "article", "split": "train" or "test", "lang"}';
  const measured = fewShot(
    files.flatMap((name) => read(name, Example, form)),
    committedModel().words,
  );
  const percent = (share) => (share === null ? '–' : `${(100 * share).toFixed(1)} %`);
  const told = [
    `${files.join(', ')}: ${measured.taught} texts taught, ${measured.texts} tested, ${measured.labels} labels`,
    `accuracy                    ${percent(measured.accuracy)}`,
    `among the top three         ${percent(measured.top3)}`,
  ];
  say(json ? JSON.stringify(measured) : told.join('\n'));
}

/** Whether a file says which of its texts may be learnt. */
function hasSplit(name) {
  const [[first] = []] = rowsOf(name);
  return first?.split !== undefined;
}

async function measureArticles(articlesFile, queriesFile, json) {
  await building(json);
  const require = createRequire(import.meta.url);
  const { articleFigures, articlesIn, asked, Query } = require(join(ROOT, 'dist/understanding/articles/evaluate'));
  const as = (schema, what) => (row, where) => {
    try {
      return schema(row);
    } catch {
      throw new Stop(`${where} is no ${what}.`);
    }
  };
  const rows = articlesFile ? rowsOf(articlesFile) : seeded(require).map((row) => [row, 'the seeds']);
  const answers = asked(
    rows.flatMap(([row, where]) => as(articlesIn, 'article')(row, where)),
    rowsOf(queriesFile).map(([row, where]) => as((each) => Query.parse(each), 'query')(row, where)),
  );
  const measured = articleFigures(answers);
  say(json ? JSON.stringify(measured) : toldArticles(measured, answers));
}

/** The sandbox's published articles, as customers of its first country see them; ids are the codes of the seeds. */
function seeded(require) {
  const { ARTICLES } = require(join(ROOT, 'dist/sandbox/seed/articles'));
  const published = ARTICLES.filter(
    ({ flags, countries }) => !flags.has('draft') && !flags.has('archived') && (!countries.length || countries.includes('gt')),
  );
  return published.flatMap(({ code, texts }) =>
    Object.entries(texts).map(([lang, { title, body, phrasings }]) => ({ id: code, title, body, label_names: phrasings, lang })),
  );
}

/** Rows of JSONL, or of one JSON list (also inside {"articles": […]} or {"queries": […]}), each with where it stands. */
function rowsOf(name) {
  let text;
  try {
    text = readFileSync(name, 'utf8').trim();
  } catch {
    throw new Stop(`${name} cannot be read.`);
  }
  try {
    const whole = JSON.parse(text);
    const list = Array.isArray(whole) ? whole : (whole.articles ?? whole.queries ?? whole.results ?? [whole]);
    return list.map((row, at) => [row, `${name}, number ${at + 1},`]);
  } catch {
    return text.split('\n').flatMap((line, at) => (line.trim() ? [[jsonOf(line, `${name}:${at + 1}`), `${name}:${at + 1}`]] : []));
  }
}

function jsonOf(line, where) {
  try {
    return JSON.parse(line);
  } catch {
    throw new Stop(`${where} is not JSON.`);
  }
}

const WORST = 20;

function toldArticles({ queries, recall1, recall3, mrr10, lost }, answers) {
  const percent = (share) => (share === null ? '–' : `${(100 * share).toFixed(1)} %`);
  const wrong = answers.filter(({ right, found }) => right.length && !right.includes(found[0]));
  return [
    `${queries} questions`,
    `the first is right          ${percent(recall1)}`,
    `among the first three       ${percent(recall3)}`,
    `MRR at 10                   ${mrr10 === null ? '–' : mrr10.toFixed(3)}`,
    `told that nothing fits      ${percent(lost)}`,
    '',
    ...wrong.slice(0, WORST).map(({ text, right, found }) => `  ${right.join(', ')} → ${found.slice(0, 3).join(', ')}: ${text}`),
  ].join('\n');
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

function read(name, Text, form = '{"text", "label", "lang"}') {
  let lines;
  try {
    lines = readFileSync(name, 'utf8').split('\n');
  } catch {
    throw new Stop(`${name} cannot be read.`);
  }
  return lines.flatMap((line, at) => (line.trim() ? [parsed(line, Text, `${name}:${at + 1}`, form)] : []));
}

function parsed(line, Text, where, form) {
  try {
    return Text.parse(JSON.parse(line));
  } catch {
    throw new Stop(`${where} is not ${form}.`);
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
