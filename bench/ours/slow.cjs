/** The product with one more skill, whose backend takes two seconds. */
const { setTimeout: sleep } = require('node:timers/promises');
const registry = require('../../dist/dialogs/skills');
const { skill } = require('../../dist/dialogs/engine/skill');
const { catalog } = require('../../dist/domain/texts');

const BACKEND_MS = 2_000;
const words = { title: 'slow work', button: 'Slow work', done: 'It is done.' };
const slow = skill('slow-work', catalog(words, words))
  .hears({ es: ['slow work'], en: ['slow work'] })
  .does(async ({ t, say }) => {
    await sleep(BACKEND_MS);
    say(t.done);
  });
const product = registry.skills;
registry.skills = (ports) => [...product(ports), slow];
require('../../dist/main');
