import { catalog, forms } from '../../../../domain/texts';

export const texts = catalog(
  {
    title: forms({ tu: 'el adelanto que no pediste', vos: 'el adelanto que no pediste', usted: 'el adelanto que no pidió' }),
    button: 'No es mi adelanto',
    none: forms({
      tu: (v: { line: string }) => `La línea ${v.line} no debe ningún adelanto y ahora no se cobra ninguno. Puedes ver en qué se fue el saldo.`,
      vos: (v: { line: string }) => `La línea ${v.line} no debe ningún adelanto y ahora no se cobra ninguno. Podés ver en qué se fue el saldo.`,
      usted: (v: { line: string }) => `La línea ${v.line} no debe ningún adelanto y ahora no se cobra ninguno. Puede ver en qué se fue el saldo.`,
    }),
    taken: forms({
      tu: (v: { lent: string; when: string; reference: string; words: string }) =>
        `Encontré el adelanto de ${v.lent}: se pidió por chat ${v.when}, con un código enviado a tu línea. Referencia ${v.reference}. Esto se aceptó: «${v.words}».`,
      vos: (v: { lent: string; when: string; reference: string; words: string }) =>
        `Encontré el adelanto de ${v.lent}: se pidió por chat ${v.when}, con un código enviado a tu línea. Referencia ${v.reference}. Esto se aceptó: «${v.words}».`,
      usted: (v: { lent: string; when: string; reference: string; words: string }) =>
        `Encontré el adelanto de ${v.lent}: se pidió por chat ${v.when}, con un código enviado a su línea. Referencia ${v.reference}. Esto se aceptó: «${v.words}».`,
    }),
    elsewhere: forms({
      tu: (v: { lent: string; when: string }) =>
        `Encontré un adelanto de ${v.lent} en tu línea, ${v.when}. No se pidió por este chat, o fue hace más de 35 días.`,
      vos: (v: { lent: string; when: string }) =>
        `Encontré un adelanto de ${v.lent} en tu línea, ${v.when}. No se pidió por este chat, o fue hace más de 35 días.`,
      usted: (v: { lent: string; when: string }) =>
        `Encontré un adelanto de ${v.lent} en su línea, ${v.when}. No se pidió por este chat, o fue hace más de 35 días.`,
    }),
    opened: forms({
      tu: (v: { reference: string; owed: string; when: string }) =>
        `Abrí el caso ${v.reference} por los ${v.owed} que faltan. Una persona te responde a más tardar ${v.when}; mientras, una recarga todavía lo cobraría.`,
      vos: (v: { reference: string; owed: string; when: string }) =>
        `Abrí el caso ${v.reference} por los ${v.owed} que faltan. Una persona te responde a más tardar ${v.when}; mientras, una recarga todavía lo cobraría.`,
      usted: (v: { reference: string; owed: string; when: string }) =>
        `Abrí el caso ${v.reference} por los ${v.owed} que faltan. Una persona le responde a más tardar ${v.when}; mientras, una recarga todavía lo cobraría.`,
    }),
    whereItWent: 'En qué se fue',
    person: 'Hablar con alguien',
  },
  {
    title: 'the advance that you did not ask for',
    button: 'Not my advance',
    none: (v) => `Line ${v.line} owes no advance, and none is being collected. You can see where the balance went.`,
    taken: (v) =>
      `I found the advance of ${v.lent}: it was asked for by chat ${v.when}, with a code sent to your line. Reference ${v.reference}. This was agreed to: «${v.words}».`,
    elsewhere: (v) => `I found an advance of ${v.lent} on your line, ${v.when}. It was not asked for in this chat, or it was more than 35 days ago.`,
    opened: (v) =>
      `I opened case ${v.reference} for the ${v.owed} that is left. A person answers by ${v.when} at the latest; until then a top-up would still collect it.`,
    whereItWent: 'Where it went',
    person: 'Talk to someone',
  },
);
