import type { BillLine } from '../../domain/bills';
import type { Money } from '../../domain/money';

/** A bill of a billing account. Times in epoch ms. */
export interface Bill {
  readonly id: string;
  /** As it is printed on it. */
  readonly number: string;
  readonly account: string;
  /** Its month is the one it was made in. */
  readonly issued: number;
  readonly due: number;
  /** `partial`: some of it is paid. Whether it is late, its due date says. */
  readonly state: 'new' | 'partial' | 'settled';
  readonly total: Money;
  /** What is still owed. */
  readonly remaining: Money;
  /** The least that may be paid of it at once, where it may be paid in parts. */
  readonly least?: Money;
}

/** Bills (TMF678). */
export interface Bills {
  /** Of one billing account, newest first. @throws BackendFailure */
  list(account: string): Promise<readonly Bill[]>;
}

/** What may be told of a bill to whoever typed a code (level 2). */
export interface BillDetails {
  /** What it is made of, in the order of the bill. @throws BackendFailure */
  lines(bill: string): Promise<readonly BillLine[]>;
  /** The bill as it is printed; undefined when there is none. @throws BackendFailure */
  pdf(bill: string): Promise<Buffer | undefined>;
}

/** How bills reach their customer (TMF666, TMF678). */
export interface BillDelivery {
  /** @throws BackendFailure */
  of(account: string): Promise<{
    /** They come by e-mail alone. */
    readonly electronic: boolean;
    /** Where they go, as it may be shown: `a•••@correo.example`; none is on file without it. Level 2. */
    readonly email?: string;
  }>;
  /** Changes that, once per key. @throws BackendFailure */
  setElectronic(key: string, account: string, electronic: boolean): Promise<'done' | 'refused'>;
  /** Sends one bill to the e-mail on file, once per key. The address is the operator's business. @throws BackendFailure */
  send(key: string, bill: Pick<Bill, 'id' | 'account'>): Promise<'sent' | 'refused'>;
}

/** Links to printed bills, on our own domain. */
export interface BillLinks {
  /**
   * A link that is good for minutes, for the chat that asked for it: in a web chat, in its own browser only. The same `attempt` makes the same link.
   * Nothing is used up by opening it. `until` and `now` are epoch ms. @throws while Redis is away
   */
  make(of: { readonly visitor: string; readonly attempt: string; readonly bill: string; readonly month: string; readonly now: number }): Promise<{
    readonly url: string;
    readonly until: number;
    /** It opens in the chat's own browser only; where a chat has none, for whoever has it. */
    readonly bound: boolean;
  }>;
}
