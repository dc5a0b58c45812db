import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const ROOT = join(__dirname, '../..');
const Package = z.object({ version: z.string().optional(), integrity: z.string().optional(), dev: z.boolean().optional() });
const Lock = z.object({ packages: z.record(z.string(), Package) });
const Component = z.object({
  'bom-ref': z.string(),
  name: z.string(),
  version: z.string(),
  purl: z.string().startsWith('pkg:npm/'),
  hashes: z.tuple([z.object({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/) })]),
});
const Bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.5'),
  metadata: z.object({ component: z.object({ type: z.literal('application'), name: z.literal('telco-care-bot') }) }),
  components: z.array(Component),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

let bom: z.infer<typeof Bom>;
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'sbom-'));
  const out = join(folder, 'sbom.cdx.json');
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/sbom.mjs'), '--out', out], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  bom = Bom.parse(read(out));
  rmSync(folder, { recursive: true });
});

test('an inventory names each package that runs, with its digest in the lock, and the one that is served; none that only builds', () => {
  const { packages } = Lock.parse(read(join(ROOT, 'package-lock.json')));
  const deployed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && (!dev || path === 'node_modules/botframework-webchat'));
  const expected = deployed.map(([path, { version = '', integrity = '' }]) => {
    const digest = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
    return `${path.split('node_modules/').at(-1) ?? ''}@${version} ${digest}`;
  });
  const listed = bom.components.map(({ name, version, hashes: [{ content }] }) => `${name}@${version} ${content}`);
  expect(listed.sort()).toEqual([...new Set(expected)].sort());
  // Whatever a build dependency needs too is what is easily forgotten.
  expect(bom.components.map(({ name }) => name)).toEqual(expect.arrayContaining(['zod', 'ws', 'restify', 'botbuilder', 'botframework-webchat']));
});

test('what an inventory says to depend on stands in it', () => {
  const refs = new Set([...bom.components.map((component) => component['bom-ref']), ...bom.dependencies.map(({ ref }) => ref)]);
  expect(bom.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
});
