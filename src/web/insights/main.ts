import { figures, SignedOut, type Figure, type Report, type Wanted } from './api.js';
import { showBehind } from './behind.js';
import { board } from './board.js';
import { make, one } from './dom.js';
import { channelName, moment } from './words.js';

/** The page counts again by itself, ms. */
const AGAIN_MS = 60_000;

const main = one('#main', HTMLElement);
const state = one('#state', HTMLElement);
const channels = one('#channel', HTMLSelectElement);
const view = one('#view', HTMLButtonElement);
const periods = [...document.querySelectorAll<HTMLButtonElement>('[data-period]')];

let wanted: Wanted = { period: new URLSearchParams(location.search).get('period') ?? '30', channel: '' };
let shown = '';

/** Reads and draws; what came for other buttons than those pressed now is not drawn. */
async function show(): Promise<void> {
  const asked = wanted;
  try {
    const report = await figures(asked);
    if (asked !== wanted) return;
    state.textContent = '';
    drawAll(report, asked);
  } catch (error) {
    if (error instanceof SignedOut) return location.reload();
    state.textContent = 'The figures cannot be read at the moment. Trying again.';
  }
}

function drawAll(report: Report, asked: Wanted): void {
  const now = JSON.stringify([asked, report]);
  if (now === shown) return; // nothing new: who reads a table is not thrown back to its top
  shown = now;
  offer(report.channels);
  const look = (figure: Figure): void => void showBehind(figure, asked, report.timeZone).catch(() => one('#behind', HTMLDialogElement).close());
  main.replaceChildren(...board(report, look));
  const days = `${moment(report.from, report.timeZone)} to ${moment(Math.min(report.to, Date.now()), report.timeZone)}, ${report.timeZone}.`;
  one('#period', HTMLElement).replaceChildren(`${days} Conversations of the last 7 days may still be withdrawn. Definitions: docs/measures.md.`);
}

/** Channels that anybody ever wrote on. */
function offer(names: readonly string[]): void {
  const known = new Set([...channels.options].map(({ value }) => value));
  for (const name of names) if (!known.has(name)) channels.append(make('option', { value: name }, channelName(name)));
}

function want(more: Partial<Wanted>): void {
  wanted = { ...wanted, ...more };
  periods.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset['period'] === wanted.period)));
  state.textContent = 'Counting …';
  void show();
}

periods.forEach((button) => button.addEventListener('click', () => want({ period: button.dataset['period'] ?? '30' })));
channels.addEventListener('change', () => want({ channel: channels.value }));
view.addEventListener('click', () => {
  const isTables = document.body.classList.toggle('tables');
  view.setAttribute('aria-pressed', String(isTables));
  view.textContent = isTables ? 'Show charts' : 'Show tables';
});
setInterval(() => document.visibilityState === 'visible' && void show(), AGAIN_MS);
want({});
