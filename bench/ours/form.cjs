const { z } = require('zod');
const { again, leave } = require('../../dist/dialogs/engine/control');
const { confirm, oneOf } = require('../../dist/dialogs/engine/question');
const { skill } = require('../../dist/dialogs/engine/skill');
const { catalog } = require('../../dist/domain/texts');

const MOST = 149; // years
const words = {
  title: 'your profile',
  button: 'Register',
  travel: 'How do you travel?',
  name: 'What is your name?',
  thanks: ({ name }) => `Thanks, ${name}.`,
  mayAsk: 'May I ask your age?',
  age: 'How old are you?',
  between: `An age is between 1 and ${MOST}.`,
  yourAge: ({ age }) => `Your age is ${age}.`,
  picture: 'May I have a picture of you? Any word goes on without one.',
  without: 'We go on without a picture.',
  soFar: ({ travel, name, age }) => `So far: ${travel}, ${name}, ${age}.`,
  right: 'Is this right?',
  kept: 'Your profile is kept.',
};
const WAYS = ['Car', 'Bus', 'Bicycle'].map((label) => ({ id: label, label }));

const name = {
  ask: ({ t }) => t.name,
  keeps: z.string(),
  read: ({ text }) => text.trim() || again(),
};
const age = {
  ask: ({ t }) => t.age,
  keeps: z.number(),
  read: ({ text }, { t }) => {
    const years = Number(text);
    return Number.isInteger(years) && years > 0 && years <= MOST ? years : again(t.between);
  },
};
const picture = {
  ask: ({ t }) => t.picture,
  keeps: z.boolean(),
  read: ({ files }) => files.length > 0,
};
/** Says something on the way, once. */
const told =
  (...texts) =>
  async (turn) => {
    texts.forEach((text) => turn.say(text(turn)));
    return true;
  };

/** The form of `bench/form.mjs`, written as every skill is. */
exports.form = skill('profile', catalog(words, words))
  .hears({ es: ['register profile'], en: ['register profile'] })
  .asks('travel', oneOf({ ask: ({ t }) => t.travel, from: () => WAYS }))
  .asks('name', name)
  .acts(
    'thanked',
    z.boolean(),
    told(({ t, name: given }) => t.thanks({ name: given })),
  )
  .asks(
    'willing',
    confirm(({ t }) => t.mayAsk),
  )
  .asks('age', age)
  .acts(
    'repeated',
    z.boolean(),
    told(({ t, age: years }) => t.yourAge({ age: years })),
  )
  .asks('picture', picture)
  .acts(
    'summed',
    z.boolean(),
    told(
      ({ t }) => t.without,
      ({ t, travel, name: given, age: years }) => t.soFar({ travel, name: given, age: years }),
    ),
  )
  .asks(
    'right',
    confirm(({ t }) => t.right),
  )
  .does(async ({ t, right, say }) => {
    if (!right) return leave();
    say(t.kept);
    return undefined;
  });
