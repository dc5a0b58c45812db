/** What can be tapped. `payload` comes back. */
export type SunshineAction =
  | { readonly type: 'reply' | 'postback'; readonly text: string; readonly payload: string }
  | { readonly type: 'link'; readonly text: string; readonly uri: string };

/** A message's content, as far as we make any. */
export type SunshineContent =
  | { readonly type: 'text'; readonly text: string; readonly actions?: readonly SunshineAction[] }
  | {
      readonly type: 'carousel';
      readonly items: readonly { readonly title: string; readonly description?: string; readonly actions: readonly SunshineAction[] }[];
    };

/** `refused`: it never will be taken, and why. `later`: in so many ms, where it is said. `unsure`: it may have arrived. */
export type SunshineAnswer =
  | { readonly status: 'done' }
  | { readonly status: 'refused'; readonly why: string }
  | { readonly status: 'later'; readonly afterMs?: number }
  | { readonly status: 'unsure' };

/** Sunshine Conversations v2, as a switchboard responder uses it. Nothing here throws for what the other side does. */
export interface Sunshine {
  /** @param name who speaks */
  say(conversation: string, name: string, content: SunshineContent): Promise<SunshineAnswer>;
  /** A courtesy: nothing depends on it. */
  typing(conversation: string): Promise<void>;
  /** Gives the conversation to another responder. @param metadata flat, at most 4 KB */
  passControl(conversation: string, metadata: Readonly<Record<string, string>>): Promise<SunshineAnswer>;
}
