import { z } from 'zod';
import { masked } from '../../../domain/masked';
import { SCORES } from '../../../domain/nps';
import { leave } from '../../engine/control';
import { skill } from '../../engine/skill';
import { texts } from './texts';

/** So much of a reason is kept, characters. */
const REASON = 300;
const NONE = /^\s*(?:no|nada|nada mas|nada más|ninguno|no gracias|nothing|nothing else|no thanks|none)\W*$/i;

/** "Muy lento" says little to a person who is to help. */
const STORY_WORDS = 4;
const tells = (why: string): boolean => why.trim().split(/\s+/).length >= STORY_WORDS;

/** The score was given: why, in the customer's words, or not at all. Begun by the root alone, with the score. */
export const npsSkill = () =>
  skill('nps', texts)
    .asks('score', {
      ask: ({ t }) => t.thanks,
      keeps: z.int().min(SCORES.lowest).max(SCORES.highest),
      read: () => leave(),
    })
    .asks('why', {
      ask: ({ t, score }) => ({
        text: score <= SCORES.detractor ? t.worst : score <= SCORES.passive ? t.missing : t.best,
        choices: [...(score <= SCORES.detractor ? [{ id: 'person', label: t.person }] : []), { id: 'none', label: t.nothing }],
      }),
      keeps: z.string(),
      read: ({ choice, numbered, text }, { t }) => {
        const picked = choice ?? numbered;
        if (picked === 'person') return leave(undefined, 'agent');
        if (picked === 'none' || NONE.test(text) || text.trim() === '') return leave(t.noted);
        return masked(text).slice(0, REASON);
      },
    })
    .does(async ({ score, why, say, t, scored, tried }) => {
      scored({ why });
      if (score <= SCORES.detractor && tells(why)) tried({ asked: why }); // who wants a person next is not asked why again
      say(score <= SCORES.detractor ? { text: t.heard, choices: [{ id: 'go:agent', label: t.person }] } : t.noted);
    });
