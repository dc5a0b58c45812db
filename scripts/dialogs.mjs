#!/usr/bin/env node
/** Draws the dialog trees of `docs/dialogs.md` from the skills themselves: `npm run dialogs`; `-- --check` only says whether it is up to date. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'docs', 'dialogs.md');
if (process.argv.includes('--help')) {
  console.log(
    'npm run dialogs             draws docs/dialogs.md from the skills\nnpm run dialogs -- --check  fails when docs/dialogs.md is not what the skills say',
  );
  process.exit(0);
}
execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'inherit' });

const require = createRequire(import.meta.url);
const { skills, MENU, PERSON } = require(join(root, 'dist', 'dialogs', 'skills'));
const { textsFor } = require(join(root, 'dist', 'domain', 'texts'));
const all = skills({ prepaid: {}, lines: {}, codes: {}, contact: {} }); // a skill's shape needs no backend

const SHAPE = { ask: ['[/', '/]'], load: ['[(', ')]'], act: ['[[', ']]'], consent: ['{{', '}}'] };
const SAYS = { ask: 'asks', load: 'reads', act: 'does', consent: 'asks consent to' };
const quoted = (text) => `"${text.replaceAll('"', "'")}"`;

function tree({ needs, steps }) {
  const nodes = [
    'start((start))',
    ...(needs ? [`login>${quoted(`proof of the ${needs.login} line, level ${needs.level}`)}]`] : []),
    ...steps.map(({ kind, name, when, secret }, at) => {
      const [open, close] = SHAPE[kind];
      return `s${at}${open}${quoted(`${SAYS[kind]} ${name}${secret ? ' (a secret)' : ''}${when ? ' (if needed)' : ''}`)}${close}`;
    }),
    'answer(("answers"))',
  ];
  const ids = nodes.map((node) => /^\w+/.exec(node)[0]);
  const back = steps.flatMap(({ kind }, at) =>
    kind === 'consent' ? [`  s${at} -- changed --> ${ids[needs ? 2 : 1]}`, `  s${at} -- no --> stop(("nothing done"))`] : [],
  );
  return ['```mermaid', 'flowchart LR', ...nodes.map((node) => `  ${node}`), `  ${ids.join(' --> ')}`, ...back, '```'].join('\n');
}

function section(skill) {
  const { title, button } = textsFor(skill.texts, 'es', 'tu');
  const heard = skill.utterances.es
    .slice(0, 6)
    .map((text) => `«${text}»`)
    .join(', ');
  const events = Object.keys(skill.events).map((name) => `\`${skill.id}:${name}\``);
  return [
    `## ${skill.id}`,
    `${button}: *${title}*.${heard ? ` Heard in ${heard}${skill.utterances.es.length > 6 ? '…' : ''}` : ''}${events.length ? ` Events: ${events.join(', ')}.` : ''}`,
    tree(skill),
  ].join('\n\n');
}

const ROOT = `\`\`\`mermaid
flowchart TD
  message([a message]) --> slow{a slow turn is under way?}
  slow -- yes --> wait[still on it; *cancelar* leaves it]
  slow -- no --> start{a button that starts a skill?}
  start -- yes --> guard{money or a code in flight?}
  start -- no --> root{a question of the root is open?}
  root -- answered --> done([leave, or come back])
  root -- no --> command{a command?}
  command -- yes --> obey([menu, cancel, help, person, log out, language, repeat, back])
  command -- no --> old{a button of another question?}
  old -- yes --> over[that button is over; the open question again]
  old -- no --> open{does the open question understand it?}
  open -- yes --> next([the next step])
  open -- no --> skill{clearly another skill?}
  skill -- yes --> guard
  guard -- yes --> ask[leave it? and come back afterwards]
  guard -- no --> begin([the skill begins])
  skill -- no --> again[the question in other words]
  again -- third time --> person([menu or a person])
\`\`\``;

const page = `# Dialogs

Drawn by \`npm run dialogs\` from the skills; do not edit. The menu offers ${MENU.map((id) => `\`${id}\``).join(', ')}, and \`${PERSON}\` leads to a person.

## Who hears a message

${ROOT}

${all.map(section).join('\n\n')}
`;

if (process.argv.includes('--check')) {
  const current = readFileSync(target, 'utf8');
  if (current !== page) {
    console.error('docs/dialogs.md is not what the skills say: npm run dialogs');
    process.exit(1);
  }
} else {
  writeFileSync(target, page);
  console.log('docs/dialogs.md is drawn');
}
