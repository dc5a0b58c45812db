/**
 * Tells when the conversation's socket opens and when it is gone. Direct Line's client keeps saying "online" while it waits 3 to 15 s
 * before it comes back by itself, and a header that says so too would not be honest. Call before the client is made.
 */
export const watchSockets = (heard: (isOpen: boolean) => void): void => {
  const Plain = window.WebSocket;
  let latest = 0;
  window.WebSocket = class extends Plain {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      const own = ++latest;
      this.addEventListener('open', () => latest === own && heard(true));
      this.addEventListener('close', () => latest === own && heard(false));
    }
  };
};
