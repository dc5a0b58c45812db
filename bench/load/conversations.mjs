/**
 * A crowd that holds the same conversation over and over, each at its own place in it: the ready ones wait in line, so that every window of time
 * has the same mix of turns.
 *
 * @param talk `(id, said) => Promise<string[]>`: says something in conversation `id` and resolves to the replies, once all that are due are there
 */
export function crowd({ talk, script, size }) {
  const line = [];
  let counted = empty(script);

  /** One turn of one conversation. Wrong replies are an error, as is anything thrown. */
  const step = async (one) => {
    const { said, replies } = script[one.step];
    try {
      const heard = await talk.say(one.id, said, replies.length);
      if (heard.length !== replies.length || heard.some((text, at) => text !== replies[at]))
        note(`after "${said}": ${JSON.stringify(heard)} instead of ${JSON.stringify(replies)}`);
    } catch (error) {
      note(String(error?.message ?? error));
    }
    counted.turns++;
    counted.mix[one.step]++;
    one.step = (one.step + 1) % script.length;
    if (one.step === 0) counted.finished++;
  };
  const note = (error) => {
    counted.errors++;
    if (counted.said.length < 3) counted.said.push(error);
  };

  return {
    async turn(one) {
      await step(one);
      line.push(one);
    },
    /** The next conversation that is ready, or undefined. */
    next: () => line.shift(),
    ready: () => line.length,
    /** Brings everybody to their place: conversation i has said i mod length turns. Resolves to how many turns that took. */
    async gather(workers) {
      const all = Array.from({ length: size }, (_, at) => ({ id: `${at}`, step: 0 }));
      await talk.open?.(all.map(({ id }) => id));
      const left = [...all];
      const walk = async () => {
        for (let one = left.pop(); one; one = left.pop()) while (one.step < Number(one.id) % script.length) await step(one);
      };
      await Promise.all(Array.from({ length: workers }, walk));
      line.push(...all);
      return counted.turns;
    },
    /** What was counted since the last call. */
    take() {
      const taken = counted;
      counted = empty(script);
      return taken;
    },
  };
}

const empty = (script) => ({ turns: 0, finished: 0, errors: 0, said: [], mix: script.map(() => 0) });

/** How far a count may be from even, as a share and in turns: windows begin and end within a round. */
const UNEVEN = { share: 0.1, turns: 15 };
const isFar = (count, even) => Math.abs(count - even) > even * UNEVEN.share + UNEVEN.turns;

/** Why a measurement cannot be believed, or undefined. */
export function flaw({ turns, finished, errors, said, mix }) {
  if (errors) return `${errors} wrong turns, such as: ${said.join(' | ')}`;
  if (!turns) return 'nothing was said';
  const even = turns / mix.length;
  if (mix.some((count) => isFar(count, even))) return `an uneven mix of turns: ${mix.join(', ')}`;
  if (isFar(finished, even)) return `${finished} conversations finished in ${turns} turns`;
  return undefined;
}
