const TRAVEL = 'travel';
const NAME = 'name';
const CONFIRM = 'confirm';
const AGE = 'age';
const PICTURE = 'picture';
const MOST = 149; // years

/**
 * The form of `bench/form.mjs` as the SDK's guides write it: a waterfall of the built-in prompts. The classes are given, for the SDK and its
 * successor have the same ones.
 */
exports.waterfallForm = (
  { AttachmentPrompt, ChoiceFactory, ChoicePrompt, ListStyle, ComponentDialog, ConfirmPrompt, NumberPrompt, TextPrompt, WaterfallDialog },
  profiles,
  hasButtons = true,
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
      step.values.age = step.result;
      await step.context.sendActivity(`Your age is ${step.result}.`);
      return step.prompt(PICTURE, { prompt: 'May I have a picture of you? Any word goes on without one.' });
    },
    async (step) => {
      const profile = await profiles.get(step.context, {});
      Object.assign(profile, step.values);
      await step.context.sendActivity(`So far: ${profile.travel}, ${profile.name}, ${profile.age}.`);
      return step.prompt(CONFIRM, { prompt: 'Is this right?' });
    },
    async (step) => {
      if (step.result) await step.context.sendActivity('Your profile is kept.');
      return step.endDialog();
    },
  ];
  return class ProfileDialog extends ComponentDialog {
    constructor() {
      super('profile');
      const between = async ({ recognized }) => recognized.succeeded && recognized.value > 0 && recognized.value <= MOST;
      const noPicture = async ({ context }) => {
        await context.sendActivity('We go on without a picture.');
        return true;
      };
      const shown = (prompt) => (hasButtons ? prompt : Object.assign(prompt, { style: ListStyle.none }));
      const prompts = [
        ...[shown(new ChoicePrompt(TRAVEL)), new TextPrompt(NAME), shown(new ConfirmPrompt(CONFIRM))],
        ...[new NumberPrompt(AGE, between), new AttachmentPrompt(PICTURE, noPicture)],
      ];
      prompts.forEach((each) => this.addDialog(each));
      this.addDialog(new WaterfallDialog('form', steps));
      this.initialDialogId = 'form';
    }
  };
};
