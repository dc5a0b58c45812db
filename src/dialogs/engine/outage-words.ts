import { dayOf, spokenMoment, theHour } from '../../domain/dates';
import { catalog, textsFor } from '../../domain/texts';
import type { Outage, Outages } from '../../integrations/outages/port';
import type { Basics } from './known';
import type { Tools } from './tools';

type At = { area: string; when: string };

/** What is said of a known outage, whoever speaks of it. */
export const outageTexts = catalog(
  {
    since: (v: At) => `Hay una falla en ${v.area} desde ${v.when}.`,
    sinceThere: (v: { when: string }) => `Hay una falla en la zona desde ${v.when}.`,
    fibre: 'Se cortó un cable.',
    power: 'Falta la energía eléctrica.',
    works: 'Son trabajos en la red.',
    expected: (v: { when: string }) => `Estiman que vuelve ${v.when}.`,
    late: (v: { when: string }) => `Estimaban que volvía ${v.when}; todavía no hay otra hora.`,
    noHour: 'Todavía no hay hora de regreso.',
    notify: 'Avisarme',
  },
  {
    since: (v) => `There is an outage in ${v.area} since ${v.when}.`,
    sinceThere: (v) => `There is an outage in the area since ${v.when}.`,
    fibre: 'A cable was cut.',
    power: 'The power is out.',
    works: 'There are works on the network.',
    expected: (v) => `It is expected back ${v.when}.`,
    late: (v) => `It was expected back ${v.when}; there is no new hour yet.`,
    noHour: 'There is no hour for its return yet.',
    notify: 'Tell me',
  },
);

/** "Hay una falla en Cobán, zonas 2 a 4 desde las 7:15 a. m. Se cortó un cable. Estiman que vuelve hoy a las 6:30 p. m." */
export function outageWords(outage: Outage, { now, country, language, form }: Basics): string {
  const t = textsFor(outageTexts, language, form);
  const { area, since, expected, cause } = outage;
  const isToday = dayOf(since, country) === dayOf(now, country);
  const when = isToday ? theHour(since, country, language) : spokenMoment(since, now, country, language);
  const causes = { 'fibre-cut': [t.fibre], power: [t.power], works: [t.works], unknown: [] };
  const hour = expected === undefined ? undefined : spokenMoment(expected, now, country, language);
  const end = hour === undefined || expected === undefined ? t.noHour : expected > now ? t.expected({ when: hour }) : t.late({ when: hour });
  return [area === '' ? t.sinceThere({ when }) : t.since({ area, when }), ...causes[cause], end].join(' ');
}

/** As it stands in the trail: agents read it, and so does whoever speaks next in the same turn. */
const TOLD = 'Se le avisó de la falla en su zona';
const OTHER = 'Dice que su caso no es por la falla de su zona';

/** Tells a known outage before anything else, to who asked about something else. */
export async function tellKnownOutage(outages: Outages | undefined, contract: string, turn: Basics & Pick<Tools, 'say' | 'tried'>): Promise<void> {
  const outage = await outages?.perhapsAt(contract);
  if (!outage) return;
  turn.say({ text: outageWords(outage, turn), choices: [{ id: 'go:outage', label: textsFor(outageTexts, turn.language, turn.form).notify }] });
  noteTold(turn);
}

export const noteTold = ({ tried }: Pick<Tools, 'tried'>): void => tried({ text: TOLD });
/** The outage was told in this very turn: it is not said twice. */
export const wasJustTold = ({ trail, now }: Basics): boolean => trail.tried.some(({ at, text }) => at === now && text === TOLD);

/** How long "mine is something else" holds, ms: as long as somebody sits before a modem. */
const OTHER_MS = 30 * 60_000;
export const noteOther = ({ tried }: Pick<Tools, 'tried'>): void => tried({ text: OTHER });
export const saysOther = ({ trail, now }: Basics): boolean => trail.tried.some(({ at, text }) => now - at < OTHER_MS && text === OTHER);
