/**
 * How the process reads its packages; imported before everything else. The index of some packages reads all their files, of which a bot uses a few: what
 * is behind such an index is read when it is first asked for. It is the same code from the same files, only later, or never. It was a third of a start.
 */
import { createRequire, Module } from 'node:module';

interface Index {
  /** As it is imported. */
  readonly of: string;
  /** What a bot uses of it, and where the index has it from. Any other name is answered too, and reads the whole of it. */
  readonly names?: Readonly<Record<string, string>>;
  /** Objects that are taken from it, and not used. */
  readonly within?: readonly string[];
}

const INDEXES: readonly Index[] = [
  // Its adapter of a cloud brings the cloud's logins, and two clients of HTTP with them. With an application id all of it is asked for.
  {
    of: 'botbuilder-core',
    names: {
      ActivityTypes: 'botframework-schema',
      BotAdapter: './botAdapter',
      BotComponent: './botComponent',
      ComponentRegistration: './componentRegistration',
      NullTelemetryClient: './botTelemetryClient',
      Severity: './botTelemetryClient',
      StringUtils: './stringUtils',
      TurnContext: './turnContext',
      TurnContextStateCollection: './turnContextStateCollection',
    },
  },
  // Handlers of bodies, signatures and files, where ours read them themselves.
  { of: 'restify/lib/plugins', within: ['pre'] },
  // What is wrong, in fifty languages.
  { of: 'zod/v4/locales' },
];

const here = createRequire(__filename);

/** Puts an index in the package's place that reads the package when it must. */
function readLater({ of, names = {}, within = [] }: Index): void {
  const file = here.resolve(of);
  const inside = createRequire(file);
  const whole = (): unknown => {
    if (here.cache[file] === stand) Reflect.deleteProperty(here.cache, file);
    return here(file);
  };
  const known = Object.defineProperty({}, '__esModule', { value: true, configurable: true });
  for (const [name, from] of Object.entries(names)) shown(known, name, () => keptAs(known, name, partOf(inside(from), name)));
  for (const name of within) {
    const part = onDemand({}, () => partOf(whole(), name));
    shown(known, name, () => part);
  }
  const stand = Object.assign(new Module(file), { filename: file, loaded: true, exports: onDemand(known, whole) });
  here.cache[file] = stand;
}

/** Has what is `known`, and becomes the whole as soon as anything else is asked of it. */
function onDemand(known: object, whole: () => unknown): object {
  let isWhole = false;
  const filled = (at: object): object => {
    if (isWhole) return at;
    const all = whole();
    for (const name of keysOf(all)) shown(at, name, () => partOf(all, name));
    isWhole = true;
    return at;
  };
  return new Proxy(known, {
    get: (at, name) => partOf(name in at ? at : filled(at), name),
    has: (at, name) => Reflect.has(filled(at), name),
    ownKeys: (at) => Reflect.ownKeys(filled(at)),
    getOwnPropertyDescriptor: (at, name) => Reflect.getOwnPropertyDescriptor(filled(at), name),
  });
}

const keysOf = (all: unknown): readonly string[] => (typeof all === 'object' && all !== null ? Object.keys(all) : []);
const partOf = (all: unknown, name: string | symbol): unknown => Reflect.get(Object(all), name);
/** What is asked for at every turn is found once; what a file that is still being read does not have yet is looked for again. */
function keptAs(at: object, name: string, value: unknown): unknown {
  if (value !== undefined) Object.defineProperty(at, name, { value, enumerable: true, configurable: true });
  return value;
}
const shown = (at: object, name: string, get: () => unknown): unknown =>
  Object.defineProperty(at, name, { get, enumerable: true, configurable: true });

INDEXES.forEach(readLater);
