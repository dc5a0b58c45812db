import { caseName } from '../../../domain/cases/name';
import { promiseFor } from '../../../domain/cases/hours';
import { datedMoment, dayOf, spokenDay, spokenMoment } from '../../../domain/dates';
import { endingOf } from '../../../domain/contracts';
import type { CaseParts } from '../../../integrations/cases/port';
import type { Known, Signed, Tools } from '../../engine/skill';
import type { Seen } from './seen';
import type { texts } from './texts';

/** What was tried in this chat within so long belongs to it, ms. */
const TRIED_MS = 3 * 3_600_000;

/** What was asked, as it was answered. */
export interface Answers {
  readonly devices?: string | undefined;
  readonly lights?: string | undefined;
  readonly power?: string | undefined;
  readonly cables?: string | undefined;
  readonly fails?: string | undefined;
  readonly plane?: string | undefined;
  readonly apn?: string | undefined;
  readonly place?: string | undefined;
  readonly since?: string | undefined;
}
export type Diagnosed = Known<typeof texts.es, { readonly account: Signed; readonly seen: Seen } & Answers>;

/** Everything that was seen, asked and tried goes to a person, once a day for the same service. */
export async function toPerson(told: Diagnosed & Tools, { cases, hours }: CaseParts): Promise<void> {
  const { account, seen, now, country, language, t, say, tried } = told;
  const isHome = account.kind === 'home';
  const promisedBy = promiseFor('normal', now, hours, country);
  const opened = await cases.open(`no-service:${account.kind}:${account.id}:${dayOf(now, country)}`, {
    ...{ topic: 'no-service', reason: 'not_solved', tags: ['no_service'], promisedBy },
    ...(isHome ? { contract: account.id } : { line: account.id }),
    summary: `${isHome ? 'Sin internet en casa' : 'Celular sin servicio'} …${endingOf(account.id)}: ${inSpanish(told).join(', ')}`,
    facts: factsOf(told),
    promised: `Respuesta antes del ${datedMoment(promisedBy, country)}`,
    expects: 'Que vuelva el servicio',
    ...(seen.incident !== null && { incident: seen.incident }),
  });
  const { reference, number, since } = opened;
  tried({ opened: number === undefined ? { reference } : { reference, number } });
  if (since !== undefined) return say(t.openAlready({ reference: caseName(opened), day: spokenDay(since, now, country, language) }));
  return say(t.opened({ tried: inWords(told).join(', '), reference: caseName(opened), when: spokenMoment(promisedBy, now, country, language) }));
}

/** As the customer reads it. */
function inWords({ t, account, seen, power, cables, plane, apn, devices }: Diagnosed): string[] {
  if (account.kind === 'mobile') return [t.lineFine, ...(plane ? [t.planed] : []), ...(apn ? [t.apned] : [])];
  const modem = { online: seen.signal === 'weak' ? t.modemWeak : t.modemGood, offline: t.modemAway, restarting: t.modemAway, unknown: undefined };
  return [
    t.accountFine,
    ...(seen.outage ? [] : [t.noOutage]),
    ...(seen.restarted ? [t.restarted] : []),
    ...(modem[seen.modem] === undefined ? [] : [modem[seen.modem] ?? '']),
    ...(power ? [t.unplugged] : []),
    ...(cables ? [t.cabled] : []),
    ...(devices === 'one' ? [t.oneOnly] : []),
  ];
}

const MODEM = { online: 'en línea', offline: 'sin conexión', restarting: 'no volvió del reinicio', unknown: 'no se pudo ver' } as const;
const SIGNAL = { good: 'señal buena', weak: 'señal débil', none: 'sin señal', unknown: 'señal desconocida' } as const;

/** As an agent reads it. */
function inSpanish({ account, seen }: Diagnosed): string[] {
  if (account.kind === 'mobile') return ['línea activa'];
  return [`módem ${MODEM[seen.modem]}`, SIGNAL[seen.signal], ...(seen.restarted ? ['ya reiniciado desde el chat'] : []), 'cuenta activa'];
}

const SAID: Readonly<Record<string, string>> = {
  ...{ all: 'en todos', one: 'solo en uno', green: 'todas normales', red: 'una roja o apagada', off: 'no enciende', same: 'sigue igual' },
  ...{ data: 'los datos', calls: 'las llamadas', everything: 'nada funciona', everywhere: 'en todas partes', oneplace: 'solo en un lugar' },
  ...{ today: 'desde hoy', yesterday: 'desde ayer', days: 'hace días' },
};

function factsOf(told: Diagnosed): Readonly<Record<string, string>> {
  const { account, seen, trail, now } = told;
  const { devices, lights, power, cables, fails, plane, apn, place, since } = told;
  const asked = {
    ...{ aparatos: devices, luces: lights, 'desconectar 30 s': power, cable: cables, falla: fails },
    ...{ 'modo avión': plane, APN: apn, lugar: place, desde: since },
  };
  const answered = Object.entries(asked).flatMap(([name, answer]) => (answer === undefined ? [] : [[name, SAID[answer] ?? answer] as const]));
  const before = trail.tried.filter(({ at }) => now - at < TRIED_MS).map(({ text }) => text);
  const outage = seen.outage ? `abierta${seen.incident === null ? '' : ` (${seen.incident})`}; dice que su caso es otro` : 'ninguna reportada';
  return {
    ...(account.kind === 'home'
      ? {
          cuenta: 'activa',
          'falla en la zona': outage,
          módem: `${MODEM[seen.modem]}, ${SIGNAL[seen.signal]}`,
          reinicio: seen.restarted ? 'sí, hace menos de 30 min' : 'no',
        }
      : { línea: 'activa' }),
    ...Object.fromEntries(answered),
    ...(before.length > 0 && { probado: before.join('; ') }),
  };
}
