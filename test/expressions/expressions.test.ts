import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';
import type { graveIn } from '../../src/understanding/safety';
import { GRAVE } from '../understanding/grave-texts';
import { readsTwice } from './ways';

interface Expression {
  readonly source: string;
  readonly flags: string;
  readonly file: string;
}

const ROOT = resolve(__dirname, '../..');
/** Programs: to load one is to start it. What a browser loads is read, not run. */
const NOT_LOADED = /^src\/(?:web\/|main\.ts|sandbox\/main\.ts|understanding\/(?:review|evaluation|training)\/index\.ts)/;
/** Files whose expressions are put together in a turn alone, out of fixed words and numbers of ours: a cookie's name, a month, days, a calling code. */
const IN_A_TURN = [
  'src/dialogs/skills/buy-pack/lists.ts',
  'src/dialogs/skills/invoices/lines/index.ts',
  'src/http/insights.ts',
  'src/understanding/slots/index.ts',
];

const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join('src', file))
  .sort();
const trees = files.map((file) => [file, ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest)] as const);

function nodesOf(tree: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    node.forEachChild(visit);
  };
  visit(tree);
  return found;
}

const literals = (): readonly Expression[] =>
  trees.flatMap(([file, tree]) =>
    nodesOf(tree)
      .filter((node) => ts.isRegularExpressionLiteral(node))
      .map((node) => ({ source: node.text.slice(1, node.text.lastIndexOf('/')), flags: node.text.slice(node.text.lastIndexOf('/') + 1), file })),
  );

/** What our files put together while they are loaded, and of what is dangerous to hear all at once. */
function built(): readonly Expression[] {
  const found: Expression[] = [];
  const plain = RegExp;
  const noted = (made: RegExp): RegExp => {
    const file = relative(ROOT, callerOf(noted));
    if (file.startsWith('src/')) found.push({ source: made.source, flags: made.flags, file });
    return made;
  };
  globalThis.RegExp = new Proxy(plain, {
    construct: (target, from: [string, string?]) => noted(new target(...from)),
    apply: (target, _self, from: [string, string?]) => noted(target(...from)),
  });
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- one after the other, while the constructor is watched
    for (const file of files) if (!NOT_LOADED.test(file) && !file.endsWith('.d.ts')) require(join(ROOT, file));
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the one that was loaded while the constructor was watched
    const safety = require('../../src/understanding/safety') as { graveIn: typeof graveIn };
    safety.graveIn(Object.values(GRAVE).flat().join(' '));
  } finally {
    globalThis.RegExp = plain;
  }
  return found;
}

/** The file that called what called `callee`. */
function callerOf(callee: (made: RegExp) => RegExp): string {
  const usual = Error.prepareStackTrace;
  Error.prepareStackTrace = (_error, sites) => sites.map((site) => site.getFileName() ?? '').find((name) => name !== __filename && name !== '');
  const seen: { stack?: unknown } = {};
  Error.captureStackTrace(seen, callee);
  const file = seen.stack;
  Error.prepareStackTrace = usual;
  return typeof file === 'string' ? file : '';
}

const RegExpCall = (node: ts.Node): boolean =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp';

test('no text can be read by an expression of ours in 2^n ways', () => {
  const made = built();
  const seen = new Set(made.map(({ file }) => file));
  const building = trees.filter(([file, tree]) => !NOT_LOADED.test(file) && nodesOf(tree).some(RegExpCall)).map(([file]) => file);
  expect(building.filter((file) => !seen.has(file))).toEqual(IN_A_TURN);

  const all = [...literals(), ...made];
  expect(all.length).toBeGreaterThan(700);
  const found = all.map((each) => ({ ...each, twice: readsTwice(each) })).filter(({ twice }) => twice !== undefined);
  expect(found.map(({ file, source, twice }) => `${file}: "${twice}" of /${source}/`)).toEqual([]);
});

/** What stopped the process once, each shortened. */
test.each([
  ['a word that stands in the list twice', /^(?:(?:ok|me|ayudarme|help|me|let s) )*english$/],
  ['a word that is part of another way', /^(?:(?:robo|rob(?:aron|ar|o|ado)|celular)(?: |$))+$/],
  ['digits in a list of words', /^(?:(?:\d+|mi|el|codigo) ?)+$/],
  ['blanks that two parts take', /(?:\s+(?:y|de|[^\p{L}\p{N}]+)|[,;:])+$/u],
  ['signs that two parts take', /(?:\s+(?:y|de|[^\p{L}\p{N}\s]+)|[,;:])+$/u],
  ['a repetition in a repetition', /^(?:a*)*$/],
  ['a repetition of what may be left out', /^(?:x?y?)*$/],
  ['a repetition with an end', /^(?:a{1,20} ?)+$/],
  ['what is only looked at', /(?=(?:a+)+b)a/],
  ['in any case', /^(?:ok|OK)+$/i],
  ['classes that overlap', /^(?:[a-m]|[k-z])+$/],
  ['a reference', /^(a+)(?:b|\1|aa)+$/],
])('%s is found', (_what, expression) => expect(readsTwice(expression)).toBeDefined());

test.each([
  ['one way for each word', /^(?:(?:ok|me|ayudarme|help) )*english$/],
  ['digits that end where no digit follows', /^(?:(?:\d+(?!\d)|mi|el|codigo) ?)+$/],
  ['a sign between', /^\d+(?:,\d+)*$/],
  ['words and blanks', /(?:\w+\s)+$/],
  ['an exact number of times', /^(?:\d{4} ?)+$/],
  ['the same word twice, once', /^(?:ok|ok)$/],
  ['an end inside', /^(?:a(?:b|$))+$/],
  ['a reference', /^\d+([,;])\d+(?:\1\d+)+$/],
])('%s is not', (_what, expression) => expect(readsTwice(expression)).toBeUndefined());
