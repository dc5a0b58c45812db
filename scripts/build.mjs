import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { command, ROOT, say, seconds, Stop } from './terminal.mjs';

const SRC = join(ROOT, 'src');
/** What other bots read of this one; served with what a browser loads. */
const MANIFESTS = join(ROOT, 'manifests', 'skill');
const DIST = join(ROOT, 'dist');
/** What the last build was made of: it stands beside what it describes, so that removing dist removes both. */
const NOTE = join(DIST, '.build.json');
const CONFIGS = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'tsconfig.web.json', 'scripts/build.mjs'];
/** The one file of Web Chat's package (156 MB) that a browser needs, and its licences. */
const VENDOR = ['webchat.js', 'webchat.js.LICENSE.txt'];

/** What a browser loads as it is. Pages (.html) are filled in by the server, fonts and pictures are compressed already. */
const COMPRESSED = new Set(['.js', '.css', '.svg', '.json', '.txt']);
const COMPRESSED_FROM_BYTES = 1024;
/** The highest brotli quality costs 6 s for Web Chat's 3.9 MB; this one costs 0.3 s and 11 % more bytes. */
const LARGE_FROM_BYTES = 500_000;
const QUALITY = { small: 11, large: 9 };

/**
 * Brings dist up to date with src: TypeScript compiled, everything else copied, what browsers load compressed beside itself. Does nothing,
 * quickly, when nothing changed; says something only when it worked.
 *
 * @throws Stop with the compiler's words when the types are wrong
 */
export async function build() {
  const began = performance.now();
  if (!existsSync(join(ROOT, 'node_modules'))) throw new Stop('The packages are not installed yet. Please type:\n\n  npm ci\n');
  const before = readNote();
  const inputs = fingerprint();
  const wanted = outputs();
  const complete = wanted.every(([, to]) => existsSync(join(DIST, to)));
  if (complete && before.inputs === inputs) return;
  say('Building …');
  if (!complete) forgetCompiled();
  await compile();
  copy(wanted.filter(([from]) => from !== undefined));
  const compressed = compress(before.compressed ?? {});
  prune(wanted, compressed);
  writeFileSync(NOTE, JSON.stringify({ inputs, compressed }));
  say(`Built in ${seconds(began)}.`);
}

function readNote() {
  try {
    return JSON.parse(readFileSync(NOTE, 'utf8'));
  } catch {
    return {};
  }
}

/** Files below a folder, relative to it, sorted. */
function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return files.sort();
}

const digest = (data) => createHash('sha256').update(data).digest('base64url');

function fingerprint() {
  const files = [
    ...CONFIGS.map((file) => join(ROOT, file)),
    ...[SRC, MANIFESTS].flatMap((folder) => filesOf(folder).map((file) => join(folder, file))),
  ];
  return digest(files.map((file) => `${file.slice(ROOT.length)} ${digest(readFileSync(file))}`).join('\n'));
}

/** What dist must hold: [where a copy comes from (undefined: the compiler makes it), where it stands in dist]. */
function outputs() {
  const made = filesOf(SRC).flatMap((file) => {
    if (file.endsWith('.d.ts')) return [];
    if (!file.endsWith('.ts')) return [[join(SRC, file), file]];
    const script = file.replace(/\.ts$/, '.js');
    return file.startsWith('web/')
      ? [[undefined, script]]
      : [
          [undefined, script],
          [undefined, `${script}.map`],
        ];
  });
  const vendor = VENDOR.map((file) => [join(ROOT, 'node_modules/botframework-webchat/dist', file), `web/vendor/${file}`]);
  const manifests = filesOf(MANIFESTS).map((file) => [join(MANIFESTS, file), `web/manifests/${file}`]);
  return [...made, ...vendor, ...manifests];
}

/** The compiler remembers what it wrote, and would not write again what was removed since. */
function forgetCompiled() {
  for (const file of ['.tsbuildinfo', '.tsbuildinfo-web']) rmSync(join(DIST, file), { force: true });
}

async function compile() {
  const projects = ['tsconfig.build.json', ...(filesOf(join(SRC, 'web')).some((file) => file.endsWith('.ts')) ? ['tsconfig.web.json'] : [])];
  const failures = (await Promise.all(projects.map(tsc))).filter(Boolean);
  if (failures.length) throw new Stop(`TypeScript found mistakes:\n\n${failures.join('\n')}`);
}

/** The compiler's complaints, or undefined. */
const tsc = (project) =>
  new Promise((resolve) => {
    const args = [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', project, '--pretty', 'false'];
    execFile(process.execPath, args, { cwd: ROOT, maxBuffer: 64 << 20 }, (error, stdout, stderr) =>
      resolve(error ? `${stdout}${stderr}`.trim() : undefined),
    );
  });

function copy(files) {
  for (const [from, to] of files) {
    const target = join(DIST, to);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(from, target);
  }
}

/**
 * Writes `.br` and `.gz` beside what browsers load.
 * @param before content of each file, as a digest, when it was last compressed
 * @returns the same for now
 */
function compress(before) {
  const worth = (file) => COMPRESSED.has(extname(file)) && statSync(join(DIST, 'web', file)).size > COMPRESSED_FROM_BYTES;
  return Object.fromEntries(
    filesOf(join(DIST, 'web'))
      .filter(worth)
      .map((file) => [file, compressOne(join(DIST, 'web', file), before[file])]),
  );
}

function compressOne(file, before) {
  const data = readFileSync(file);
  const now = digest(data);
  if (now === before && existsSync(`${file}.br`) && existsSync(`${file}.gz`)) return now;
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const quality = data.length < LARGE_FROM_BYTES ? QUALITY.small : QUALITY.large;
  writeFileSync(`${file}.br`, brotliCompressSync(data, { params: { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: data.length } }));
  writeFileSync(`${file}.gz`, gzipSync(data, { level: 9 }));
  return now;
}

/** What no source stands behind any more would still be loaded, or served. */
function prune(wanted, compressed) {
  const kept = new Set(wanted.map(([, to]) => to));
  for (const file of Object.keys(compressed)) for (const ending of ['br', 'gz']) kept.add(`web/${file}.${ending}`);
  for (const file of filesOf(DIST)) if (!kept.has(file) && !file.startsWith('.')) rmSync(join(DIST, file));
  const folders = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
  const deepestFirst = folders.map((entry) => join(entry.parentPath, entry.name)).sort((a, b) => b.length - a.length);
  for (const folder of deepestFirst) if (!readdirSync(folder).length) rmdirSync(folder);
}

const HELP = `
node scripts/build.mjs

Brings dist up to date with src. Does nothing when nothing changed.`;

if (import.meta.filename === process.argv[1]) await command(HELP, {}, build);
