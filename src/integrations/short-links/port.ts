/** A service of the operator's that makes addresses short. */
export interface ShortLinks {
  /** @param keyword what nobody can guess: it is the last part of the short address. @throws BackendFailure */
  shorten(url: string, keyword: string): Promise<string>;
}
