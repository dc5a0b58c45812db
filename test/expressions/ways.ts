import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** Expressions repeat a part up to so many times before it is taken for one that repeats without end. */
const COPIES = 6;
/** Characters that tell the classes of expressions apart; those that an expression names are added. */
const USUAL = [...Array.from({ length: 128 }, (_, code) => String.fromCodePoint(code)), ...'ñáÉüжß٤４½€•–…\u00a0\u200b\u2028\u0301😀'];

/** Which characters a state reads: one bit for each. */
type Letters = bigint;
interface State {
  /** Undefined: it reads nothing. */
  readonly reads?: Letters;
  /** What is next must be one of these. */
  readonly before?: Letters;
  /** Nothing goes before it. */
  readonly isBeginning?: boolean;
  /** The end of a part that is repeated. No way goes through it twice: a repetition that reads nothing is none. */
  isLoop?: boolean;
  readonly next: State[];
}
interface Step {
  readonly to: State;
  readonly reads: Letters;
}
/** What is built so far: where it begins and where it ends. */
type Piece = readonly [first: State, last: State];

/**
 * The part of an expression in which a repeated text can be read in two ways, so that n repetitions are tried in 2^n ways when what follows does
 * not match: `(me|a|me)*`, `(a+)*`, `(\s+x|\s)*`. Undefined where there is none. A look ahead counts where it is one character, a look behind
 * does not, and a reference stands for all that it may refer to.
 */
export function readsTwice({ source, flags }: { source: string; flags: string }): string | undefined {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes('u'), unicodeSets: flags.includes('v') });
  const build = builder(source, flags);
  for (const inner of build.pending(pattern)) {
    const found = twiceRead(stepsOf(inner));
    if (found) return build.named(found);
  }
  return undefined;
}

function builder(source: string, flags: string) {
  const letters = lettersOf(source, flags);
  const names = new Map<State, string>();
  const looks: AST.Alternative[][] = [];
  const nothing = (): State => ({ next: [] });

  const chain = (pieces: readonly Piece[]): Piece => {
    const [first, last] = [nothing(), nothing()];
    let end = first;
    for (const [from, to] of pieces) {
      end.next.push(from);
      end = to;
    }
    end.next.push(last);
    return [first, last];
  };
  const either = (alternatives: readonly AST.Alternative[]): Piece => {
    const [first, last] = [nothing(), nothing()];
    for (const { elements } of alternatives) {
      const [from, to] = chain(elements.map(piece));
      first.next.push(from);
      to.next.push(last);
    }
    return [first, last];
  };
  const reading = (node: AST.Element): Piece => {
    const state: State = { reads: letters(node.raw), next: [] };
    names.set(state, node.raw);
    return [state, state];
  };
  const maybe = (inner: Piece): Piece => {
    const [first, last] = chain([inner]);
    first.next.push(last);
    return [first, last];
  };
  const repeated = ({ element, min, max }: AST.Quantifier): Piece => {
    const copy = (): Piece => piece(element);
    const least = Array.from({ length: Math.min(min, COPIES) }, copy);
    if (max - min > COPIES) {
      const [first, last] = chain([copy()]);
      last.next.push(first);
      last.isLoop = true;
      return chain([...least.slice(1), min > 0 ? [first, last] : maybe([first, last])]);
    }
    let rest: Piece | undefined;
    for (let left = max - min; left > 0; left--) rest = maybe(rest ? chain([copy(), rest]) : copy());
    return chain([...least, ...(rest ? [rest] : [])]);
  };
  const asserted = (node: AST.Assertion): Piece => {
    if (node.kind === 'lookahead' || node.kind === 'lookbehind') looks.push(node.alternatives);
    const state: State = { ...demanded(node, letters, flags), next: [] };
    return [state, state];
  };
  function piece(node: AST.Element): Piece {
    if (node.type === 'Quantifier') return repeated(node);
    if (node.type === 'Group' || node.type === 'CapturingGroup') return either(node.alternatives);
    if (node.type === 'Assertion') return asserted(node);
    if (node.type === 'Backreference') return either([node.resolved].flat().flatMap(({ alternatives }) => alternatives));
    return reading(node);
  }

  return {
    /** The expression, and what it looks at, each by itself. */
    *pending({ alternatives }: AST.Pattern): Generator<State> {
      looks.push([...alternatives]);
      for (let next = looks.pop(); next; next = looks.pop()) yield either(next)[0];
    },
    named: (state: State): string => names.get(state) ?? '',
  };
}

/** What an assertion asks of the next character; nothing follows the end of a text, and nothing goes before its beginning. */
function demanded(node: AST.Assertion, letters: (raw: string) => Letters, flags: string): Pick<State, 'before' | 'isBeginning'> {
  if (flags.includes('m') && node.kind !== 'lookahead') return {};
  if (node.kind === 'start') return { isBeginning: true };
  if (node.kind === 'end') return { before: 0n };
  if (node.kind !== 'lookahead') return {};
  const [only, ...others] = node.alternatives;
  const [element, ...more] = only?.elements ?? [];
  const isOne = others.length === 0 && more.length === 0 && /^Character/.test(element?.type ?? '');
  if (!isOne || !element) return {};
  return { before: node.negate ? ~letters(element.raw) : letters(element.raw) };
}

