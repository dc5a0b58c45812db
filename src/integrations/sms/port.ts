/** Short messages to a line (Kannel's sendsms). */
export interface Sms {
  /**
   * `reference` is ours: delivery reports carry it back. Resolves once the gateway has accepted it.
   * @throws BackendFailure
   * @throws RangeError for an empty text or one that the gateway would cut.
   */
  send(message: { readonly to: string; readonly text: string; readonly reference: string }): Promise<void>;
}
