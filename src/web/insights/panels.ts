import { draw, make } from './dom.js';

type Cell = string | Node;
/** What a chart draws when its width is known. */
export type Drawing = (width: number) => SVGElement;

export interface Panel {
  readonly title: string;
  readonly about: string | Node;
  readonly size: 'third' | 'half' | 'wide' | 'whole';
  /** Drawn in its place, with the same numbers in `table` behind "Show tables". */
  readonly chart?: Drawing;
  readonly legend?: readonly (readonly [kind: string, text: string])[];
  /** Beside the chart: what is always there. */
  readonly more?: readonly Node[];
  readonly table?: HTMLElement;
  /** Said instead of all that: there is nothing to show, and why. */
  readonly empty?: string | undefined;
}

/** Below this a chart cannot be read, px: it is not there yet, or hidden. */
const NARROWEST = 120;

export function panel({ title, about, size, chart, legend, more = [], table, empty }: Panel): HTMLElement {
  const head = [make('h2', {}, title), make('p', { class: 'muted small' }, about)];
  if (empty !== undefined) return make('section', { class: `card panel ${size}` }, ...head, nothing(empty));
  const place = chart && drawn(chart);
  const parts = [...(place ? [place] : []), ...(legend ? [legendOf(legend)] : []), ...more, ...(table ? [table] : [])];
  return make('section', { class: `card panel ${size}` }, ...head, ...parts);
}

/** Drawn when the element has its width, and again when that changes: style sheets come late, phones are turned, tables are hidden again. */
function drawn(chart: Drawing): HTMLElement {
  const place = make('div', { class: 'chart' });
  let before = 0;
  new ResizeObserver(() => {
    const width = Math.floor(place.clientWidth);
    if (width <= NARROWEST || width === before) return;
    before = width;
    place.replaceChildren(chart(width));
  }).observe(place);
  return place;
}

const legendOf = (items: readonly (readonly [kind: string, text: string])[]): HTMLElement =>
  make('ul', { class: 'legend small' }, ...items.map(([kind, text]) => make('li', {}, make('i', { class: kind }), text)));

function nothing(why: string): HTMLElement {
  const icon = draw('svg', { class: 'ico', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, draw('path', { d: 'M5 19v-3M10 19v-7M15 19V9M20 19V5' }));
  return make('div', { class: 'empty' }, icon, make('p', {}, make('strong', {}, 'Nothing here yet')), make('p', { class: 'muted small' }, why));
}

/** A table that scrolls inside its place. `always`: not only behind "Show tables". */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  kind: 'behind' | 'always' = 'behind',
): HTMLElement {
  const columns = head.map((name, at) => make('th', { scope: 'col', ...(at > 0 && { class: 'n' }) }, name));
  const lines = rows.map((cells) =>
    make('tr', {}, ...cells.map((cell, at) => (at > 0 ? make('td', { class: 'n' }, cell) : make('th', { scope: 'row' }, cell)))),
  );
  const whole = make(
    'table',
    {},
    make('caption', { class: 'sr' }, caption),
    make('thead', {}, make('tr', {}, ...columns)),
    make('tbody', {}, ...lines),
  );
  return make('div', { class: `scroll ${kind === 'always' ? 'always' : 'tbl'}`, tabindex: 0, role: 'region', 'aria-label': caption }, whole);
}

/** A figure at the head of the board. */
export interface Head {
  readonly title: string;
  readonly big: string;
  readonly lines: readonly (readonly [text: string, kind?: 'ok' | 'warn'])[];
  readonly line?: SVGElement | undefined;
}

export function head({ title, big, lines, line }: Head): HTMLElement {
  const texts = lines.map(([text, kind], at) => make('p', { class: `tiny ${at === 0 ? 'muted' : (kind ?? '')}` }, text));
  const figure = make('p', { class: 'big num', ...(big === '–' && { 'aria-label': 'not known' }) }, big);
  return make('section', { class: 'card panel kpi' }, make('h2', {}, title), figure, ...texts, ...(line ? [line] : []));
}
