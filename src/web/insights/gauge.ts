import type { Nps } from './api.js';
import { draw, picture } from './dom.js';
import { points } from './words.js';

const WIDEST = 320;
const MARGIN = 22;

/** The score from −100 to +100 as an arc, with its interval as a second one outside of it. */
export function gauge(width: number, { score, interval: [low, high], n }: Nps): SVGElement {
  const radius = Math.min(width, WIDEST) / 2 - MARGIN;
  const [x, y] = [width / 2, radius + 18];
  const at = (value: number, r = radius): readonly [x: string, y: string] => {
    const angle = Math.PI * (1 - (value + 100) / 200);
    return [(x + r * Math.cos(angle)).toFixed(1), (y - r * Math.sin(angle)).toFixed(1)];
  };
  const arc = (from: number, to: number, kind: string, r = radius): SVGElement =>
    draw('path', { class: kind, d: `M${at(from, r).join(' ')}A${r} ${r} 0 0 1 ${at(to, r).join(' ')}` });
  const text = (words: string, kind: string, left: number, top: number): SVGElement =>
    draw('text', { class: kind, x: left, y: top, 'text-anchor': 'middle' }, words);
  const [knobX, knobY] = at(score);
  return picture(
    width,
    y + 26,
    `NPS ${points(score)}, 95 per cent interval ${points(low)} to ${points(high)}, n = ${n}`,
    arc(-100, 100, 'track'),
    arc(-100, score, 'val'),
    arc(low, high, 'ci', radius + 15),
    draw('circle', { class: 'knob', cx: knobX, cy: knobY, r: 9 }),
    text(points(score), 'fig', x, y - 16),
    text(`${points(low)} to ${points(high)}, 95 %`, 'ax', x, y + 6),
    text('−100', 'ax', x - radius, y + 24),
    text('+100', 'ax', x + radius, y + 24),
  );
}
