const TRAVEL = 'travel';
const NAME = 'name';
const CONFIRM = 'confirm';
const AGE = 'age';
const MOST = 149; // years

/**
 * The form of `bench/form.mjs` as the SDK's guides write it: a waterfall of the built-in prompts. The classes are given, for the SDK and its
 * successor have the same ones.
 */
exports.waterfallForm = (
  { ChoiceFactory, ChoicePrompt, ListStyle, ComponentDialog, ConfirmPrompt, NumberPrompt, TextPrompt, WaterfallDialog },
  profiles,
) => {
  const steps = [
    (step) => step.prompt(TRAVEL, { prompt: 'How do you travel?', choices: ChoiceFactory.toChoices(['Car', 'Bus', 'Bicycle']) }),
    (step) => {
      step.values.travel = step.result.value;
      return step.prompt(NAME, 'What is your name?');
    },
    async (step) => {
      step.values.name = step.result;
      await step.context.sendActivity(`Thanks, ${step.result}.`);
      return step.prompt(CONFIRM, { prompt: 'May I ask your age?' });
    },
    (step) => {
      if (!step.result) return step.next(-1);
      return step.prompt(AGE, { prompt: 'How old are you?', retryPrompt: `An age is between 1 and ${MOST}.` });
    },
    async (step) => {
      const { travel, name } = step.values;
      step.values.age = step.result;
      await step.context.sendActivity(`Your age is ${step.result}.`);
      return step.prompt(CONFIRM, { prompt: `Is this right: ${travel}, ${name}, ${step.result}?` });
    },
    async (step) => {
      if (step.result) {
        const profile = await profiles.get(step.context, {});
        Object.assign(profile, step.values);
        await step.context.sendActivity('Your profile is kept.');
      }
      return step.endDialog();
    },
  ];
  return class ProfileDialog extends ComponentDialog {
    constructor() {
      super('profile');
      const between = async ({ recognized }) => recognized.succeeded && recognized.value > 0 && recognized.value <= MOST;
      const plain = (prompt) => Object.assign(prompt, { style: ListStyle.none }); // the successor writes choices into the text, and cannot show buttons
      const prompts = [plain(new ChoicePrompt(TRAVEL)), new TextPrompt(NAME), plain(new ConfirmPrompt(CONFIRM)), new NumberPrompt(AGE, between)];
      prompts.forEach((each) => this.addDialog(each));
      this.addDialog(new WaterfallDialog('form', steps));
      this.initialDialogId = 'form';
    }
  };
};
