import { z } from 'zod';
import { COUNTERPARTS, type Counterpart } from '../http/reply';

/** Longest `slow:<ms>`. */
const SLOWEST_MS = 600_000;

const KINDS = ['refuse', 'timeout', 'apply-then-hang', 'error-after', 'drop', 'error', 'limit', 'wrong'] as const;
const slow = z.templateLiteral(['slow:', z.int().min(0)]).refine((kind) => Number(kind.slice(5)) <= SLOWEST_MS, `slow:<ms>, at most ${SLOWEST_MS}`);

/**
 * `refuse`: a clear no. `error`: 503. `timeout`: never answers, nothing applied. `drop`: the socket is cut, nothing applied.
 * `limit`: 429, to be tried again in a second. `wrong`: 200 with something else than was asked, nothing applied.
 * `apply-then-hang`: applied, never answers. `error-after`: applied, then 500. `slow:<ms>`: applied after a while.
 */
export const FaultKind = z.union([z.enum(KINDS), slow]);
export type FaultKind = z.infer<typeof FaultKind>;

export const FaultRule = z.object({
  counterpart: z.enum(COUNTERPARTS),
  kind: FaultKind,
  /** Only calls that name this line, E.164 without `+`. */
  msisdn: z
    .string()
    .regex(/^\d{7,15}$/, 'digits of an E.164 number, without +')
    .optional(),
  /** How many calls it hits before it goes away. */
  times: z.int().min(1).max(1_000_000).optional(),
});
export type FaultRule = z.infer<typeof FaultRule>;

export interface Faults {
  list(): readonly FaultRule[];
  /** A rule replaces the one with the same counterpart and line. */
  set(rule: FaultRule): void;
  /** Back to working order: one counterpart, or all. */
  clear(counterpart?: Counterpart): void;
  forget(): void;
  /** What happens to a call now; a rule for one of its lines goes before a rule for all. Uses up one of its `times`. */
  take(counterpart: Counterpart, lines: readonly string[]): FaultKind | undefined;
}

/** `changed` is told the whole list after every change. */
export function createFaults(start: readonly FaultRule[], changed: (rules: readonly FaultRule[]) => void): Faults {
  let rules = [...start];
  const become = (next: FaultRule[]): void => {
    rules = next;
    changed(rules);
  };
  return {
    list: () => rules,
    set: (rule) => become([...rules.filter((old) => old.counterpart !== rule.counterpart || old.msisdn !== rule.msisdn), rule]),
    clear: (counterpart) => become(counterpart === undefined ? [] : rules.filter((rule) => rule.counterpart !== counterpart)),
    forget: () => {
      rules = [];
    },
    take: (counterpart, lines) => {
      const own = rules.filter((rule) => rule.counterpart === counterpart);
      const rule = own.find(({ msisdn }) => msisdn !== undefined && lines.includes(msisdn)) ?? own.find(({ msisdn }) => msisdn === undefined);
      if (rule?.times !== undefined) {
        const left = rule.times > 1 ? [{ ...rule, times: rule.times - 1 }] : [];
        become([...rules.filter((old) => old !== rule), ...left]);
      }
      return rule?.kind;
    },
  };
}
