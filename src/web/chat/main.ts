import { openConnection } from './connection.js';
import { createDelivery } from './delivery.js';
import { setUpDemo } from './demo.js';
import { takeEarly } from './early.js';
import { createEmbed } from './embed.js';
import { createExpectation } from './expectation.js';
import { createHeader } from './header.js';
import { createSpeech } from './language.js';
import { createNotice } from './notice.js';
import { createPlaceButton } from './place.js';
import { readPageData } from './page-data.js';
import { createQueue } from './queue.js';
import { createRendering } from './rendering.js';
import { keepTrying } from './retry.js';
import { createShell } from './shell.js';
import { createStore } from './store.js';
import { hasJoined, markJoined } from './token.js';
import { loadBundle, type Activity, type Store } from './webchat.js';

/** How long the light page stays after the connection is there, when the bot has said nothing yet. */
const GREETING_MS = 2_500;
/** Quiet time before the page takes on the language of the bot's last message: a replayed history may hold both, and the page would flicker. */
const FOLLOW_MS = 150;
/** A second press of the same button within this time is a trembling finger, or a doubt. */
const SAME_PRESS_MS = 1_000;

const data = readPageData();
const speech = createSpeech(data);
const header = createHeader(speech);
const notice = createNotice(speech);
const queue = createQueue();
const expectation = createExpectation();
const embed = createEmbed();
const placeButton = createPlaceButton(speech, (text, place) => send('SEND_MESSAGE', { text, method: 'keyboard', channelData: { place } }));
let store: Store | undefined;
let connected = false;

const send = (type: string, payload: Readonly<Record<string, unknown>>): void => store?.dispatch({ type: `WEB_CHAT/${type}`, payload });

/** Everything a customer says outside Web Chat's own box goes this way, so that it is kept when it cannot go out yet. */
const say = (text: string): void => {
  queue.add(text);
  shell.show(queue.all());
  if (connected) void delivery.flush();
  else if (!shell.isUp()) notice.show(speech.t('waiting'));
};
const shell = createShell(speech, say, () => store);

const delivery = createDelivery({
  queue,
  isConnected: () => connected,
  mustJoin: () => !hasJoined(),
  sendJoin: () => send('SEND_EVENT', { name: 'webchat/join', value: { language: speech.language() } }),
  joined: markJoined,
  sendText: (text, channelData) => {
    send('SEND_MESSAGE', { text, method: 'keyboard', channelData });
    takeOver();
  },
  changed: () => shell.show(queue.all()),
});

/** The customer's choice of language, told to the bot: now, or once it can hear it. A join says it too. */
let untold = false;
/** Chosen, and not yet heard from the bot: what it said before, in the other language, must not turn the page back. */
let chosen: string | undefined;
let following: ReturnType<typeof setTimeout> | undefined;
const tellLanguage = (): void => {
  clearTimeout(following);
  chosen = speech.language();
  untold = !connected;
  if (connected) send('SEND_EVENT', { name: 'webchat/language', value: { language: speech.language() } });
};
const followLanguage = (locale: string): void => {
  if (chosen && !locale.startsWith(chosen)) return;
  chosen = undefined;
  clearTimeout(following);
  if (!untold) following = setTimeout(() => speech.follow(locale), FOLLOW_MS);
};

/** Two frames later, when Web Chat has drawn what it was just given. */
const takeOver = (): void => void requestAnimationFrame(() => requestAnimationFrame(() => store && shell.handOver(store)));

const arrived = (activity: Activity): void => {
  delivery.arrived(activity);
  if (activity.from?.role === 'user') chosen = undefined; // what comes now answers something newer than the choice
  if (activity.type !== 'message' || activity.from?.role === 'user') return;
  const { expects, speaker } = activity.channelData ?? {};
  expectation.set(expects);
  placeButton.awaits(expects);
  if (activity.locale) followLanguage(activity.locale);
  header.speaker(typeof speaker === 'string' ? speaker : undefined);
  embed.arrived();
  takeOver();
};

const bundle = keepTrying(
  () => loadBundle(data.bundle),
  (seconds, now) => notice.show(speech.t('retryIn', { seconds }), { key: 'retryNow', act: now }),
  notice.hide,
);
const rendering = createRendering(bundle, speech, (loaded) => {
  store ??= createStore(loaded, {
    connected: () => {
      connected = true;
      if (untold && hasJoined()) tellLanguage();
      untold = false;
      setTimeout(takeOver, GREETING_MS);
      void delivery.flush();
    },
    disconnected: () => (connected = false),
    arrived,
  });
  return store;
});

takeEarly().forEach(queue.add);
shell.show(queue.all());
document.querySelectorAll<HTMLElement>('.quick button, .chips button').forEach((button) => {
  let pressed = -Infinity;
  button.addEventListener('click', () => {
    if (performance.now() - pressed < SAME_PRESS_MS) return;
    pressed = performance.now();
    say(button.textContent?.trim() ?? '');
  });
});
setUpDemo(speech, shell.insert);
speech.onSwitch(rendering.again);
speech.onChoice(tellLanguage);
openConnection({ bundle, speech, header, notice, mount: (line, token) => rendering.mount(delivery.watch(line), token) });
