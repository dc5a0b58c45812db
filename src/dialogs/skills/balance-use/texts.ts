import { catalog, forms } from '../../../domain/texts';

type Piece = { amount: string; name: string; count: number };

export const texts = catalog(
  {
    title: forms({ tu: 'en qué se fue tu saldo', vos: 'en qué se fue tu saldo', usted: 'en qué se fue su saldo' }),
    button: 'En qué se fue',
    answer: forms({
      tu: (v: { days: number; list: string }) => `Lo revisé. En los últimos ${v.days} días: ${v.list}. ¿Hay alguno que no reconozcas?`,
      vos: (v: { days: number; list: string }) => `Lo revisé. En los últimos ${v.days} días: ${v.list}. ¿Hay alguno que no reconozcas?`,
      usted: (v: { days: number; list: string }) => `Lo revisé. En los últimos ${v.days} días: ${v.list}. ¿Hay alguno que no reconozca?`,
    }),
    nothing: (v: { days: number }) => `En los últimos ${v.days} días no salió nada de este saldo.`,
    single: (v: Piece) => `${v.amount} de ${v.name}`,
    several: (v: Piece) => `${v.amount} de ${v.name} (${v.count} veces)`,
    daily: (v: Piece) => `${v.amount} de ${v.name}, que se cobra cada día (${v.count} veces)`,
    sent: forms({
      tu: (v: Piece & { line: string }) => `${v.amount} que enviaste al ${v.line}`,
      vos: (v: Piece & { line: string }) => `${v.amount} que enviaste al ${v.line}`,
      usted: (v: Piece & { line: string }) => `${v.amount} que envió al ${v.line}`,
    }),
    recovered: (v: Piece) => `${v.amount} para pagar un adelanto`,
    used: forms({
      tu: (v: { amount: string; kinds: string }) => `${v.amount} de ${v.kinds} fuera de tus paquetes`,
      vos: (v: { amount: string; kinds: string }) => `${v.amount} de ${v.kinds} fuera de tus paquetes`,
      usted: (v: { amount: string; kinds: string }) => `${v.amount} de ${v.kinds} fuera de sus paquetes`,
    }),
    calls: 'llamadas',
    data: 'datos',
    sms: 'mensajes',
    rest: (v: { amount: string }) => `${v.amount} de otros`,
    fine: 'De acuerdo. Aquí sigo para lo que haga falta.',
    openAlready: (v: { reference: string; name: string; day: string }) =>
      `Ya está abierto el caso ${v.reference} por *${v.name}*, desde ${v.day}: una persona lo está viendo.`,
    and: ' y ',
    total: (v: { amount: string }) => `En total salieron ${v.amount}.`,
    which: forms({
      tu: '¿Cuál no reconoces?',
      vos: '¿Cuál no reconocés?',
      usted: '¿Cuál no reconoce?',
    }),
    opened: forms({
      tu: (v: { reference: string; name: string; when: string }) =>
        `Abrí el caso ${v.reference} por *${v.name}*. Una persona lo mira y te responde a más tardar ${v.when}. No tienes que hacer nada más.`,
      vos: (v: { reference: string; name: string; when: string }) =>
        `Abrí el caso ${v.reference} por *${v.name}*. Una persona lo mira y te responde a más tardar ${v.when}. No tenés que hacer nada más.`,
      usted: (v: { reference: string; name: string; when: string }) =>
        `Abrí el caso ${v.reference} por *${v.name}*. Una persona lo mira y le responde a más tardar ${v.when}. No tiene que hacer nada más.`,
    }),
    cancel: 'Cancelar un cobro',
    strange: 'No reconozco uno',
    all: 'Ver todo',
    balance: 'Ver mi saldo',
    subscriptions: 'Mis suscripciones',
  },
  {
    title: 'where your balance went',
    button: 'Where it went',
    answer: (v) => `I looked. In the last ${v.days} days: ${v.list}. Is there one you do not recognise?`,
    nothing: (v) => `In the last ${v.days} days nothing left this balance.`,
    single: (v) => `${v.amount} for ${v.name}`,
    several: (v) => `${v.amount} for ${v.name} (${v.count} times)`,
    daily: (v) => `${v.amount} for ${v.name}, charged every day (${v.count} times)`,
    sent: (v) => `${v.amount} that you sent to ${v.line}`,
    recovered: (v) => `${v.amount} to pay back an advance`,
    used: (v) => `${v.amount} for ${v.kinds} outside your packs`,
    calls: 'calls',
    data: 'data',
    sms: 'messages',
    rest: (v) => `${v.amount} for others`,
    fine: 'All right. I am here if you need anything else.',
    openAlready: (v) => `Case ${v.reference} about *${v.name}* is open already, since ${v.day}: a person is looking at it.`,
    and: ' and ',
    total: (v) => `In all ${v.amount} went out.`,
    which: 'Which one do you not recognise?',
    opened: (v) =>
      `I opened case ${v.reference} about *${v.name}*. A person looks at it and answers you by ${v.when} at the latest. You need not do anything else.`,
    cancel: 'Cancel a charge',
    strange: 'One is not mine',
    all: 'See everything',
    balance: 'See my balance',
    subscriptions: 'My subscriptions',
  },
);
