import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';

const ROOT = resolve(__dirname, '..');
const RULES = join(ROOT, '.dependency-cruiser.cjs');

/** [file, what it imports, the rule that must object]. Together they stand for every rule. */
const FORBIDDEN: readonly (readonly [file: string, imports: string, rule: string])[] = [
  ['src/domain/price.ts', '../state/mailbox', 'domain-imports-nothing-of-ours'],
  ['src/dialogs/skills/plan/index.ts', '../../../state/mailbox', 'skills-see-ports-and-engine'],
  ['src/dialogs/skills/plan/index.ts', '../../root', 'skills-see-ports-and-engine'],
  ['src/dialogs/login/mobile/index.ts', '../../../integrations/lines/client', 'skills-see-ports-and-engine'],
  ['src/dialogs/login/mobile/index.ts', '../../../integrations/lines/client', 'skills-know-no-machinery'],
  ['src/dialogs/skills/quota/index.ts', '../../../integrations/lines/port', 'skills-see-ports-as-types'],
  ['src/dialogs/skills/quota/index.ts', '../plan/texts', 'no-skill-imports-another'],
  ['src/dialogs/skills/quota/index.ts', '../../login/mobile', 'no-skill-imports-another'],
  ['src/dialogs/skills/plan/index.ts', 'botbuilder', 'skills-know-no-machinery'],
  ['src/dialogs/skills/plan/index.ts', 'ioredis', 'skills-know-no-machinery'],
  ['src/dialogs/skills/plan/index.ts', 'restify', 'skills-know-no-machinery'],
  ['src/dialogs/engine/question.ts', 'botbuilder-dialogs', 'botbuilder-behind-few-files'],
  ['src/state/mailbox.ts', 'botbuilder', 'botbuilder-behind-few-files'],
  ['src/http/server.ts', 'ioredis', 'redis-behind-state'],
  ['src/integrations/lines/client.ts', '../../domain/spending/key', 'spend-keys-are-minted-by-the-ledger'],
  ['src/app.ts', './sandbox/books', 'bot-and-sandbox-share-domain-only'],
  ['src/sandbox/books.ts', '../integrations/lines/client', 'sandbox-imports-nothing-of-the-bot'],
  ['src/integrations/lines/client.ts', '../../state/mailbox', 'integrations-know-no-conversation'],
  ['src/state/mailbox.ts', '../dialogs/root', 'state-knows-no-conversation'],
  ['src/web/chat/main.ts', '../../domain/price', 'pages-stand-alone'],
  ['src/http/server.ts', '../web/chat/main', 'servers-load-no-page-code'],
  ['src/dialogs/ring-back.ts', './ring', 'no-cycles'],
  ['src/http/server.ts', './helpers/strings', 'no-drawers'],
  ['src/http/helpers/strings.ts', '../../domain/price', 'no-drawers-from'],
  ['src/http/server.ts', 'fast-check', 'only-what-ships'],
];

/** Files that only the imports above need. */
const PLAIN = ['src/domain/spending/key.ts', 'src/dialogs/skills/plan/texts.ts', 'src/integrations/lines/port.ts', 'src/dialogs/root.ts'];
const Report = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })) }),
});
type Violations = z.infer<typeof Report>['summary']['violations'];

/** Runs dependency-cruiser over the `src` of a folder, with our rules. */
function cruise(folder: string): Promise<Violations> {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options = { cwd: folder, maxBuffer: 64 << 20 };
  return new Promise((done, fail) => {
    execFile(process.execPath, [program, 'src', '--config', RULES, '--output-type', 'json'], options, (_error, stdout, stderr) => {
      const read = Report.safeParse(parsed(stdout));
      if (read.success) done(read.data.summary.violations);
      else fail(new Error(`dependency-cruiser said no report: ${stderr}`));
    });
  });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

test('every import goes the way it may', async () => {
  const violations = await cruise(ROOT);
  expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
});

describe('each rule catches what it forbids', () => {
  let folder: string;
  let violations: Violations;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'imports-'));
    for (const [file, text] of sources()) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    for (const shared of ['node_modules', 'package.json', 'tsconfig.json']) symlinkSync(join(ROOT, shared), join(folder, shared));
    violations = await cruise(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(FORBIDDEN)('%s imports %s: %s', (file, imports, rule) => {
    const end = imports.split('/').at(-1) ?? '';
    const caught = violations.filter(({ from, to, rule: { name } }) => from === file && to.includes(end) && name === rule);
    expect(caught).not.toEqual([]);
  });

  test('no rule is left unproven', () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the rules are CommonJS, as their tool reads them
    const { forbidden } = require(RULES) as { forbidden: { name: string }[] };
    const proven = new Set(FORBIDDEN.map(([, , rule]) => rule));
    expect(forbidden.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([]);
  });

  test('what is allowed is not caught', () => {
    expect(violations.filter(({ from }) => from === 'src/dialogs/skills/allowed/index.ts')).toEqual([]);
  });
});

function sources(): Map<string, string> {
  const files = new Map(PLAIN.map((file) => [file, 'export const value = 1;\n']));
  for (const [file, imports] of FORBIDDEN)
    files.set(file, `${files.get(file) ?? 'export const value = 1;\n'}export * as n${files.size}${imports.length} from '${imports}';\n`);
  files.set('src/dialogs/ring.ts', "export * from './ring-back';\n");
  files.set(
    'src/dialogs/skills/allowed/index.ts',
    "import type { Lines } from '../../../integrations/lines/port';\nimport { value } from '../../../domain/price';\nexport const allowed: Lines = value;\n",
  );
  return files;
}
