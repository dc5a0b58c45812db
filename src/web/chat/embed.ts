import { sendBox } from './webchat.js';

/** Inside a host's page. Only two words leave the frame, `close` and `message`, and nothing of what was said. */
export interface Embed {
  /** Something came from the bot or a person: the host may count it when the frame is out of sight. */
  readonly arrived: () => void;
}

const ALONE: Embed = { arrived: () => undefined };

export const createEmbed = (): Embed => {
  if (window.parent === window) return ALONE;
  // The host's origin is not ours to know; nothing in the message is worth hiding from it.
  const tell = (type: 'close' | 'message'): void => window.parent.postMessage({ source: 'care-chat', type }, '*');
  document.documentElement.classList.add('framed');
  document.querySelector('#close')?.addEventListener('click', () => tell('close'));
  addEventListener('keydown', (event) => event.key === 'Escape' && !event.defaultPrevented && tell('close'));
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== window.parent || typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'care-chat:open') return;
    const shell = document.querySelector<HTMLElement>('#shell:not([hidden]) #shell-input');
    (shell ?? sendBox())?.focus();
  });
  return { arrived: () => tell('message') };
};
