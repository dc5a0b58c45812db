import { withoutCards } from './cards';
import { withoutSecrets } from './secrets';

/** Letters and digits in one: plates, references, identity numbers. Words with a digit less than two are left ("4g"). */
const MIXED = /\b(?=\p{L}*\d)(?=[\p{L}\d-]*\p{L})[\p{L}\d]+(?:-[\p{L}\d]+)*\b/gu;
/** "me llamo …", "soy … …", "a nombre de …": up to three words after it. */
const NAMED =
  /(\b(?:me llamo|mi nombre es|a nombre de|habla|le saluda|señora?|sra?\.?|don|doña|my name is|this is|mr\.?|mrs\.?)\s+)(\p{L}+(?:\s+(?:de|del|la|los)?\s*\p{Lu}\p{L}+){0,3})/giu;

/**
 * A text without what says who wrote it, as far as that can be seen: cards, codes and passwords, numbers, e-mail addresses, links, and names after the
 * words that announce them. What is left still tells what was wanted. Other names and addresses in words stay: whoever keeps this text treats it as personal.
 */
export function masked(text: string): string {
  return withoutCards(withoutSecrets(text, 'text'))
    .text.replace(/[\w.+-]{1,64}@[\w.-]{1,64}/g, '[correo]')
    .replace(/(?:https?:\/\/|www\.)\S{1,300}/gi, '[enlace]')
    .replace(NAMED, '$1[nombre]')
    .replace(MIXED, (word) => ((word.match(/\d/g) ?? []).length > 1 ? '[número]' : word))
    .replace(/(?<![\p{L}\d])\+?\d(?:[\d .,/()-]{0,40}\d)?(?!\p{L})/gu, '[número]');
}
