/** What a person of the operator is asked to look at. Nothing secret, nothing in full: an agent finds the rest by the line. */
export interface NewCase {
  /** A skill's id: what it is about. */
  readonly topic: string;
  /** Why the bot could not end it: `not_found`, `refused`, `unknown_money`, `complaint`… */
  readonly reason: string;
  /** E.164 without `+`, when it is about a line. */
  readonly line?: string;
  /** What happened, in one line, with the amount and since when. In Spanish: agents read it. */
  readonly summary: string;
  /** What the bot found and tried, by name. */
  readonly facts: Readonly<Record<string, string>>;
  /** What the customer was told to expect. */
  readonly promised: string;
}

export interface OpenCase {
  readonly reference: string;
  /** When it was opened, epoch ms, if it was there before. */
  readonly since?: number;
}

/** Cases for people. The reference exists at once, also while the system of the agents is away. */
export interface Cases {
  /** The same `key` opens one case, however often it is asked. @throws while nothing can be remembered */
  open(key: string, what: NewCase): Promise<OpenCase>;
}
