import type { Info, MessengerPhone, MessengerSaid, MessengerThread } from './answers.js';
import { change, read } from './api.js';
import { make, one, toast } from './dom.js';
import { hour } from './format.js';

/** The Messenger phone: what the page's customers see and do. Returns what to do when something changed. */
export async function startMessenger(info: Info): Promise<() => Promise<void>> {
  const select = one('#psid', HTMLSelectElement);
  let phone: MessengerPhone = await read.messenger();
  const current = (): MessengerThread | undefined => phone.threads.find(({ psid }) => psid === select.value);
  const act = (deed: object): void => {
    const psid = select.value;
    change.messenger({ psid, ...deed }).catch(() => toast('The bot did not take it.'));
  };
  const show = (): void => showThread(current(), phone, { info, act });
  select.replaceChildren(...phone.threads.map(({ psid, name }) => make('option', { value: psid }, name)));
  select.addEventListener('change', show);
  startWriting(act, () => phone);
  show();
  return async () => {
    phone = await read.messenger();
    show();
  };
}

type Act = (deed: object) => void;

function startWriting(act: Act, phone: () => MessengerPhone): void {
  const box = one('#m-text', HTMLInputElement);
  one('#m-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (text === '') return;
    box.value = '';
    act({ text });
  });
  const menu = one('#m-menu', HTMLDetailsElement);
  menu.addEventListener('toggle', () => {
    if (menu.open) one('#m-items', HTMLElement).replaceChildren(...itemsOf(phone(), (deed) => ((menu.open = false), act(deed))));
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
}

/** The page's own menu, as its profile says; and what else a customer can do, or a person of the page. */
function itemsOf({ profile }: MessengerPhone, act: Act): HTMLElement[] {
  const item = (words: string, deed: object): HTMLElement => make('button', { type: 'button', onclick: () => act(deed) }, words);
  const pressed = (title: string, payload: string): HTMLElement => item(title, { postback: { title, payload } });
  const menu = profile.persistent_menu?.find(({ locale }) => locale === 'default')?.call_to_actions ?? [];
  return [
    pressed('Empezar', 'GET_STARTED'),
    ...menu.map(({ title, payload }) => pressed(title, payload)),
    make('p', { class: 'tiny' }, 'Also on this phone'),
    item('Follow a link: m.me/…?ref=top-up', { ref: 'top-up' }),
    item('Send a voice note', { file: 'audio' }),
    item('Send a photo', { file: 'image' }),
    item('Send a sticker', { file: 'sticker' }),
    item('Share a location', { place: { lat: 14.607, long: -90.588 } }),
    make('p', { class: 'tiny' }, 'In the page’s inbox'),
    item('A person answers', { inbox: 'Hola, soy Ana, del equipo de la página. ¿En qué le ayudo?' }),
    item('They take the thread', { thread: 'take' }),
    item('They give it back', { thread: 'give' }),
  ];
}

const TYPING = '/static/shared/icons/typing.svg';

interface Showing {
  readonly info: Info;
  readonly act: Act;
}

function showThread(thread: MessengerThread | undefined, { on }: MessengerPhone, showing: Showing): void {
  const log = one('#m-log', HTMLElement);
  const said = thread?.said ?? [];
  const nothing = on ? 'Nothing yet. Press the menu and Empezar, or write.' : 'Messenger is not set up: the sandbox was started without an app.';
  const shown = said.flatMap((each) => bubbles(each, showing));
  const last = said.at(-1);
  const typing = thread?.typing === true ? [make('div', { class: 'in' }, make('img', { src: TYPING, alt: 'typing', class: 'bubble' }))] : [];
  const seen = thread?.seen === true && last?.by === 'customer' ? [make('p', { class: 'seen tiny' }, 'Seen')] : [];
  log.replaceChildren(...(shown.length > 0 ? [...shown, ...seen, ...typing] : [make('p', { class: 'nothing' }, nothing)]));
  one('#m-holder', HTMLElement).textContent = thread?.inbox === true ? 'A person of the page’s inbox has this thread' : 'Usually replies instantly';
  // Quick replies stand under the last message only, and go when something else is said.
  const replies = last?.by === 'bot' ? (last.shown?.quick_replies ?? []) : [];
  one('#m-quick', HTMLElement).replaceChildren(
    ...replies.map((reply) =>
      make(
        'button',
        { type: 'button', class: 'btn small', onclick: () => showing.act({ reply: { title: reply.title, payload: reply.payload } }) },
        reply.title,
      ),
    ),
  );
  log.scrollTop = log.scrollHeight; // after them: they take their room from it
}

function bubbles({ by, text = '', shown, name, at, attachment }: MessengerSaid, { info, act }: Showing): HTMLElement[] {
  if (by === 'customer') return [make('div', { class: 'out' }, attachment === undefined ? text : `[${attachment}]`)];
  const who = name ?? (by === 'inbox' ? 'Page inbox' : undefined);
  const payload = shown?.attachment?.payload;
  const cards = payload?.elements ?? (payload === undefined ? [] : [payload]);
  const body = cards.length > 0 ? cards.map((card) => cardOf(card, act)) : [make('div', { class: 'bubble' }, shown?.text ?? text)];
  const meta = make('div', { class: 'meta' }, make('time', { datetime: at }, hour(at, info.utcHours)), ...(who === undefined ? [] : [who]));
  return [make('div', { class: 'in' }, make('div', { class: cards.length > 1 ? 'side' : '' }, ...body), meta)];
}

type Card = NonNullable<NonNullable<NonNullable<MessengerSaid['shown']>['attachment']>['payload']['elements']>[number];

function cardOf({ title, subtitle, text, buttons = [] }: Card, act: Act): HTMLElement {
  const words = [
    ...(title === undefined ? [] : [make('strong', {}, title)]),
    ...((subtitle ?? text) ? [make('span', {}, subtitle ?? text ?? '')] : []),
  ];
  const taps = buttons.map((button) =>
    button.url === undefined
      ? make('button', { type: 'button', onclick: () => act({ postback: { title: button.title, payload: button.payload ?? '' } }) }, button.title)
      : make('a', { href: button.url, target: '_blank', rel: 'noopener' }, button.title),
  );
  return make('div', { class: 'mcard' }, make('div', { class: 'words' }, ...words), ...taps);
}
