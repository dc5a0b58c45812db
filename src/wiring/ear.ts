import { createHmac } from 'node:crypto';
import { lightAdapter } from '../channels/light-adapter';
import type { Config } from '../config';
import type { Attending } from '../dialogs/attending';
import type { ConversationParts } from '../dialogs/conversation';
import type { Elsewhere } from '../dialogs/elsewhere';
import type { LedgerDesk } from '../dialogs/engine/spend';
import { root } from '../dialogs/root';
import type { Review } from '../dialogs/round';
import { MENU, PERSON, skills, type Ports } from '../dialogs/skills';
import type { Survey } from '../dialogs/survey';
import { countryOf } from '../domain/countries';
import type { SecondOpinion } from '../integrations/second-opinion/port';
import type { Once } from '../state/once';
import type { Store } from '../state/redis-mailbox';
import { reviewQueue } from '../state/review';
import { phrases } from '../understanding/phrases';
import { createRecogniser } from '../understanding/recogniser';
import { remembering } from '../understanding/remembering';
import { withSecondOpinion } from '../understanding/second-opinion';
import type { Parts } from './parts';
import type { Casework } from './zendesk';

/** What skills and ears ask. */
export type Asked = Ports & { readonly opinion?: SecondOpinion; readonly casework: Casework };

interface Beside extends Pick<Parts, 'report'> {
  /** What is for a person, where people can be reached. */
  readonly attending?: Attending | undefined;
  readonly elsewhere: Elsewhere;
  readonly surveys: Survey;
}

/** All skills, and who decides which of them hears. */
export function ear(config: Config, ports: Asked, review: Review, { report, attending, elsewhere, surveys }: Beside): ConversationParts['hear'] {
  const all = skills(ports);
  const recogniser = createRecogniser();
  const guesser = withSecondOpinion({ ...recogniser, hear: remembering(recogniser.hear) }, ports.opinion);
  const hears = root({
    skills: all,
    menu: MENU,
    person: PERSON,
    recogniser: { rank: remembering(phrases(all).rank) },
    guesser,
    review,
    helpLines: helpLines(config),
    ...(attending && { attending }),
    ...{ report, elsewhere, surveys },
  });
  const adapter = lightAdapter();
  return (desk, arrival) => ports.casework.during(desk, () => adapter.run(desk, (context) => hears.hear(context, arrival)));
}

/** The same person is asked once in so long, ms. */
const SURVEYED_MS = 90 * 24 * 3_600_000;
/** Orders of a line that are looked at for one whose end nobody knows. */
const LOOKED_AT = 10;

/** Who may be asked how it was. */
export const surveying = ({ SURVEY_SHARE: share, OTP_PEPPER: pepper }: Config, marks: Once, ledger: LedgerDesk): Survey => ({
  share,
  first: (person) => marks.first(`survey ${createHmac('sha256', pepper).update(`survey|${person}`).digest('base64url')}`, SURVEYED_MS),
  inDoubt: async (line) => (await ledger.operations(line, LOOKED_AT)).some(({ state }) => state === 'sent' || state === 'unknown'),
});

/** What the bot should learn from is kept for a person; lost, when Redis is away. */
export function reviewing(parts: Pick<Store, 'redis' | 'vault'> & Pick<Parts, 'clock'>): Review {
  const queue = reviewQueue(parts);
  return (entry) => void queue.note(entry).catch(() => undefined);
}

/** As the operator confirmed them; else what is known of the country. */
const helpLines = ({ CRISIS_LINE, POLICE_LINE, EMERGENCY_LINE, OPERATOR_COUNTRY }: Config) => {
  const emergency = EMERGENCY_LINE ?? countryOf(OPERATOR_COUNTRY).emergency;
  return { ...(CRISIS_LINE && { crisis: CRISIS_LINE }), ...(POLICE_LINE && { police: POLICE_LINE }), ...(emergency && { emergency }) };
};
