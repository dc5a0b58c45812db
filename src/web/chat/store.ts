import type { Activity, Action, Middleware, Store, WebChatBundle } from './webchat.js';

/** What the page hears from Web Chat's store. */
export interface StoreEvents {
  /** The conversation can be written to: the first time, and again after every reconnection. */
  readonly connected: () => void;
  readonly disconnected: () => void;
  /** An activity of the log or a new one, the customer's own echoes included. */
  readonly arrived: (activity: Activity) => void;
}

const UP = new Set(['DIRECT_LINE/CONNECT_FULFILLED', 'DIRECT_LINE/RECONNECT_FULFILLED']);
const DOWN = new Set([
  'DIRECT_LINE/RECONNECT_PENDING',
  'DIRECT_LINE/DISCONNECT_PENDING',
  'DIRECT_LINE/DISCONNECT_FULFILLED',
  'DIRECT_LINE/CONNECT_REJECTED',
]);

export const createStore = (bundle: WebChatBundle, events: StoreEvents): Store => {
  const hear = ({ type, payload }: Action): void => {
    // A turn of the event loop later, when Web Chat itself has taken the action in.
    if (UP.has(type)) setTimeout(events.connected, 0);
    if (DOWN.has(type)) events.disconnected();
    if (type === 'DIRECT_LINE/INCOMING_ACTIVITY' && payload?.activity) events.arrived(payload.activity);
  };
  const middleware: Middleware = () => (next) => (action) => {
    const result = next(action);
    hear(action);
    return result;
  };
  return bundle.createStore({}, middleware);
};