function lettersOf(source: string, flags: string): (raw: string) => Letters {
  const alphabet = [...new Set([...USUAL, ...source])];
  const known = new Map<string, Letters>();
  return (raw) => {
    const one = new RegExp(`^(?:${raw})$`, flags.replace(/[gym]/g, ''));
    const found = known.get(raw) ?? alphabet.reduce((sum, letter, at) => (one.test(letter) ? sum | (1n << BigInt(at)) : sum), 0n);
    known.set(raw, found);
    return found;
  };
}

/** From each state that reads to those that may read next, once for each way there. */
function stepsOf(start: State): ReadonlyMap<State, readonly Step[]> {
  const steps = new Map<State, Step[]>();
  const pending = [start];
  for (let from = pending.pop(); from; from = pending.pop()) {
    if (steps.has(from)) continue;
    const found: Step[] = [];
    const way = new Set<State>();
    const walk = (state: State, may: Letters): void => {
      if (way.has(state) || may === 0n || (state.isBeginning && from !== start)) return;
      if (state.reads !== undefined) {
        const reads = state.reads & may;
        if (reads !== 0n) found.push({ to: state, reads });
        return;
      }
      if (state.isLoop) way.add(state);
      for (const next of state.next) walk(next, may & (state.before ?? -1n));
      way.delete(state);
    };
    for (const next of from.next) walk(next, -1n);
    steps.set(from, found);
    pending.push(...found.map(({ to }) => to));
  }
  return steps;
}

/** A state from which one text leads back to it in two ways. Two readers set out together, part, and meet where they began. */
function twiceRead(steps: ReadonlyMap<State, readonly Step[]>): State | undefined {
  const places = new Map([...steps.keys()].map((state, at) => [state, at]));
  const rounds = circles([...steps.keys()], (state) => (steps.get(state) ?? []).map(({ to }) => to));
  const stays = (from: State, to: State): boolean => rounds.get(from) === rounds.get(to);
  const pairs = new Map<number, readonly [State, State]>();
  const pairOf = (one: State, other: State): number => {
    const key = (places.get(one) ?? 0) * places.size + (places.get(other) ?? 0);
    pairs.set(key, [one, other]);
    return key;
  };
  const together = (key: number): readonly number[] => {
    const [one, other] = pairs.get(key) ?? [];
    if (!one || !other) return [];
    const ours = (steps.get(one) ?? []).filter(({ to }) => stays(one, to));
    const theirs = (steps.get(other) ?? []).filter(({ to }) => stays(other, to));
    return ours.flatMap((step) => theirs.filter(({ reads }) => (reads & step.reads) !== 0n).map(({ to }) => pairOf(step.to, to)));
  };
  for (const [state, out] of steps) {
    const inside = out.filter(({ to }) => stays(state, to));
    const twice = inside.find((step, at) => inside.slice(at + 1).some(({ to, reads }) => to === step.to && (reads & step.reads) !== 0n));
    if (twice) return twice.to;
  }
  const loops = circles(
    [...steps.keys()].map((state) => pairOf(state, state)),
    together,
  );
  const alone = new Map<number, State>();
  for (const [key, loop] of loops) {
    const [one, other] = pairs.get(key) ?? [];
    if (one && one === other) alone.set(loop, one);
  }
  for (const [key, loop] of loops) {
    const [one, other] = pairs.get(key) ?? [];
    if (one !== other && alone.has(loop)) return alone.get(loop);
  }
  return undefined;
}

/** The strongly connected parts of a graph, by number (Tarjan's); a place that does not lead back to itself is alone in its own. */
function circles<T>(starts: readonly T[], next: (from: T) => readonly T[]): ReadonlyMap<T, number> {
  const order = new Map<T, number>();
  const lowest = new Map<T, number>();
  const circle = new Map<T, number>();
  const open: T[] = [];
  const lower = (of: T, to: number): unknown => lowest.set(of, Math.min(lowest.get(of) ?? to, to));
  const enter = (place: T): { place: T; left: T[] } => {
    order.set(place, order.size);
    lower(place, order.size - 1);
    open.push(place);
    return { place, left: [...next(place)] };
  };
  for (const start of starts) {
    const path = order.has(start) ? [] : [enter(start)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = top.left.pop();
      if (to === undefined) {
        path.pop();
        const above = path.at(-1);
        if (above) lower(above.place, lowest.get(top.place) ?? 0);
        if (lowest.get(top.place) === order.get(top.place))
          for (let each = open.pop(); each !== undefined; each = open.pop()) {
            circle.set(each, order.get(top.place) ?? 0);
            if (each === top.place) break;
          }
      } else if (!order.has(to)) path.push(enter(to));
      else if (!circle.has(to)) lower(top.place, order.get(to) ?? 0);
    }
  }
  return circle;
}
