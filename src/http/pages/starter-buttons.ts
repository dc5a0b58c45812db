import { icon, type PageContext } from './frame';
import { html, type Html } from './html';
import type { Starter } from './starters';
import type { PageTexts } from './texts';

/** Beside the chat, on a wide screen. */
export const starterButton = ({ icon: name, says }: Starter, at: number, { language }: PageContext): Html =>
  html`<button type="button" popovertarget="early-${at}" popovertargetaction="show" data-es="${says.es}" data-en="${says.en}">
    ${icon(name)}<span>${says[language]}</span>${icon('next')}
  </button>`;

/** In the chat, on a narrow one. */
export const starterChip = ({ says }: Starter, at: number, { language }: PageContext): Html =>
  html`<button type="button" popovertarget="early-${at}" popovertargetaction="show" data-es="${says.es}" data-en="${says.en}">
    <span>${says[language]}</span>
  </button>`;

/** A starter tapped before the page's script runs: the browser itself opens the mark, the bubble beside it is seen, and the script sends it. */
export const earlyStarter = ({ says }: Starter, at: number, { language }: PageContext, { waiting }: PageTexts): Html =>
  html`<i popover="manual" id="early-${at}"></i>
    <div class="mine">
      <p class="bubble from-me" data-es="${says.es}" data-en="${says.en}">${says[language]}</p>
      <p class="tiny muted" data-t="waiting">${waiting}</p>
    </div>`;
