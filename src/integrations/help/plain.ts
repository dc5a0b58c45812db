/** A link of an article, absolute. */
export interface Link {
  readonly label: string;
  readonly url: string;
}
/** What is left of HTML: text and where it leads. */
export interface Plain {
  readonly text: string;
  readonly links: readonly Link[];
}

/** Longest HTML that is read, characters: an article is a page, not a book. */
const LONGEST = 200_000;

/** What is never shown, with all that is in it. */
const UNSEEN = new Set(['script', 'style', 'iframe', 'object', 'template', 'noscript', 'svg', 'head', 'title', 'textarea', 'select']);
const BLOCKS = new Set(
  'p div section article header footer h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tr br hr blockquote pre figure figcaption dl dt dd'.split(' '),
);
const CELLS = new Set(['td', 'th']);
/** Bounded in every part, so that no text takes longer than its length: what is no whole tag is text. */
const TOKEN = /<!--[^]*?(?:-->|$)|<(\/?)([a-zA-Z][\w:-]{0,30})((?:"[^"]{0,2000}"|'[^']{0,2000}'|[^'"<>]){0,600})>|[^<]+|</g;
const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/**
 * HTML as plain text: an allow-list of one thing, text. Blocks become lines, list items begin with "•" and are indented by their depth, table cells
 * are parted by " · ". What is no tag stays text; entities are read once.
 *
 * @param base what relative links are relative to; without it, or with another scheme than http(s), a link is only its words
 */
export function plain(html: string, base?: string): Plain {
  const links: Link[] = [];
  const out: string[] = [];
  let unseen: string | undefined;
  let depth = 0;
  let open: { readonly at: number; readonly url: string } | undefined;
  for (const [token, slash, name, attributes = ''] of html.slice(0, LONGEST).matchAll(TOKEN)) {
    const tag = name?.toLowerCase();
    const closes = slash === '/';
    if (unseen !== undefined) {
      if (closes && tag === unseen) unseen = undefined;
    } else if (tag === undefined) {
      if (!token.startsWith('<!--')) out.push(entities(token).replace(/\s+/g, ' '));
    } else if (UNSEEN.has(tag)) {
      if (!closes && !attributes.endsWith('/')) unseen = tag;
    } else if (tag === 'a') {
      if (closes && open) links.push(...linkOf(out.slice(open.at).join(''), open.url, base));
      open = closes ? undefined : { at: out.length, url: entities(HREF.exec(attributes)?.slice(1).find(Boolean) ?? '') };
    } else {
      if (tag === 'ul' || tag === 'ol') depth = Math.max(0, depth + (closes ? -1 : 1));
      out.push(markOf(tag, closes, depth));
    }
  }
  return { text: tidy(out.join('')), links };
}

function markOf(tag: string, closes: boolean, depth: number): string {
  if (tag === 'li' && !closes) return `\n${'  '.repeat(Math.max(0, depth - 1))}• `;
  if (CELLS.has(tag)) return closes ? CELL : '';
  return BLOCKS.has(tag) ? '\n' : '';
}
const CELL = '\u001f';

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => `${/^ {0,6}(?=•)/.exec(line)?.[0] ?? ''}${cells(line)}`)
    .filter((line) => !/^\s*•?\s*$/.test(line))
    .join('\n');
}

function cells(line: string): string {
  return line
    .split(CELL)
    .map((cell) => cell.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' · ');
}

function linkOf(label: string, href: string, base: string | undefined): Link[] {
  const words = cells(label);
  if (!URL.canParse(href, base) || words === '') return [];
  const url = new URL(href, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? [{ label: words, url: url.href }] : [];
}

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', laquo: '«', raquo: '»', hellip: '…', ndash: '–', mdash: '—' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bull: '•', middot: '·', iexcl: '¡', iquest: '¿', euro: '€', copy: '©', reg: '®', deg: '°' },
  ...{ aacute: 'á', eacute: 'é', iacute: 'í', oacute: 'ó', uacute: 'ú', ntilde: 'ñ', uuml: 'ü', ordf: 'ª', ordm: 'º' },
  ...{ Aacute: 'Á', Eacute: 'É', Iacute: 'Í', Oacute: 'Ó', Uacute: 'Ú', Ntilde: 'Ñ', Uuml: 'Ü' },
};

function entities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' ';
  });
}

/** The first sentences of a text, whole where they fit into `most` characters; items of a list stand below each other. */
export function excerptOf(text: string, most: number): string {
  const line = text
    .replace(/\s*\n\s*/g, '\n')
    .replace(/\n(?!•)/g, ' ')
    .trim();
  if (line.length <= most) return line;
  const sentences = line.match(/[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]+(?:\s|$)/g) ?? [];
  let whole = '';
  for (const sentence of sentences) {
    if ((whole + sentence).trimEnd().length > most) break;
    whole += sentence;
  }
  return whole.trim() || `${line.slice(0, most - 1).replace(/\s+\S*$/, '')}…`;
}
