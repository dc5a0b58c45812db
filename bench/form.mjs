/**
 * The conversation that everybody holds: a form of six questions in eight turns, with the replies that are due after each, word for word. It has
 * the shape of the public multi-turn-prompt sample, 1.5 replies a turn: a choice, a text, a closed question, a number that is refused once, a
 * picture that nobody sends, and a summary to agree to.
 */
export const FORM = [
  ['register profile', 'How do you travel?'],
  ['Bus', 'What is your name?'],
  ['Maria Lopez', 'Thanks, Maria Lopez.', 'May I ask your age?'],
  ['yes', 'How old are you?'],
  ['200', 'An age is between 1 and 149.'],
  ['34', 'Your age is 34.', 'May I have a picture of you? Any word goes on without one.'],
  ['rather not', 'We go on without a picture.', 'So far: Bus, Maria Lopez, 34.', 'Is this right?'],
  ['yes', 'Your profile is kept.'],
].map(([said, ...replies]) => ({ said, replies }));

/** For peers that hold no conversation: one answer to one message. */
export const ECHO = [{ said: 'hello', replies: ['hello'] }];

export const repliesPerTurn = (script) => script.reduce((sum, { replies }) => sum + replies.length, 0) / script.length;
