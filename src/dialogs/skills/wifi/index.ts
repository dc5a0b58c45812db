import { z } from 'zod';
import type { Message } from '../../../domain/message';
import type { HomeNetwork, WifiChanged } from '../../../integrations/home-network/port';
import { again, leave, type Control } from '../../engine/control';
import { oneOf, type Question } from '../../engine/question';
import { skill, type HomeAccount, type Known } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { badName, weakness, WIFI } from './rules';
import { texts } from './texts';

const Changed: z.ZodType<WifiChanged> = z.enum(['done', 'refused', 'unsure']);

interface Has {
  readonly home: HomeAccount;
  /** What the network is called now. */
  readonly current: string;
}
type Told = Known<typeof texts.es, Has>;
type Chosen = Known<typeof texts.es, Has & { readonly what: string; readonly name: string | undefined }>;

/** Name and password of a home's Wi-Fi, for who has just typed a code. The password is asked for last, sent, and kept nowhere. */
export const wifi = ({ network }: { readonly network: HomeNetwork }) =>
  skill('wifi', texts)
    .hears(utterancesIn(__dirname))
    .needs('home', { level: 2, fresh: true })
    .loads('current', z.string(), async ({ home, t }) => {
      const service = await network.find(home.contract);
      if (service?.wifi === undefined) return leave({ text: t.none, choices: [{ id: 'go:agent', label: t.person }] });
      return service.modem.state === 'offline' ? leave({ text: t.offline, choices: [{ id: 'go:no-service', label: t.check }] }) : service.wifi;
    })
    .asks(
      'what',
      oneOf({
        ask: ({ t, current }) => t.which({ name: current }),
        from: ({ t }) => [
          { id: 'password', label: t.password },
          { id: 'name', label: t.name },
          { id: 'both', label: t.both },
        ],
      }),
    )
    .asksIf('name', ({ what }) => what !== 'password', newName)
    .confirms('agreed', { words: consentWords, yes: ({ t }) => t.yes })
    .asksSecretIf('password', ({ what }) => what !== 'name', newPassword)
    .does(async (told) => {
      const { home, current, name, password, effect, id, say, tried, t } = told;
      const change = { ...(name !== undefined && { name }), ...(password !== undefined && { password }) };
      // The key makes it one change, so what was begun and not recorded may be sent again.
      const done = await effect('wifi', Changed, () => network.setWifi(home.contract, change, id('wifi')), 'repeat');
      const changed = done.status === 'done' ? done.value : 'unsure';
      tried({ text: `Cambio de Wi-Fi desde el chat: ${OUTCOMES[changed]}` });
      if (changed === 'refused') return say({ text: t.refused, choices: [{ id: 'go:agent', label: t.person }] });
      if (changed === 'unsure') return say({ text: t.unsure, choices: [{ id: 'go:wifi', label: t.again }] });
      return say(password === undefined ? t.renamed({ name: name ?? current }) : t.done({ name: name ?? current }));
    });

const OUTCOMES: Readonly<Record<WifiChanged, string>> = { done: 'hecho', refused: 'rechazado por el módem', unsure: 'sin respuesta' };

const newName: Question<Told, string> = {
  ask: ({ t }) => t.newName,
  rephrase: ({ t }) => t.nameAgain,
  keeps: z
    .string()
    .min(1)
    .refine((name) => Buffer.byteLength(name) <= WIFI.nameBytes),
  read: ({ text }, { t, current, home }) => {
    const name = text
      .normalize('NFC')
      .trim()
      .replace(/^["'«“*]+|["'»”*]+$/gu, '');
    if (name === current) return again(t.sameName({ name }));
    switch (badName(name, home.contract)) {
      case undefined:
        return name;
      case 'empty':
        return again();
      case 'long':
        return again(t.nameLong);
      case 'signs':
        return again(t.nameSigns);
      case 'number':
        return again(t.nameNumber);
    }
  },
};

function consentWords({ t, what, name, current }: Chosen): Message {
  const to = name ?? current;
  const words = {
    password: t.consentPassword({ name: current }),
    name: t.consentName({ name: current, to }),
    both: t.consentBoth({ name: current, to }),
  };
  return { text: `${what === 'password' || what === 'name' ? words[what] : words.both} ${t.drop}` };
}

const newPassword: Question<Chosen, string> = {
  ask: ({ t }) => ({ text: t.ask, expects: 'secret' }),
  keeps: z.string(),
  read: ({ text }, { t, current, name, home }): string | Control => {
    if (text.trim() === '') return again();
    const weak = weakness(text, [current, ...(name === undefined ? [] : [name]), home.contract]);
    return weak === undefined ? text : again({ text: t[weak], expects: 'secret' });
  },
};
