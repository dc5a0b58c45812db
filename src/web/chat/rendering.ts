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
      overrideLocalizedStrings: (strings: Readonly<Record<string, unknown>>) => ({ ...strings, TEXT_INPUT_PLACEHOLDER: speech.t('hint') }),
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
