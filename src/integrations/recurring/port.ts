import type { Form, Language } from '../../domain/texts';

/** How a billing account is paid by itself. */
export interface Autopay {
  readonly state: 'on' | 'off';
  /** The means that is charged, by its id. */
  readonly method?: string;
  /** Since when (epoch ms). */
  readonly since?: number;
  /** What became of the last charge. */
  readonly last?: { readonly state: 'paid' | 'failed'; readonly at: number };
}

/** Whether bills are charged by themselves; the operator's biller does it. */
export interface Recurring {
  /** `account` is a billing account. @throws BackendFailure */
  of(account: string): Promise<Autopay>;
}

/** Who agreed that a billing account is charged by itself, and where they are told of each charge. */
export interface Mandate {
  /** The order that began it. */
  readonly id: string;
  /** Whose it is: a line (E.164 without `+`), or a contract as the ledger names it. */
  readonly owner: string;
  readonly account: string;
  readonly conversation: string;
  readonly language: Language;
  readonly form: Form;
  /** The words that were agreed to, of which release, and when (epoch ms). */
  readonly words: string;
  readonly version: string;
  readonly agreedAt: number;
}

/** Mandates, kept as long as they are used, and for a year after: what was agreed to can be asked for later. */
export interface Mandates {
  /** The same mandate may be kept again. @throws while nothing can be remembered */
  keep(mandate: Mandate): Promise<void>;
  find(id: string): Promise<Mandate | undefined>;
}
