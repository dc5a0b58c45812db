import { stretches } from '../words';

/** What means something inside a line of Markdown, or begins HTML. */
const INLINE = /[\\`*_[\]<>~|]/g;
/** What would make a heading, list or rule of a line that we only want to say. */
const LINE_START = /^([ \t]*)(?:(\d{1,9})([.)])(?=\s|$)|([#+=-])(?=[\s#=-]|$))/gm;

const escapeInline = (text: string): string => text.replace(/&(?=[#\w]+;)/g, '&amp;').replace(INLINE, '\\$&');

/**
 * A message's text as Markdown: words that can be typed are bold, single line ends stay line ends. All else, ours or a backend's,
 * is shown as it is: no name, article or price can make a link, an image or a heading.
 */
export const toMarkdown = (text: string): string =>
  stretches(text)
    .map(({ text: part, typed }) => (typed ? `**${escapeInline(part)}**` : escapeInline(part)))
    .join('')
    .replace(LINE_START, (_, space: string, number = '', point = '', mark = '') => `${space}${number}\\${point}${mark}`)
    .replace(/([^\n])\n(?!\n)/g, '$1  \n');
