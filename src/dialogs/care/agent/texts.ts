import { catalog, forms } from '../../../domain/texts';

export const texts = catalog(
  {
    title: 'hablar con una persona',
    button: 'Hablar con alguien',
    menu: 'Ver el menú',
    how: forms({
      tu: (v: { contact: string }) => `${v.contact} Desde este chat todavía no puedo pasarte con una persona.`,
      vos: (v: { contact: string }) => `${v.contact} Desde este chat todavía no puedo pasarte con una persona.`,
      usted: (v: { contact: string }) => `${v.contact} Desde este chat todavía no puedo pasarle con una persona.`,
    }),
    unknown: forms({
      tu: 'Desde este chat todavía no puedo pasarte con una persona. Puedes llamar o ir a una tienda de tu operador.',
      vos: 'Desde este chat todavía no puedo pasarte con una persona. Podés llamar o ir a una tienda de tu operador.',
      usted: 'Desde este chat todavía no puedo pasarle con una persona. Puede llamar o ir a una tienda de su operador.',
    }),
    story: forms({
      tu: 'Claro que sí. Cuéntame en una frase qué pasó y se la paso completa; no tendrás que repetirla.',
      vos: 'Claro que sí. Contame en una frase qué pasó y se la paso completa; no tendrás que repetirla.',
      usted: 'Claro que sí. Cuénteme en una frase qué pasó y se la paso completa; no tendrá que repetirla.',
    }),
    skip: 'Prefiero no decirlo',
    handed: forms({
      tu: (v: { case: string; when: string }) =>
        `Te paso con una persona, con todo lo que hablamos. La respuesta te llega aquí antes ${v.when}. Caso ${v.case}. Si quieres volver conmigo, escribe *menú*.`,
      vos: (v: { case: string; when: string }) =>
        `Te paso con una persona, con todo lo que hablamos. La respuesta te llega aquí antes ${v.when}. Caso ${v.case}. Si querés volver conmigo, escribí *menú*.`,
      usted: (v: { case: string; when: string }) =>
        `Le paso con una persona, con todo lo que hablamos. La respuesta le llega aquí antes ${v.when}. Caso ${v.case}. Si quiere volver conmigo, escriba *menú*.`,
    }),
    hours: (v: { from: string; to: string }) => `por aquí atendemos de ${v.from} a ${v.to}`,
    closed: 'hoy por aquí no atendemos',
    law: (v: { number: string; day: string }) => `Es un reclamo formal, con el número ${v.number}. La ley pide respuesta a más tardar ${v.day}.`,
    nobody: forms({
      tu: (v: { hours: string; case: string; when: string }) =>
        `Ahora no hay nadie en este chat: ${v.hours}. Dejé tu caso ${v.case} con todo. Te escriben antes ${v.when}.`,
      vos: (v: { hours: string; case: string; when: string }) =>
        `Ahora no hay nadie en este chat: ${v.hours}. Dejé tu caso ${v.case} con todo. Te escriben antes ${v.when}.`,
      usted: (v: { hours: string; case: string; when: string }) =>
        `Ahora no hay nadie en este chat: ${v.hours}. Dejé su caso ${v.case} con todo. Le escriben antes ${v.when}.`,
    }),
  },
  {
    title: 'talking to a person',
    button: 'Talk to someone',
    menu: 'See the menu',
    how: (v) => `${v.contact} I cannot put you through to a person from this chat yet.`,
    unknown: 'I cannot put you through to a person from this chat yet. You can call your operator or visit a store.',
    story: 'Of course. Tell me in one sentence what happened, and I pass all of it on; you will not have to say it again.',
    skip: 'Just put me through',
    handed: (v) =>
      `I put you through to a person, with all that we said. They write here before ${v.when}. Case ${v.case}. To come back to me, write *menu*.`,
    hours: (v) => `here we answer from ${v.from} to ${v.to}`,
    closed: 'here we are closed today',
    law: (v) => `It is a formal complaint, number ${v.number}. The law asks for an answer by ${v.day}.`,
    nobody: (v) => `Nobody is in this chat now: ${v.hours}. I left your case ${v.case} with everything. They write to you before ${v.when}.`,
  },
);
