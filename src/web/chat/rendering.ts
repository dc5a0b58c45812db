import { hostConfig } from './host-config.js';
import type { Speech } from './language.js';
import { pageNonce, part } from './page-data.js';
import { styleOptions } from './style-options.js';
import type { Token } from './token.js';
import type { DirectLine, Store, WebChatBundle } from './webchat.js';

/** Web Chat on the page. */
export interface Rendering {
  readonly mount: (line: DirectLine, token: Token) => void;
  /** With the language and the width of now. Does nothing before the first mount. */
  readonly again: () => void;
}

/** Web Chat's Spanish says "usted", and "a las" before a date. The page speaks by nobody's form of address, to those who listen to it too. */
const SPANISH = {
  ACTIVITY_YOU_SAID_ALT: 'Tu mensaje:',
  ACTIVITY_YOU_ATTACHED_ALT: 'Tu archivo:',
  ACTIVITY_STATUS_SEND_STATUS_ALT_SENT_AT: 'Enviado: $1',
  ACTIVITY_INTERACTIVE_FOOTNOTE_ALT: 'Con un clic se puede usar.',
  CONNECTIVITY_STATUS_ALT_RENDER_ERROR: 'No se pudo mostrar.',
  TOAST_ACCORDION_FEW: '$1 notificaciones: ver más',
  TOAST_ACCORDION_MANY: '$1 notificaciones: ver más',
  TOAST_ACCORDION_OTHER: '$1 notificaciones: ver más',
  TOAST_ACCORDION_TWO: '$1 notificaciones: ver más',
  TRANSCRIPT_ARIA_LABEL_ALT: 'Historial del chat: con las flechas se recorre.',
  TRANSCRIPT_LIVE_REGION_INTERACTIVE_LABEL_ALT: 'El mensaje es interactivo. Con Mayús + Tab, 2 o 3 veces, se llega al historial.',
  TRANSCRIPT_LIVE_REGION_INTERACTIVE_WITH_LINKS_LABEL_ALT: 'El mensaje tiene enlaces. Con Mayús + Tab, 2 o 3 veces, se llega al historial.',
  TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT: 'El mensaje trae opciones. Con Mayús + Tab, 2 o 3 veces, se llega a ellas.',
  TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_WITH_ACCESS_KEY_LABEL_ALT: 'El mensaje trae opciones. Con $1 se llega a ellas.',
};

/**
 * A user id that starts with `dl_` is taken from the token alone; handed over besides it, Web Chat would warn and make one up.
 * It must stay the same for a connection: Web Chat ends the conversation when it changes.
 */
const userOf = ({ userId }: Token): { userID?: string } => (userId.startsWith('dl_') ? {} : { userID: userId });

export const createRendering = (bundle: Promise<WebChatBundle>, speech: Speech, storeOf: (loaded: WebChatBundle) => Store): Rendering => {
  const phone = matchMedia('(max-width: 640px)');
  const narrow = (): boolean => phone.matches || document.body.classList.contains('embedded');
  let now: { line: DirectLine; token: Token } | undefined;
  const draw = async (): Promise<void> => {
    const loaded = await bundle;
    if (!now) return;
    const props = {
      directLine: now.line,
      store: storeOf(loaded),
      ...userOf(now.token),
      nonce: pageNonce(),
      locale: speech.language(),
      sendTypingIndicator: false,
      styleOptions: styleOptions(narrow()),
      adaptiveCardsHostConfig: hostConfig,
      overrideLocalizedStrings: (strings: Readonly<Record<string, unknown>>) => ({
        ...strings,
        ...(speech.language() === 'es' && SPANISH),
        TEXT_INPUT_PLACEHOLDER: speech.t('hint'),
      }),
    };
    loaded.renderWebChat(props, part('#webchat'));
  };
  phone.addEventListener('change', () => void draw());
  return {
    mount: (line, token) => {
      now = { line, token };
      void draw();
    },
    again: () => void draw(),
  };
};
