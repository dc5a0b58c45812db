import { catalog, forms } from '../../../domain/texts';

type Case = { readonly case: string };
type Named = Case & { readonly name: string };

export const handoverTexts = catalog(
  {
    back: 'Volver al asistente',
    wait: 'Sigo esperando',
    menu: 'Ver el menú',
    open: 'Abrir otro caso',
    inLine: forms({
      tu: (v: Case) => `Sigues en la fila con el caso ${v.case}. Escribe aquí lo que quieras agregar; si quieres salir de la fila, escribe *menú*.`,
      vos: (v: Case) => `Seguís en la fila con el caso ${v.case}. Escribí aquí lo que quieras agregar; si querés salir de la fila, escribí *menú*.`,
      usted: (v: Case) => `Sigue en la fila con el caso ${v.case}. Escriba aquí lo que quiera agregar; si quiere salir de la fila, escriba *menú*.`,
    }),
    kept: forms({
      tu: (v: Case) => `Queda en tu caso ${v.case}: lo lee la persona que te atienda, y te contesta aquí.`,
      vos: (v: Case) => `Queda en tu caso ${v.case}: lo lee la persona que te atienda, y te contesta aquí.`,
      usted: (v: Case) => `Queda en su caso ${v.case}: lo lee la persona que le atienda, y le contesta aquí.`,
    }),
    unkept: forms({
      tu: 'El audio o archivo que mandaste no le llega a la persona. Cuéntaselo aquí con tus palabras.',
      vos: 'El audio o archivo que mandaste no le llega a la persona. Contáselo aquí con tus palabras.',
      usted: 'El audio o archivo que mandó no le llega a la persona. Cuénteselo aquí con sus palabras.',
    }),
    hidden: forms({
      tu: 'Oculté un código o una clave de tu mensaje antes de pasarlo: nadie de nuestro equipo los necesita.',
      vos: 'Oculté un código o una clave de tu mensaje antes de pasarlo: nadie de nuestro equipo los necesita.',
      usted: 'Oculté un código o una clave de su mensaje antes de pasarlo: nadie de nuestro equipo los necesita.',
    }),
    withPerson: forms({
      tu: (v: Named) => `Te atiende ${v.name}, en el caso ${v.case}. Lo que escribas le llega; para volver conmigo, escribe *menú*.`,
      vos: (v: Named) => `Te atiende ${v.name}, en el caso ${v.case}. Lo que escribas le llega; para volver conmigo, escribí *menú*.`,
      usted: (v: Named) => `Le atiende ${v.name}, en el caso ${v.case}. Lo que escriba le llega; para volver conmigo, escriba *menú*.`,
    }),
    waiting: forms({ tu: 'De acuerdo. Te aviso aquí.', vos: 'De acuerdo. Te aviso aquí.', usted: 'De acuerdo. Le aviso aquí.' }),
    quiet: forms({
      tu: (v: Case) =>
        `Todavía no te contestan. El caso ${v.case} sigue en la fila con lo que escribiste. Puedes esperar o volver conmigo: la respuesta te llega aquí igual.`,
      vos: (v: Case) =>
        `Todavía no te contestan. El caso ${v.case} sigue en la fila con lo que escribiste. Podés esperar o volver conmigo: la respuesta te llega aquí igual.`,
      usted: (v: Case) =>
        `Todavía no le contestan. El caso ${v.case} sigue en la fila con lo que escribió. Puede esperar o volver conmigo: la respuesta le llega aquí igual.`,
    }),
    closed: forms({
      tu: (v: Case) =>
        `Ahora no hay nadie atendiendo. El caso ${v.case} quedó con todo lo que escribiste, y la respuesta te llega aquí cuando abran. Mientras tanto sigo yo.`,
      vos: (v: Case) =>
        `Ahora no hay nadie atendiendo. El caso ${v.case} quedó con todo lo que escribiste, y la respuesta te llega aquí cuando abran. Mientras tanto sigo yo.`,
      usted: (v: Case) =>
        `Ahora no hay nadie atendiendo. El caso ${v.case} quedó con todo lo que escribió, y la respuesta le llega aquí cuando abran. Mientras tanto sigo yo.`,
    }),
    returned: forms({
      tu: (v: Case) => `Volviste conmigo. El caso ${v.case} sigue abierto y la respuesta te llega aquí.`,
      vos: (v: Case) => `Volviste conmigo. El caso ${v.case} sigue abierto y la respuesta te llega aquí.`,
      usted: (v: Case) => `Volvió conmigo. El caso ${v.case} sigue abierto y la respuesta le llega aquí.`,
    }),
    solvedBy: forms({
      tu: (v: Named) => `${v.name} cerró el caso ${v.case}. Sigo aquí si necesitas algo más.`,
      vos: (v: Named) => `${v.name} cerró el caso ${v.case}. Sigo aquí si necesitás algo más.`,
      usted: (v: Named) => `${v.name} cerró el caso ${v.case}. Sigo aquí si necesita algo más.`,
    }),
    solved: forms({
      tu: (v: Case) => `El caso ${v.case} quedó cerrado. Sigo aquí si necesitas algo más.`,
      vos: (v: Case) => `El caso ${v.case} quedó cerrado. Sigo aquí si necesitás algo más.`,
      usted: (v: Case) => `El caso ${v.case} quedó cerrado. Sigo aquí si necesita algo más.`,
    }),
    botAgain: forms({
      tu: 'Te atiende otra vez el asistente virtual.',
      vos: 'Te atiende otra vez el asistente virtual.',
      usted: 'Le atiende otra vez el asistente virtual.',
    }),
    stillOpen: (v: Case) => `El caso ${v.case} sigue abierto hasta que lo cierren.`,
    handedBack: forms({
      tu: (v: Named) => `${v.name} te dejó conmigo. El caso ${v.case} sigue abierto y la respuesta te llega aquí.`,
      vos: (v: Named) => `${v.name} te dejó conmigo. El caso ${v.case} sigue abierto y la respuesta te llega aquí.`,
      usted: (v: Named) => `${v.name} le dejó conmigo. El caso ${v.case} sigue abierto y la respuesta le llega aquí.`,
    }),
    undelivered: forms({
      tu: 'Lo que escribiste todavía no le llega a la persona. Lo sigo intentando; no hace falta que lo repitas.',
      vos: 'Lo que escribiste todavía no le llega a la persona. Lo sigo intentando; no hace falta que lo repitas.',
      usted: 'Lo que escribió todavía no le llega a la persona. Lo sigo intentando; no hace falta que lo repita.',
    }),
    refused: forms({
      tu: (v: Case) => `El caso ${v.case} ya está cerrado y no recibió lo último que escribiste. ¿Abro otro?`,
      vos: (v: Case) => `El caso ${v.case} ya está cerrado y no recibió lo último que escribiste. ¿Abro otro?`,
      usted: (v: Case) => `El caso ${v.case} ya está cerrado y no recibió lo último que escribió. ¿Abro otro?`,
    }),
    begins: forms({
      tu: (v: { name: string }) => `${v.name} pidió que lo hagamos desde aquí.`,
      vos: (v: { name: string }) => `${v.name} pidió que lo hagamos desde aquí.`,
      usted: (v: { name: string }) => `${v.name} pidió que lo hagamos desde aquí.`,
    }),
    somebody: forms({ tu: 'La persona que te atiende', vos: 'La persona que te atiende', usted: 'La persona que le atiende' }),
    file: (v: { name: string }) => `Archivo: ${v.name}`,
    see: 'Ver el archivo',
  },
  {
    back: 'Back to the bot',
    wait: 'I will wait',
    menu: 'See the menu',
    open: 'Open another case',
    inLine: (v) => `You are still in line with case ${v.case}. Write here what you want to add; to leave the line, write *menu*.`,
    kept: (v) => `It is with your case ${v.case}: whoever looks after you reads it, and answers here.`,
    unkept: 'The voice note or file that you sent does not reach the person. Tell them here in your own words.',
    hidden: 'I hid a code or password of your message before passing it on: nobody in our team needs them.',
    withPerson: (v) => `${v.name} is with you, on case ${v.case}. What you write reaches them; to come back to me, write *menu*.`,
    waiting: 'All right. You will read it here.',
    quiet: (v) =>
      `There is no answer yet. Case ${v.case} is still in line with what you wrote. You can wait or come back to me: the answer reaches you here either way.`,
    closed: (v) => `Nobody is answering now. Case ${v.case} has all you wrote, and the answer reaches you here when they open. Meanwhile I am here.`,
    returned: (v) => `You are back with me. Case ${v.case} stays open and the answer reaches you here.`,
    solvedBy: (v) => `${v.name} closed case ${v.case}. I am here if you need anything else.`,
    solved: (v) => `Case ${v.case} is closed. I am here if you need anything else.`,
    botAgain: 'The virtual assistant answers again.',
    stillOpen: (v) => `Case ${v.case} stays open until they close it.`,
    handedBack: (v) => `${v.name} left you with me. Case ${v.case} stays open and the answer reaches you here.`,
    undelivered: 'What you wrote has not reached the person yet. I keep trying; there is no need to repeat it.',
    refused: (v) => `Case ${v.case} is closed already and did not take your last message. Shall I open another one?`,
    begins: (v) => `${v.name} asked to do this from here.`,
    somebody: 'The person who is with you',
    file: (v) => `File: ${v.name}`,
    see: 'See the file',
  },
);

