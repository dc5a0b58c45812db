import { deskOf, type FlowDialog } from './engine/flow';
import { BrokenFlow, renewed, Stored } from './engine/steps';
import type { Flows } from './round';

/** The SDK's dialog context, as far as a flow itself speaks of it. */
type Stack = Parameters<FlowDialog['back']>[0];

/**
 * Makes each turn's dialog context. The SDK's constructor registers its components and looks up memory anew every time, which takes as long as all
 * else that a turn does with dialogs, and serves nothing that our flows use: it is done once, and the contexts of all turns derive from that one.
 * What the SDK itself notes in that memory, the result of the dialog that ended last, nobody reads.
 *
 * @param make the SDK's own way
 */
export function contexts(make: (context: Stack['context']) => Stack): (context: Stack['context'], stack: Stack['stack']) => Stack {
  let common: Stack | undefined;
  return (context, stack) => {
    common ??= Object.defineProperty(make(context), 'context', { value: undefined });
    const own: unknown = Object.create(common, { context: { value: context }, stack: { value: stack }, state: { value: NO_MEMORY } });
    if (!isLike(common, own)) throw new TypeError('no dialog context');
    return own;
  };
}
const NO_MEMORY = Object.freeze({ setValue: () => undefined, getValue: () => undefined });
const isLike = <T extends object>(first: T, other: unknown): other is T => Object.getPrototypeOf(other) === first;

/** The stack as the rest of the root sees it. @throws BrokenFlow for a flow that this release does not have. */
export function flowsOn(known: ReadonlyMap<string, FlowDialog>, dc: Stack): Flows {
  const { record } = deskOf(dc.context);
  const top = () => {
    const instance = dc.activeDialog;
    if (!instance) return undefined;
    const flow = known.get(instance.id);
    if (!flow) throw new BrokenFlow(instance.id);
    return { flow, instance };
  };
  const reprompt = async (isNews = false): Promise<void> => {
    const open = top();
    if (open) await open.flow.again(dc, open.instance, isNews);
  };
  const takeUp = (): void => {
    dc.stack.splice(0, dc.stack.length, ...(record.parked ?? []));
    delete record.parked;
  };
  return {
    ids: () => dc.stack.map(({ id }) => id),
    question: () => {
      const open = top();
      return open?.flow.question(open.instance);
    },
    guarded: () => dc.stack.some((instance) => known.get(instance.id)?.guards(instance)),
    reprompt,
    hear: async () => void (await top()?.flow.continueDialog(dc)),
    back: async () => (await top()?.flow.back(dc)) ?? false,
    renew: (skill, said) => {
      const waiting = dc.stack.find((instance) => instance.id === skill && instance !== dc.activeDialog);
      const stored = Stored.safeParse(waiting?.state);
      const flow = known.get(skill);
      if (waiting && flow && stored.success) waiting.state = renewed(flow.skill, stored.data, said);
    },
    drop: () => void dc.stack.splice(0),
    park: (awaits) => {
      delete record.awaits;
      record.parked = dc.stack.splice(0);
      if (awaits !== undefined) record.awaits = awaits;
    },
    resume: async () => {
      takeUp();
      await reprompt();
    },
    takeUp,
  };
}
