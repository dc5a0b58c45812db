/** Something worth knowing: a stable name, and details without personal data. */
export type Report = (event: string, detail: object) => void;

/**
 * One report for all who listen: log, metrics, traces. The parts that report know none of them, and an observer that fails is no reason to
 * fail a turn: it is told to the others, once.
 */
export function observers(all: readonly Report[]): Report {
  const broken = new Set<Report>();
  const tell: Report = (event, detail) => {
    for (const observer of all) {
      if (broken.has(observer)) continue;
      try {
        observer(event, detail);
      } catch (error) {
        broken.add(observer);
        tell('observer.failed', { error });
      }
    }
  };
  return tell;
}

/** A detail of a report as a word, or undefined. */
export function word(detail: object, name: string): string | undefined {
  const value: unknown = Reflect.get(detail, name);
  return typeof value === 'string' ? value : undefined;
}

/** A detail of a report as a number, or undefined. */
export function figure(detail: object, name: string): number | undefined {
  const value: unknown = Reflect.get(detail, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
