import { catalog } from '../../domain/texts';
import { begunTexts } from './begun';
import { commandTexts } from './commands';
import { heardTexts } from './heard';

/** What the bot says when no skill speaks. */
export const rootTexts = catalog(
  { ...commandTexts.es, ...heardTexts.es, ...begunTexts.es },
  { ...commandTexts.en, ...heardTexts.en, ...begunTexts.en },
);
