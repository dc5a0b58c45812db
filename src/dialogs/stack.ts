import { BrokenFlow, deskOf, type FlowDialog } from './engine/flow';
import type { Flows } from './round';

/** The SDK's dialog context, as far as a flow itself speaks of it. */
type Stack = Parameters<FlowDialog['back']>[0];

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
    back: async () => (await top()?.flow.back(dc)) ?? false,
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
