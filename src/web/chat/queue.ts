/** A message written before the chat could take it. `restored`: it comes from before a refresh, and may have gone out then. */
export interface Waiting {
  readonly id: string;
  readonly text: string;
  readonly restored: boolean;
}

/** Messages in waiting, in the order they were written. They survive a refresh of the tab. */
export interface Queue {
  readonly add: (text: string) => Waiting;
  readonly all: () => readonly Waiting[];
  readonly drop: (id: string) => void;
}

const KEY = 'care-chat-waiting';

const stored = (): Waiting[] => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((item: unknown) =>
      typeof item === 'object' && item !== null && 'id' in item && 'text' in item
        ? [{ id: String(item.id), text: String(item.text), restored: true }]
        : [],
    );
  } catch {
    return [];
  }
};

export const createQueue = (): Queue => {
  let items = stored();
  const save = (): void => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(items.map(({ id, text }) => ({ id, text }))));
    } catch {
      // storage may be refused: then they last as long as the page
    }
  };
  return {
    add: (text) => {
      const item = { id: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`, text, restored: false };
      items = [...items, item];
      save();
      return item;
    },
    all: () => items,
    drop: (id) => {
      items = items.filter((item) => item.id !== id);
      save();
    },
  };
};
