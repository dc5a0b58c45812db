/** Seconds: from a turn that only reads memory to a backend at its deadline. */
export const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 20, 30];
/** Series of one metric. What comes beyond is counted under `other`, so that no stream of odd names can fill the memory. */
const MOST_SERIES = 300;
/** What a label may say: a word of a fixed vocabulary. Long runs of digits are somebody's number. */
const LABEL = /^(?!.*\d{5})[\w.:/ *-]{1,60}$/;

export type Labels = Readonly<Record<string, string | undefined>>;

export interface Counter {
  add(labels?: Labels, by?: number): void;
}
export interface Gauge {
  set(value: number, labels?: Labels): void;
}
export interface Histogram {
  observe(value: number, labels?: Labels): void;
}

/** Numbers in the text format of Prometheus, version 0.0.4. */
export interface Metrics {
  counter(name: string, help: string, labels?: readonly string[]): Counter;
  gauge(name: string, help: string, labels?: readonly string[]): Gauge;
  /** @param buckets upper bounds, rising */
  histogram(name: string, help: string, labels?: readonly string[], buckets?: readonly number[]): Histogram;
  /** Runs before each reading, to set what is only known by looking. It must not throw. */
  onRead(look: () => void | Promise<void>): void;
  read(): Promise<string>;
}

interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly lines: () => string[];
}

export function metrics(): Metrics {
  const families: Family[] = [];
  const looks: (() => void | Promise<void>)[] = [];
  const numbers = (name: string, help: string, type: 'counter' | 'gauge', labels: readonly string[]): Map<string, number> => {
    const values = new Map<string, number>();
    if (type === 'counter' && labels.length === 0) values.set('', 0); // rates need a first value
    families.push({ name, help, type, lines: () => [...values].map(([series, value]) => `${name}${series && `{${series}}`} ${value}`) });
    return values;
  };
  return {
    counter(name, help, labels = []) {
      const values = numbers(name, help, 'counter', labels);
      return {
        add: (given = {}, by = 1) => {
          const series = seriesOf(labels, given, values);
          values.set(series, (values.get(series) ?? 0) + by);
        },
      };
    },
    gauge(name, help, labels = []) {
      const values = numbers(name, help, 'gauge', labels);
      return { set: (value, given = {}) => void values.set(seriesOf(labels, given, values), value) };
    },
    histogram(name, help, labels = [], buckets = SECONDS) {
      const values = new Map<string, Distribution>();
      families.push({
        name,
        help,
        type: 'histogram',
        lines: () => [...values].flatMap(([series, each]) => distributed(name, series, each, buckets)),
      });
      return { observe: (value, given = {}) => note(values, seriesOf(labels, given, values), value, buckets) };
    },
    onRead: (look) => void looks.push(look),
    async read() {
      await Promise.all(looks.map(async (look) => look()));
      return families.map(({ name, help, type, lines }) => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines(), ''].join('\n')).join('');
    },
  };
}

/** The labels as they are written, in their order; `other` for what is no word, and for all that is new when there are enough. */
function seriesOf(names: readonly string[], given: Labels, known: ReadonlyMap<string, unknown>): string {
  const written = (value: (name: string) => string): string => names.map((name) => `${name}="${value(name)}"`).join(',');
  const series = written((name) => {
    const value = given[name] ?? 'none';
    return LABEL.test(value) ? value : 'other';
  });
  return known.size < MOST_SERIES || known.has(series) ? series : written(() => 'other');
}

interface Distribution {
  /** Of each bucket alone; the last one is beyond all bounds. */
  readonly counts: number[];
  sum: number;
}

function note(values: Map<string, Distribution>, series: string, value: number, buckets: readonly number[]): void {
  const known = values.get(series) ?? { counts: new Array<number>(buckets.length + 1).fill(0), sum: 0 };
  const index = buckets.findIndex((bound) => value <= bound);
  const at = index < 0 ? buckets.length : index;
  known.counts[at] = (known.counts[at] ?? 0) + 1;
  known.sum += value;
  values.set(series, known);
}

function distributed(name: string, series: string, { counts, sum }: Distribution, buckets: readonly number[]): string[] {
  let total = 0;
  const more = series && `${series},`;
  const lines = [...buckets.map(String), '+Inf'].map((bound, index) => `${name}_bucket{${more}le="${bound}"} ${(total += counts[index] ?? 0)}`);
  const suffix = series && `{${series}}`;
  return [...lines, `${name}_sum${suffix} ${sum}`, `${name}_count${suffix} ${total}`];
}
