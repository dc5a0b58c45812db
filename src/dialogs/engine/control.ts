import type { Message } from '../../domain/message';

/** What a question or a step may answer instead of a value. */
export type Control =
  /** Not an answer: another skill may hear it, else it is asked again, after saying why. */
  | { readonly control: 'again'; readonly because?: string | Message; readonly understood?: boolean }
  /** Forget this answer and all after it, and go on from there. */
  | { readonly control: 'redo'; readonly from: string; readonly because?: string }
  /** Another answer to an earlier question, or to several; what was read or agreed to since is read and shown again. */
  | { readonly control: 'amend'; readonly name: string; readonly value: unknown; readonly also?: Readonly<Record<string, unknown>> }
  /** Read and show again what is not the customer's own answer, after saying why. */
  | { readonly control: 'reread'; readonly because?: string }
  /** Show another page of a long list. */
  | { readonly control: 'page'; readonly page: number }
  /** End here, with these words; then perhaps start another skill, which is told `said`: what the customer's sentence said. */
  | { readonly control: 'leave'; readonly say?: string | Message; readonly then?: string; readonly said?: Readonly<Record<string, string>> }
  /** Another skill first, with `answers` known; when it has done its work this flow goes on by itself, with everything read again. */
  | { readonly control: 'detour'; readonly skill: string; readonly answers: Readonly<Record<string, unknown>> };

/** The reply was not an answer. With `because` it was understood and is refused for that reason: no other skill is asked. */
export const again = (because?: string | Message): Control => ({ control: 'again', ...(because === undefined ? {} : { because, understood: true }) });
/** As far as this question can tell no answer, "mi factura" where a place was asked for: another skill hears it, else it is asked again for this reason. */
export const unlessAnother = (because: string | Message): Control => ({ control: 'again', because });
/** The reply is about something else, also where a piece of it looks like an answer: another skill hears it, else it is asked again. */
export const ofAnother = (): Control => ({ control: 'again', understood: true });
/** Goes back to the step `from`; its answer and all later ones are forgotten. */
export const redo = (from: string, because?: string): Control => ({ control: 'redo', from, ...(because === undefined ? {} : { because }) });
/** Turns to page `page` (from 0) of the list that is open. */
export const turnTo = (page: number): Control => ({ control: 'page', page });
/** Ends the flow, and the flow that waited for it. */
export const leave = (say?: string | Message, then?: string): Control => ({
  control: 'leave',
  ...(say === undefined ? {} : { say }),
  ...(then === undefined ? {} : { then }),
});

/** Ends the flow in favour of another skill, which hears what the sentence said that began this one. */
export const handTo = (skill: string, said: object): Control => {
  const pieces = Object.entries(said).filter((piece): piece is [string, string] => typeof piece[1] === 'string');
  return { control: 'leave', then: skill, said: Object.fromEntries(pieces) };
};

/** Does another skill first, and comes back here when it is done. What it left undone is offered again instead. */
export const detour = (skill: string, answers: Readonly<Record<string, unknown>> = {}): Control => ({ control: 'detour', skill, answers });

/** The reply is asked again, with or without a reason. */
export const isAgain = (value: unknown): value is Extract<Control, { control: 'again' }> => isControl(value) && value.control === 'again';
/** The question made nothing of the reply. */
export const isUnheard = (value: unknown): boolean => isAgain(value) && value.because === undefined && value.understood !== true;

export function isControl(value: unknown): value is Control {
  return typeof value === 'object' && value !== null && 'control' in value;
}
