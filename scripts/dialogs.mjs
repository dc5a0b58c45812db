import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from './build.mjs';
import { command, ROOT, say, Stop } from './terminal.mjs';

const PAGE = join(ROOT, 'docs', 'dialogs.md');
const HELP = `
npm run dialogs [-- --check]

Draws docs/dialogs.md from the skills themselves: what is heard, what is asked, in which order.

  --check   writes nothing; fails when the page is not what the skills say`;

/** How each kind of step is drawn, and the word for it. */
const STEPS = {
  ask: { open: '[/', close: '/]', word: 'asks' },
  load: { open: '[(', close: ')]', word: 'reads' },
  act: { open: '[[', close: ']]', word: 'does' },
  consent: { open: '{{', close: '}}', word: 'asks consent to' },
};
const PHRASES_SHOWN = 5;

/** The one place that is drawn by hand: dialogs/root.ts, with dialogs/conversation.ts before it. */
const EAR = `\`\`\`mermaid
flowchart TD
  message(["a message"]) --> slow{"is a slow turn under way?"}
  slow -- "yes, and it is a command" --> obey
  slow -- yes --> wait(["still on it; 'cancelar' drops it"])
  slow -- no --> starts{"a button that starts a skill?"}
  starts -- yes --> guard{"money or a code in flight?"}
  starts -- no --> ours{"'leave this?' or 'go back to it?' is open?"}
  ours -- answered --> decided(["leave, stay or come back"])
  ours -- no --> command{"a command?"}
  command -- yes --> obey(["menu, cancel, help, person, sign out, language, repeat, back"])
  command -- no --> old{"a button of a question that is over?"}
  old -- yes --> over(["says so, and repeats the open question"])
  old -- no --> open{"does the open question understand it?"}
  open -- yes --> next(["the next step"])
  open -- "no question is open" --> polite{"hello, thanks, goodbye?"}
  polite -- yes --> answer(["the same in return"])
  polite -- no --> skill
  open -- no --> skill{"clearly a skill?"}
  skill -- "yes, in the middle of another" --> guard
  skill -- yes --> begin
  guard -- yes --> ask(["asks whether to leave it"])
  guard -- no --> begin(["the skill begins"])
  skill -- no --> again(["the question again, in other words"])
  again -- "the third time in a row" --> person(["the menu, or a person"])
\`\`\``;

async function main({ check }) {
  await build();
  const page = drawn();
  const isSame = existsSync(PAGE) && readFileSync(PAGE, 'utf8') === page;
  if (check && !isSame) throw new Stop('docs/dialogs.md is not what the skills say. Please type:\n\n  npm run dialogs\n');
  if (check || isSame) return say('docs/dialogs.md is up to date.');
  writeFileSync(PAGE, page);
  return say('docs/dialogs.md is drawn.');
}

function drawn() {
  const load = createRequire(import.meta.url);
  const { skills, MENU, PERSON } = load(join(ROOT, 'dist/dialogs/skills'));
  const { textsFor } = load(join(ROOT, 'dist/domain/texts'));
  const all = skills({ prepaid: {}, lines: {}, codes: {}, contact: {} }); // a skill's shape needs no backend
  const shown = all.map((skill) => ({ ...skill, es: textsFor(skill.texts, 'es', 'tu'), en: textsFor(skill.texts, 'en', 'tu') }));
  const offered = MENU.map((id) => `\`${id}\``).join(', ');
  return `${[
    '# Dialogs',
    'Drawn by `npm run dialogs` from the skills; do not edit.',
    ['| skill | button | asks for |', '| --- | --- | --- |', ...shown.map(row)].join('\n'),
    `The greeting offers ${offered}; \`${PERSON}\` leads to a person.`,
    '## Who hears a message',
    EAR,
    ...shown.map(section),
  ].join('\n\n')}\n`;
}

function row({ id, es, en, needs, steps }) {
  const asked = steps.filter(({ kind }) => kind === 'ask' || kind === 'consent').map(({ name }) => name);
  const wanted = [...(needs ? [`the ${needs.login} line`] : []), ...asked];
  return `| [${id}](#${id}) | ${es.button} · ${en.button} | ${wanted.join(', ') || 'nothing'} |`;
}

function section(skill) {
  const { id, es, en, utterances, events } = skill;
  const names = Object.keys(events).map((name) => `\`${id}:${name}\``);
  return [
    `## ${id}`,
    `**${es.button}** · ${en.button}`,
    ...[utterances.es, utterances.en].filter(({ length }) => length).map(heard),
    ...(names.length ? [`Hears of ${names.join(', ')} by an event.`] : []),
    tree(skill),
  ].join('\n\n');
}

function heard(phrases) {
  const rest = phrases.length - PHRASES_SHOWN;
  const first = phrases.slice(0, PHRASES_SHOWN).map((text) => `«${text}»`);
  return `${first.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function tree({ needs, steps }) {
  const drawnSteps = steps.map(({ kind, name, when, secret }, at) => {
    const { open, close, word } = STEPS[kind];
    return { id: `s${at}`, kind, shape: `${open}"${word} ${name}${secret ? ' (a secret)' : ''}${when ? ' (if needed)' : ''}"${close}` };
  });
  const nodes = [
    { id: 'start', shape: '(("start"))' },
    ...(needs ? [{ id: 'proof', shape: `>"proof of the ${needs.login} line, level ${needs.level}"]` }] : []),
    ...drawnSteps,
    { id: 'answer', shape: '(("answer"))' },
  ];
  const [firstStep] = drawnSteps;
  const turns = drawnSteps.flatMap(({ id, kind }) =>
    kind === 'consent' ? [`${id} -- "other words" --> ${firstStep.id}`, `${id} -- no --> stop(("nothing done"))`] : [],
  );
  const lines = [...nodes.map(({ id, shape }) => id + shape), nodes.map(({ id }) => id).join(' --> '), ...turns];
  return ['```mermaid', 'flowchart LR', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}

await command(HELP, { check: { type: 'boolean' } }, main);
