import { catalog, forms } from '../../../domain/texts';
import type { OutageWatches } from '../../../integrations/outages/port';
import type { Reminders } from '../../../integrations/reminders/port';
import { skill } from '../../engine/skill';

const texts = catalog(
  {
    title: 'no recibir más avisos',
    button: 'No más avisos',
    stopped: forms({
      tu: (v: { count: number }) =>
        v.count === 1 ? 'Listo, quité tu aviso. No te escribo más por eso.' : `Listo, quité tus ${v.count} avisos. No te escribo más por eso.`,
      vos: (v: { count: number }) =>
        v.count === 1 ? 'Listo, quité tu aviso. No te escribo más por eso.' : `Listo, quité tus ${v.count} avisos. No te escribo más por eso.`,
      usted: (v: { count: number }) =>
        v.count === 1 ? 'Listo, quité su aviso. No le escribo más por eso.' : `Listo, quité sus ${v.count} avisos. No le escribo más por eso.`,
    }),
    none: forms({
      tu: 'No tienes avisos puestos en este chat.',
      vos: 'No tenés avisos puestos en este chat.',
      usted: 'No tiene avisos puestos en este chat.',
    }),
  },
  {
    title: 'getting no more reminders',
    button: 'No more reminders',
    stopped: (v) =>
      v.count === 1
        ? 'Done, your reminder is off. I will not write about that.'
        : `Done, your ${v.count} reminders are off. I will not write about that.`,
    none: 'You have no reminders in this chat.',
  },
);

const SENDS = ['manden', 'mandes', 'mande', 'envíen', 'envíes', 'envíe'];
const STOPS = [
  'no más',
  'no quiero',
  'no quiero más',
  'ya no quiero',
  'ya no quiero más',
  'quita los',
  'quiten los',
  'quitar',
  'cancela los',
  'cancelar',
];
const NAMES = ['avisos', 'recordatorios'];
const HEARD = {
  es: [
    ...NAMES.flatMap((name) => [
      ...STOPS.map((stop) => `${stop} ${name}`),
      ...SENDS.flatMap((send) => [`no me ${send} ${name}`, `no me ${send} más ${name}`]),
    ]),
    ...['ya no me avises', 'ya no me avise', 'ya no me avisen', 'no me avise más', 'no me avisen más', 'deja de avisarme', 'dejen de avisarme'],
    ...['ya no me recuerdes', 'no me recuerdes más', 'deja de recordarme', 'dejen de recordarme', 'baja de avisos', 'stop'],
  ],
  en: [
    ...['no more reminders', "I don't want reminders", 'I do not want reminders', 'stop sending reminders', 'stop the reminders', 'stop reminders'],
    ...['stop reminding me', 'cancel my reminders', 'unsubscribe from reminders', 'stop'],
  ],
};

interface StopPorts {
  readonly reminders: Reminders;
  readonly watches: Pick<OutageWatches, 'of' | 'drop'>;
}

/** The stop word, for all that the bot would write by itself. It asks nothing, least of all for a code: who may read the chat may quiet it. */
export const stopReminders = ({ reminders, watches }: StopPorts) =>
  skill('reminders-stop', texts)
    .hears(HEARD)
    .does(async ({ visitor, now, say, t }) => {
      const watch = await watches.of(visitor);
      if (watch) await watches.drop(visitor);
      const count = (await reminders.drop(visitor)) + (watch && watch.until > now ? 1 : 0);
      say(count > 0 ? t.stopped({ count }) : t.none);
    });
