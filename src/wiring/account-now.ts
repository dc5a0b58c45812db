import type { Config } from '../config';
import type { Desk } from '../dialogs/engine/desk';
import type { Ports } from '../dialogs/skills';
import { countryOf, type Country } from '../domain/countries';
import { datedMoment } from '../domain/dates';
import { formatMoney } from '../domain/money';
import type { Operation } from '../domain/spending';
import type { LendingProfile } from '../integrations/lending/port';
import type { Outage } from '../integrations/outages/port';
import { soon } from '../soon';

/** So much of a turn's budget a case waits for what is read for its agent. What is not known by then is said to be unknown. */
const READ_SHARE = 0.35;
/** Operations that an agent is shown. */
const MOST_OPERATIONS = 3;
const DAY_MS = 86_400_000;
const STATUSES: Readonly<Record<string, string>> = { active: 'activa', suspended: 'SUSPENDIDA', terminated: 'de baja', cancelled: 'cancelada' };
const STATES: Readonly<Record<Operation['state'], string>> = {
  ...{ sent: 'enviado, sin respuesta todavía', unknown: 'SIN CONFIRMAR: no repetir ni devolver, conciliación en curso' },
  ...{ done: 'hecho', refused: 'rechazado: nada cobrado' },
};

/** As the ledger names its orders. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ 'top-up': 'recarga', voucher: 'recarga con PIN', pack: 'paquete', advance: 'adelanto', repay: 'pago de adelanto', invoice: 'factura' },
  ...{ subscribe: 'suscripción', unsubscribe: 'baja de suscripción', autopay: 'pago automático', 'save-card': 'tarjeta guardada' },
};

/** A SIM that was changed so lately is worth a look before anything is done with money, ms: as long as the bot itself waits. */
const SIM_MS = 72 * 3_600_000;

const nothing = Promise.resolve(undefined);

type Facts = Readonly<Record<string, string>>;
type Reads = Pick<Ports, 'lines' | 'prepaid' | 'accounts' | 'outages' | 'lending' | 'simSwap'>;

/** Reads what an agent sees first of an account, in Spanish: as it stands now, or that it could not be read. */
export function accountReader(ports: () => Reads, { OPERATOR_COUNTRY, TURN_BUDGET_MS }: Config, clock: () => number) {
  const country = countryOf(OPERATOR_COUNTRY);
  const ofLine = async (msisdn: string): Promise<Facts> => {
    const { lines, prepaid, lending, simSwap } = ports();
    const [line, buckets, loans, sim] = await Promise.allSettled([
      ...([lines.read(msisdn), prepaid.buckets(msisdn)] as const),
      lending?.profile(msisdn) ?? nothing,
      simSwap?.changedAt(msisdn) ?? nothing,
    ]);
    const found = line.status === 'fulfilled' ? line.value.value : undefined;
    const main = buckets.status === 'fulfilled' ? buckets.value.value.balances.find((each) => each.main) : undefined;
    return {
      Línea: found ? (STATUSES[found.status] ?? found.status) : 'no se pudo leer',
      ...(found?.holder !== undefined && { Titular: found.holder }),
      ...(found && { Plan: found.plan.name, Tipo: found.plan.kind === 'prepaid' ? 'prepago' : 'pospago' }),
      ...(main && { Saldo: formatMoney(main.amount, country) }),
      ...owed(loans.status === 'fulfilled' ? loans.value : undefined, country),
      ...changed(sim.status === 'fulfilled' ? sim.value : undefined, clock(), country),
    };
  };
  const ofContract = async (contract: string): Promise<Facts> => {
    const { accounts, outages } = ports();
    const [found, outage] = await Promise.all([accounts.read(contract), outages.perhapsAt(contract)]);
    if (!found) return {};
    return {
      Cuenta: STATUSES[found.status] ?? found.status,
      ...(outage && { 'Falla en su zona': failureOf(outage, country) }),
      ...(found.plan !== '' && { Plan: found.plan }),
      ...(found.holder !== undefined && { Titular: found.holder }),
    };
  };
  return async ({ line, contract }: { line: string | undefined; contract: string | undefined }): Promise<Record<string, string>> => {
    if (line === undefined && contract === undefined) return {};
    const read = line === undefined ? ofContract(contract ?? '') : ofLine(line);
    const facts = await soon(
      read.catch((): Facts => ({})),
      READ_SHARE * TURN_BUDGET_MS,
    );
    return facts && Object.keys(facts).length > 0 ? { ...facts, Leído: datedMoment(clock(), country) } : { Estado: 'no se pudo leer' };
  };
}

/** A top-up pays a loan first: whoever applies one by hand has to know. */
function owed(loans: LendingProfile | undefined, country: Country): Facts {
  const { debts = [] } = loans ?? {};
  return debts.length === 0 ? {} : { 'Debe de adelantos': debts.map((debt) => formatMoney(debt.owed, country)).join(' + ') };
}

const changed = (at: number | undefined, now: number, country: Country): Facts =>
  at !== undefined && now - at < SIM_MS ? { 'CHIP CAMBIADO': datedMoment(at, country) } : {};

const failureOf = ({ area, since, expected }: Outage, country: Country): string =>
  `${area}, desde el ${datedMoment(since, country)}${expected === undefined ? '' : `; estiman que se arregla el ${datedMoment(expected, country)}`}`;

/** The last operations of a day, in Spanish, newest first. */
export async function operationsOf(
  { ledger, now, country }: Pick<Desk, 'now' | 'country'> & { readonly ledger: Pick<Desk['ledger'], 'operations'> },
  line: string | undefined,
  { TURN_BUDGET_MS }: Pick<Config, 'TURN_BUDGET_MS'>,
): Promise<string[]> {
  const all =
    line === undefined
      ? []
      : ((await soon(
          ledger.operations(line, MOST_OPERATIONS).catch(() => []),
          READ_SHARE * TURN_BUDGET_MS,
        )) ?? []);
  return all
    .filter(({ at }) => now - at < DAY_MS)
    .map(
      ({ reference, amount, kind, state, at }) =>
        `${reference} ${formatMoney(amount, country)} (${KINDS[kind] ?? kind}, ${datedMoment(at, country)}): ${STATES[state]}`,
    );
}
