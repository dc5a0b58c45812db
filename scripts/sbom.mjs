/** The inventory of what a deployment is made of, as CycloneDX 1.5: what an operator's scanner reads. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { command, ROOT, say, Stop } from './terminal.mjs';

/** A build dependency of which one file is served to browsers, so it belongs to what is deployed. */
const SERVED = 'botframework-webchat';

const HELP = `
npm run sbom [-- --out FILE]

Writes the inventory of what a deployment is made of (CycloneDX 1.5, made by npm from package-lock.json, without asking anybody) to FILE, sbom.cdx.json unless said.
It is compared with package-lock.json, package by package, before it is written.`;

async function main({ out = join(ROOT, 'sbom.cdx.json') }) {
  const { manifest, lock } = production();
  const bom = made(manifest, lock);
  const served = read('package-lock.json').packages[`node_modules/${SERVED}`];
  const all = { ...lock.packages, [`node_modules/${SERVED}`]: served };
  bom.metadata.component = { ...bom.metadata.component, type: 'application', name: manifest.name };
  bom.components.push(servedFile(served));
  const wrong = differences(bom, all);
  if (wrong.length) throw new Stop(`The inventory is not that of package-lock.json:\n\n${wrong.join('\n')}`);
  writeFileSync(resolve(out), `${JSON.stringify(bom, null, 2)}\n`);
  say(`${bom.components.length} packages in ${out}`);
  for (const [licence, count] of licences(bom)) say(`${String(count).padStart(5)}  ${licence}`);
}

const read = (file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

/** Without what only builds and tests need. `npm sbom --omit dev` will not do: it leaves out whatever a build dependency needs too, zod and ws among them. */
function production() {
  const manifest = read('package.json');
  const lock = read('package-lock.json');
  lock.packages = Object.fromEntries(Object.entries(lock.packages).filter(([, { dev }]) => !dev));
  delete manifest.devDependencies;
  delete lock.packages[''].devDependencies;
  return { manifest, lock };
}

function made(manifest, lock) {
  const folder = mkdtempSync(join(tmpdir(), 'sbom-'));
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
    const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--prefix', folder];
    const { status, stdout, stderr, error } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 << 20 });
    if (status !== 0) throw new Stop(`npm could not make it: ${error?.message ?? stderr.trim()}`);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function servedFile({ version, license, integrity }) {
  return {
    'bom-ref': `${SERVED}@${version}`,
    type: 'library',
    name: SERVED,
    version,
    scope: 'required',
    description: 'Only dist/webchat.js of it, which is served to browsers. What that file contains is listed in webchat.js.LICENSE.txt beside it.',
    purl: `pkg:npm/${SERVED}@${version}`,
    hashes: [{ alg: 'SHA-512', content: hexOf(integrity) }],
    licenses: [{ license: { id: license } }],
  };
}

const hexOf = (integrity = '') => Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');

/** One line for each package that the inventory lacks, names twice, has with another digest, or makes up. */
function differences({ components }, packages) {
  const line = (name, version, hash) => `${name}@${version} sha512 ${hash}`;
  const locked = Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { name, version, integrity }]) => line(name ?? path.split('node_modules/').at(-1), version, hexOf(integrity)));
  const listed = components.map(({ name, version, hashes = [] }) => line(name, version, hashes.find(({ alg }) => alg === 'SHA-512')?.content));
  return [
    ...[...new Set(locked)].filter((each) => !listed.includes(each)).map((each) => `missing: ${each}`),
    ...listed.filter((each, index) => !locked.includes(each) || listed.indexOf(each) !== index).map((each) => `too much: ${each}`),
  ];
}

function licences({ components }) {
  const counted = new Map();
  for (const { name, licenses = [] } of components) {
    const said = licenses.map(({ license, expression }) => expression ?? license.id ?? license.name).join(', ') || `none said: ${name}`;
    counted.set(said, (counted.get(said) ?? 0) + 1);
  }
  return [...counted].sort(([, a], [, b]) => b - a);
}

await command(HELP, { out: { type: 'string' } }, main);
