/** The few parts of the published Web Chat bundle that this page uses. It is a classic script that leaves `window.WebChat`. */
export interface Activity {
  readonly id?: string;
  readonly type: string;
  readonly name?: string;
  readonly text?: string;
  /** The language it speaks: `es`, `en-US`. */
  readonly locale?: string;
  readonly from?: { readonly role?: string };
  readonly channelData?: Readonly<Record<string, unknown>>;
}

export interface Observer<T> {
  readonly next?: (value: T) => void;
  readonly error?: (error: unknown) => void;
  readonly complete?: () => void;
}

export interface Observable<T> {
  subscribe(observer: Observer<T>): { unsubscribe(): void };
}

export interface DirectLine {
  readonly connectionStatus$: Observable<number>;
  activity$: Observable<Activity>;
  postActivity(activity: Activity): Observable<string>;
  end(): void;
}

export interface Action {
  readonly type: string;
  readonly payload?: { readonly activity?: Activity };
}

export interface Store {
  dispatch(action: { readonly type: string; readonly payload: Readonly<Record<string, unknown>> }): void;
}

export type Middleware = (api: Store) => (next: (action: Action) => unknown) => (action: Action) => unknown;

export interface WebChatBundle {
  createStore(initial: Readonly<Record<string, never>>, middleware: Middleware): Store;
  createDirectLine(options: Readonly<Record<string, unknown>>): DirectLine;
  renderWebChat(props: Readonly<Record<string, unknown>>, element: Element): void;
}

declare global {
  interface Window {
    WebChat?: WebChatBundle;
  }
}

/** Web Chat's own box. A class of it would be no API; this attribute is. */
export const sendBox = (): HTMLTextAreaElement | HTMLInputElement | null =>
  document.querySelector<HTMLTextAreaElement | HTMLInputElement>('#webchat [data-id="webchat-sendbox-input"]');

/** After `load` too: asked for earlier, the bundle would hold that event back, and the browser would show the page as loading. */
const afterFirstPaint = async (): Promise<void> => {
  if (document.readyState !== 'complete') await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 0)));
};

/** Loads the bundle behind the page: after the first paint, and at low priority. Rejects when it could not be had; then call again. */
export const loadBundle = async (url: string): Promise<WebChatBundle> => {
  if (window.WebChat) return window.WebChat;
  await afterFirstPaint();
  await new Promise<void>((loaded, failed) => {
    const script = document.createElement('script');
    script.src = url;
    script.async = true;
    script.fetchPriority = 'low';
    script.addEventListener('load', () => loaded());
    script.addEventListener('error', () => {
      script.remove();
      failed(new Error('The chat bundle did not load'));
    });
    document.head.append(script);
  });
  if (!window.WebChat) throw new Error('The chat bundle is not what it should be');
  return window.WebChat;
};
