/** What the sandbox answers to its own page, from the same build. */
export interface Info {
  readonly epoch: string;
  readonly botUrl: string;
  readonly country: string;
  readonly currency: string;
  readonly utcHours: number;
}
export interface Phone {
  readonly number: string;
  readonly msisdn: string;
  readonly kind: string;
  readonly name: string;
  readonly probe: boolean;
}
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly story: { readonly en: string };
  readonly largeText: boolean;
  readonly lines: readonly Omit<Phone, 'name' | 'probe'>[];
  readonly contracts: readonly string[];
  readonly document?: string;
}
export interface Sms {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly at: string;
  readonly due: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
}
export interface Posting {
  readonly account: string;
  readonly currency: string;
  readonly debit: number;
  readonly credit: number;
}
export interface Books {
  readonly total: number;
  readonly entries: readonly { readonly ref: string; readonly what: string; readonly at: string; readonly postings: readonly Posting[] }[];
  readonly trial: readonly Posting[];
  readonly balanced: boolean;
}
export interface Clock {
  readonly now: number;
  readonly offsetMs: number;
}
export interface Fault {
  readonly counterpart: string;
  readonly kind: string;
  readonly msisdn?: string;
  readonly times?: number;
}

/** How the owner of a line answers when a wallet asks on the phone. */
export type Verdict = 'approve' | 'decline' | 'silent';
export interface Offer {
  readonly id: string;
  readonly name: string;
  /** In the catalogue, and now: "35", "48.00". */
  readonly printed: string;
  readonly price: string;
}
export interface Switches {
  /** Who does not simply approve, by line. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly offers: readonly Offer[];
}

/** What was written on a ticket, and by whom. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly isPublic: boolean;
  readonly at: string;
  readonly author: string | null;
  readonly by: 'customer' | 'bot' | 'agent';
  readonly files: readonly { readonly name: string; readonly url: string }[];
}
export interface Ticket {
  readonly id: number;
  readonly subject: string;
  readonly status: string;
  readonly priority: string | null;
  readonly group: string | null;
  readonly assignee: string | null;
  readonly requester: { readonly name: string | null };
  readonly tags: readonly string[];
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly comments: readonly Comment[];
  readonly at: string;
  readonly updatedAt: string;
}
export interface TicketDesk {
  /** The ones that changed last first. */
  readonly tickets: readonly Ticket[];
  readonly agents: readonly { readonly id: number; readonly name: string }[];
  readonly macros: readonly { readonly id: number; readonly title: string; readonly text: string }[];
}

/** A message as Messenger shows it. */
interface MessengerCard {
  readonly title?: string;
  readonly subtitle?: string;
  readonly text?: string;
  readonly buttons?: readonly { readonly title: string; readonly payload?: string; readonly url?: string }[];
}
export interface MessengerSaid {
  readonly mid: string;
  readonly at: string;
  readonly by: 'customer' | 'bot' | 'inbox';
  readonly text?: string;
  readonly name?: string;
  readonly attachment?: string;
  readonly shown?: {
    readonly text?: string;
    readonly attachment?: { readonly payload: MessengerCard & { readonly elements?: readonly MessengerCard[] } };
    readonly quick_replies?: readonly { readonly title: string; readonly payload: string }[];
  };
}
export interface MessengerThread {
  readonly psid: string;
  readonly name: string;
  readonly typing: boolean;
  /** The page saw what was said last. */
  readonly seen: boolean;
  /** The page's inbox has it. */
  readonly inbox: boolean;
  readonly said: readonly MessengerSaid[];
}
export interface MessengerPhone {
  /** Whether there is an app at all. */
  readonly on: boolean;
  readonly profile: {
    readonly persistent_menu?: readonly {
      readonly locale: string;
      readonly call_to_actions: readonly { readonly title: string; readonly payload: string }[];
    }[];
  };
  readonly threads: readonly MessengerThread[];
}

export interface Mail {
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Parts of the network, and what fails in them. */
export interface Network {
  readonly areas: readonly { readonly id: string; readonly country: string; readonly name: string }[];
  readonly outages: readonly { readonly area: string; readonly status: 'inProgress' | 'resolved' | 'cancelled' }[];
}
