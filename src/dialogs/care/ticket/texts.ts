import { catalog, forms } from '../../../domain/texts';

export const texts = catalog(
  {
    title: 'abrir un caso',
    button: 'Abrir un caso',
    what: forms({
      tu: 'Cuéntame en una frase qué pasó. Se lo paso a una persona, y no tendrás que repetirlo.',
      vos: 'Contame en una frase qué pasó. Se lo paso a una persona, y no tendrás que repetirlo.',
      usted: 'Cuénteme en una frase qué pasó. Se lo paso a una persona, y no tendrá que repetirlo.',
    }),
    whatAgain: '¿Qué pasó, con qué y cuándo? Por ejemplo: *mi recarga de ayer no entró*.',
    same: (v: { case: string; about: string; day: string }) =>
      `Ya hay un caso abierto, ${v.case}, desde ${v.day}: “${v.about}”. ¿Agrego esto a ese caso?`,
    addIt: 'Sí, agregarlo',
    another: 'No, es otra cosa',
    added: (v: { case: string }) => `Lo agregué al caso ${v.case}. Ya está con lo demás.`,
    amount: '¿De cuánto fue, y qué día?',
    receipt: forms({
      tu: '¿Tienes el número del comprobante? También puedes mandar una foto.',
      vos: '¿Tenés el número del comprobante? También podés mandar una foto.',
      usted: '¿Tiene el número del comprobante? También puede mandar una foto.',
    }),
    since: '¿Desde cuándo?',
    where: '¿En qué lugar pasa? Municipio y zona bastan.',
    devices: '¿Pasa en todos los aparatos, o solo en uno?',
    wish: forms({ tu: '¿Qué te gustaría que hagamos?', vos: '¿Qué te gustaría que hagamos?', usted: '¿Qué le gustaría que hagamos?' }),
    skip: 'No sé',
    opened: (v: { number: string; summary: string; when: string }) => `Caso ${v.number} abierto: “${v.summary}”. Respuesta antes ${v.when}.`,
    kept: forms({
      tu: (v: { reference: string; when: string }) =>
        `Guardé tu caso con la referencia ${v.reference}. Respuesta antes ${v.when}. En cuanto tenga número te lo escribo; no hace falta que hagas nada.`,
      vos: (v: { reference: string; when: string }) =>
        `Guardé tu caso con la referencia ${v.reference}. Respuesta antes ${v.when}. En cuanto tenga número te lo escribo; no hace falta que hagas nada.`,
      usted: (v: { reference: string; when: string }) =>
        `Guardé su caso con la referencia ${v.reference}. Respuesta antes ${v.when}. En cuanto tenga número se lo escribo; no hace falta que haga nada.`,
    }),
    numbered: forms({
      tu: (v: { reference: string; number: string }) => `Tu caso ${v.reference} ya tiene número: ${v.number}.`,
      vos: (v: { reference: string; number: string }) => `Tu caso ${v.reference} ya tiene número: ${v.number}.`,
      usted: (v: { reference: string; number: string }) => `Su caso ${v.reference} ya tiene número: ${v.number}.`,
    }),
    law: (v: { number: string; day: string }) => `Es un reclamo formal, con el número ${v.number}. La ley pide respuesta a más tardar ${v.day}.`,
    fault: (v: { until: string }) => `Es parte de una falla que ya conocemos${v.until === '' ? '' : `; estiman que se arregla ${v.until}`}.`,
    photo: forms({
      tu: '¿Agregas una foto del comprobante? Mándala por aquí.',
      vos: '¿Agregás una foto del comprobante? Mandala por aquí.',
      usted: 'Si tiene una foto del comprobante, mándela por aquí.',
    }),
    withPhoto: 'La foto va con el caso.',
    noPlace: 'Las ubicaciones no las guardo.',
    menu: 'Ver el menú',
  },
  {
    title: 'opening a case',
    button: 'Open a case',
    what: 'Tell me in one sentence what happened. I pass it on to a person, and you will not have to say it again.',
    whatAgain: 'What happened, with what, and when? For example: *my top-up of yesterday did not arrive*.',
    same: (v) => `There is an open case already, ${v.case}, since ${v.day}: “${v.about}”. Shall I add this to it?`,
    addIt: 'Yes, add it',
    another: 'No, another matter',
    added: (v) => `I added it to case ${v.case}. Whoever looks after it can read it now.`,
    amount: 'How much was it, and on which day?',
    receipt: 'Do you have the number of the receipt? You can also send a photo.',
    since: 'Since when?',
    where: 'Where does it happen? Town and area are enough.',
    devices: 'Does it happen on all devices, or on one only?',
    wish: 'What would you like us to do?',
    skip: 'I do not know',
    opened: (v) => `Case ${v.number} is open: “${v.summary}”. You get an answer before ${v.when}.`,
    kept: (v) =>
      `I kept your case under the reference ${v.reference}. You get an answer before ${v.when}. As soon as it has a number I write it here; you need not do anything.`,
    numbered: (v) => `Your case ${v.reference} has a number now: ${v.number}.`,
    law: (v) => `It is a formal complaint, number ${v.number}. The law asks for an answer by ${v.day}.`,
    fault: (v) => `It is part of a fault that we know of${v.until === '' ? '' : `; it should be over ${v.until}`}.`,
    photo: 'Do you have a photo of the receipt? Send it here.',
    withPhoto: 'The photo goes with the case.',
    noPlace: 'I do not keep locations.',
    menu: 'See the menu',
  },
);
