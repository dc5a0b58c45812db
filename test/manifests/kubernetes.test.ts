import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as apps from 'kubernetes-models/apps/v1';
import * as autoscaling from 'kubernetes-models/autoscaling/v2';
import * as networking from 'kubernetes-models/networking.k8s.io/v1';
import * as policy from 'kubernetes-models/policy/v1';
import * as core from 'kubernetes-models/v1';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../../src/config';

const DIR = resolve(__dirname, '../../manifests/k8s');
const Manifest = z.looseObject({ apiVersion: z.string(), kind: z.string(), metadata: z.looseObject({ name: z.string() }) });
const files = readdirSync(DIR).filter((name) => name !== 'kustomization.yaml');
const manifests = (name: string) => parseAllDocuments(readFileSync(join(DIR, name), 'utf8')).map((each) => each.toJS() as unknown);
const all = files.flatMap((file) => manifests(file).map((manifest) => ({ file, manifest: Manifest.parse(manifest) })));
const one = (kind: string) => all.find(({ manifest }) => manifest.kind === kind)?.manifest;

type Model = new (data: object) => { validate(): void };
/** The published schemas, by group. */
const GROUPS: Readonly<Record<string, object>> = {
  v1: core,
  'apps/v1': apps,
  'autoscaling/v2': autoscaling,
  'networking.k8s.io/v1': networking,
  'policy/v1': policy,
};
const modelOf = (apiVersion: string, kind: string): Model =>
  z.record(z.string(), z.custom<Model>()).parse({ ...GROUPS[apiVersion] })[kind] ?? none(kind);
const none = (kind: string): never => {
  throw new Error(`no schema for ${kind}`);
};
const check = ({ apiVersion, kind, ...rest }: z.infer<typeof Manifest>): void =>
  new (modelOf(apiVersion, kind))({ apiVersion, kind, ...rest }).validate();

test.each(all.map(({ file, manifest }) => [`${file}: ${manifest.kind}`, manifest] as const))('%s is what Kubernetes publishes', (_, manifest) =>
  expect(() => check(manifest)).not.toThrow(),
);

test('the schema refuses what is none', () => {
  const deployment = structuredClone(one('Deployment'));
  if (!deployment) throw new Error('no deployment');
  const [container] = z
    .looseObject({ spec: z.looseObject({ template: z.looseObject({ spec: z.looseObject({ containers: z.array(z.looseObject({})) }) }) }) })
    .parse(deployment).spec.template.spec.containers;
  expect(() => check({ ...deployment, spec: { template: { spec: { containers: [{ ...container, ports: 3978 }] } } } })).toThrow();
});

test('kustomize names every file but the template of secrets', () => {
  const { resources } = z.object({ resources: z.array(z.string()) }).parse(manifests('kustomization.yaml')[0]);
  expect([...resources].sort()).toEqual(files.filter((name) => name !== 'secret.example.yaml').sort());
});

test('the bot starts with this configuration as soon as the secrets are filled in', () => {
  const { data } = z.object({ data: z.record(z.string(), z.string()) }).parse(one('ConfigMap'));
  const { stringData } = z.object({ stringData: z.record(z.string(), z.string()) }).parse(one('Secret'));
  const filled = Object.keys(stringData).map((name, at) => [
    name,
    name.endsWith('_URL') ? 'redis://redis:6379' : String.fromCharCode(65 + at).repeat(43),
  ]);
  expect(readConfig({ ...data, ...Object.fromEntries(filled) }).production).toBe(true);
  expect(() => readConfig({ ...data, ...stringData })).toThrow(/STATE_SECRET/);
});

test('it runs as nobody, writes nothing on disk, and drains within its grace', () => {
  const pod = z
    .object({
      spec: z.object({
        template: z.object({
          spec: z.object({
            terminationGracePeriodSeconds: z.number(),
            securityContext: z.looseObject({ runAsNonRoot: z.literal(true) }),
            containers: z.tuple([
              z.looseObject({
                securityContext: z.object({
                  allowPrivilegeEscalation: z.literal(false),
                  readOnlyRootFilesystem: z.literal(true),
                  capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
                }),
                livenessProbe: z.looseObject({ httpGet: z.object({ path: z.literal('/healthz'), port: z.literal('http') }) }),
                readinessProbe: z.looseObject({ httpGet: z.object({ path: z.literal('/readyz'), port: z.literal('http') }) }),
              }),
            ]),
          }),
        }),
      }),
    })
    .parse(one('Deployment'));
  expect(pod.spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(30);
});
