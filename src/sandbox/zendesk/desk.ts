import type { DeskRow, RowOf, Setting, SettingKind } from './rows';
import { SEEDED } from './seed';

/** The tables of a Zendesk account. */
export interface ServiceDesk {
  get<K extends Exclude<DeskRow['kind'], SettingKind>>(kind: K, id: number): RowOf<K> | undefined;
  /** All of a kind, oldest first. */
  all<K extends Exclude<DeskRow['kind'], SettingKind>>(kind: K): readonly RowOf<K>[];
  setting(kind: SettingKind, id: number): Setting | undefined;
  settings(kind: SettingKind): readonly Setting[];
  /** Writes a new row, or the same one in a new state. */
  put<R extends DeskRow>(row: R): R;
  /** A number nobody has; ticket numbers are the short ones that customers hear. */
  nextId(kind: DeskRow['kind']): number;
  /** Epoch ms of the sandbox. */
  now(): number;
  /** Told after every change of a ticket, with what it was before. */
  watch(changed: (change: TicketChange) => void): void;
  changed(change: TicketChange): void;
  /** Done now, and again after everything was forgotten. */
  always(begin: () => void): void;
  forget(): void;
}

/** What happened to a ticket, and by whom. */
export interface TicketChange {
  readonly ticket: number;
  readonly by: number;
  readonly isNew: boolean;
  /** The comment that came with it. */
  readonly comment?: { readonly isPublic: boolean };
}

const FIRST_TICKET = 10_500;
const FIRST_OTHER = 7_300_000_000_000;
const SETTINGS: ReadonlySet<DeskRow['kind']> = new Set(['field', 'macro', 'trigger', 'webhook', 'group']);
const isSetting = (row: DeskRow): row is Setting => SETTINGS.has(row.kind);

/** `written` is told each row before it counts. */
export function createServiceDesk(past: readonly DeskRow[], now: () => number, written: (row: DeskRow) => void): ServiceDesk {
  const rows = new Map<string, DeskRow>();
  const watchers: ((change: TicketChange) => void)[] = [];
  const beginnings: (() => void)[] = [];
  const name = ({ kind, id }: Pick<DeskRow, 'kind' | 'id'>): string => `${kind} ${id}`;
  const fill = (all: readonly DeskRow[]): void => all.forEach((row) => rows.set(name(row), row));
  fill(SEEDED);
  fill(past);
  const isOf = <K extends DeskRow['kind']>(kind: K, row: DeskRow | undefined): row is RowOf<K> => row?.kind === kind;
  return {
    get: (kind, id) => {
      const row = rows.get(name({ kind, id }));
      return isOf(kind, row) ? row : undefined;
    },
    all: (kind) => [...rows.values()].filter((row) => isOf(kind, row)),
    setting: (kind, id) => {
      const row = rows.get(name({ kind, id }));
      return row && isSetting(row) && row.gone !== true ? row : undefined;
    },
    settings: (kind) => [...rows.values()].filter(isSetting).filter((row) => row.kind === kind && row.gone !== true),
    put: (row) => {
      written(row);
      rows.set(name(row), row);
      return row;
    },
    nextId: (kind) => {
      const most = Math.max(
        0,
        ...[...rows.values()].map((row) => (row.kind === 'ticket' ? (kind === 'ticket' ? row.id : 0) : kind === 'ticket' ? 0 : row.id)),
      );
      return Math.max(most, kind === 'ticket' ? FIRST_TICKET : FIRST_OTHER) + 1;
    },
    now,
    watch: (changed) => void watchers.push(changed),
    changed: (change) => watchers.forEach((tell) => tell(change)),
    always: (begin) => {
      beginnings.push(begin);
      begin();
    },
    forget: () => {
      rows.clear();
      fill(SEEDED);
      beginnings.forEach((begin) => begin());
    },
  };
}
