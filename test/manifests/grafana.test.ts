import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { metrics } from '../../src/observability/metrics';
import { watchVitals } from '../../src/observability/vitals';
import { startWorld } from '../support/app';

const ROOT = resolve(__dirname, '../..');
const DIR = join(ROOT, 'manifests/grafana');
const Rules = z.object({ groups: z.array(z.object({ rules: z.array(z.looseObject({ expr: z.string(), alert: z.string().optional() })) })) });
const Panel = z.looseObject({ targets: z.array(z.object({ expr: z.string() })).default([]) });

const promtool = spawnSync(process.execPath, ['scripts/promtool.mjs'], { cwd: ROOT, encoding: 'utf8' }).stdout.trim();
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(promtool, args, { cwd: DIR, encoding: 'utf8' });
  return { status, said: stdout + stderr };
};
const read = (name: string): string => readFileSync(join(DIR, name), 'utf8');
const rules = Rules.parse(parse(read('alerts.yaml'))).groups.flatMap((group) => group.rules);
const queries = z
  .object({ panels: z.array(Panel) })
  .parse(JSON.parse(read('dashboard.json')))
  .panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

test('the alerts ring for the series they are made for, and not beside them', () => {
  expect(run('check', 'rules', 'alerts.yaml')).toMatchObject({ status: 0 });
  expect(run('test', 'rules', 'alerts.test.yaml')).toMatchObject({ status: 0 });
  for (const { alert } of rules) if (alert && alert !== 'AnswersBurnTheBudget') expect(read('alerts.test.yaml')).toContain(`alertname: ${alert}`);
});

test('every question of the dashboard is one that Prometheus understands', () => {
  const dir = mkdtempSync(join(tmpdir(), 'dashboard-'));
  try {
    const file = join(dir, 'rules.yaml');
    writeFileSync(file, stringify({ groups: [{ name: 'dashboard', rules: queries.map((expr, at) => ({ record: `panel_${at}`, expr })) }] }));
    expect(run('check', 'rules', file)).toMatchObject({ status: 0 });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

test('alerts and dashboard ask only for what the bot tells', async () => {
  const world = await startWorld();
  try {
    const process = metrics();
    const rest = watchVitals(process, { version: 'test', node: 'test' }, () => ({ memory: 1, cpu: 1, handles: 1, began: 1 }));
    const told = (await (await fetch(`${world.url}/metrics`)).text()) + (await process.read());
    rest();
    const names = new Set(
      [...told.matchAll(/^# TYPE (\S+) (\S+)/gm)].flatMap(([, name, type]) =>
        type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [`${name}`],
      ),
    );
    const asked = [...queries, ...rules.map(({ expr }) => expr)].flatMap(
      (expr) => expr.replace(/"[^"]*"|care_bot:\S+/g, '').match(/\b[a-z]+(?:_[a-z0-9]+)+\b/g) ?? [],
    );
    const own = new Set(['histogram_quantile']);
    expect(asked.filter((name) => !names.has(name) && !own.has(name))).toEqual([]);
  } finally {
    await world.close();
  }
});