/** What agents read in a note when a flow that they began here is over. */
export const NOTES = {
  done: (skill: string, said: string): string => `Flujo «${skill}» terminado en el chat. Al cliente se le dijo:\n${said}`,
  goesOn: (skill: string, said: string): string => `Flujo «${skill}» en curso: el resultado llega en otra nota. Al cliente se le dijo:\n${said}`,
  left: (skill: string, said: string): string =>
    `Flujo «${skill}» sin terminar: el cliente lo dejó.${said ? ` Al cliente se le dijo:\n${said}` : ''}`,
  ended: (skill: string, said: string): string => `Flujo «${skill}»: no llegó al final.${said ? ` Al cliente se le dijo:\n${said}` : ''}`,
  noFlow: (skill: string): string => `No hay un flujo «${skill}». Al cliente no se le dijo nada.`,
  settled: (said: string): string => `Novedad de una operación con dinero. Al cliente se le dijo:\n${said}`,
  settledMeanwhile: (said: string): string =>
    `Novedad de una operación con dinero. Si al cliente no le llegó este mensaje del asistente, dígaselo:\n${said}`,
  unkept: (name: string): string => `(mandó algo que este chat no guarda: ${name})`,
  scored: (score: number): string => `El cliente nos puso ${score} de 10 en la encuesta.`,
  scoredFor: (score: number, why: string): string => `El cliente nos puso ${score} de 10 en la encuesta: «${why}»`,
  waits: (until: string | undefined): string =>
    `El cliente pidió una persona y la espera en el chat: lo que se le responda aquí le llega.${until === undefined ? '' : ` Se le dijo: respuesta antes ${until.replace(/\.?$/, '.')}`}`,
  returned: 'El cliente volvió con el asistente. Lo que se le responda aquí le llega al chat.',
} as const;
