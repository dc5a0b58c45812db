import { catalog, forms } from '../../../../domain/texts';

type Opened = { reference: string; when: string };

export const texts = catalog(
  {
    title: forms({ tu: 'el caso de tu suscripción', vos: 'el caso de tu suscripción', usted: 'el caso de su suscripción' }),
    button: 'Caso de suscripción',
    opened: forms({
      tu: (v: Opened) =>
        `Abrí el caso ${v.reference} para revisar lo que se te cobró. Una persona te responde a más tardar ${v.when}; si corresponde, te lo devuelven.`,
      vos: (v: Opened) =>
        `Abrí el caso ${v.reference} para revisar lo que se te cobró. Una persona te responde a más tardar ${v.when}; si corresponde, te lo devuelven.`,
      usted: (v: Opened) =>
        `Abrí el caso ${v.reference} para revisar lo que se le cobró. Una persona le responde a más tardar ${v.when}; si corresponde, se lo devuelven.`,
    }),
    none: forms({
      tu: 'No veo ninguna suscripción cancelada por este chat en los últimos 35 días. Una persona lo ve contigo.',
      vos: 'No veo ninguna suscripción cancelada por este chat en los últimos 35 días. Una persona lo ve con vos.',
      usted: 'No veo ninguna suscripción cancelada por este chat en los últimos 35 días. Una persona lo ve con usted.',
    }),
    person: 'Hablar con alguien',
  },
  {
    title: 'the case of your subscription',
    button: 'Subscription case',
    opened: (v) =>
      `I opened case ${v.reference} to check what you were charged. A person answers by ${v.when} at the latest; if it is due, you get it back.`,
    none: 'I see no subscription cancelled in this chat in the last 35 days. A person looks at it with you.',
    person: 'Talk to someone',
  },
);
