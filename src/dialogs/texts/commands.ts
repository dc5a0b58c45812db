import { catalog, forms } from '../../domain/texts';

/** Greeting and goodbye, and the answers to commands. */
export const commandTexts = catalog(
  {
    hello: forms({
      tu: (v: { brand: string; greeting: string }) =>
        `${v.greeting}, soy el asistente virtual de ${v.brand}, un programa. Puedo ver tu saldo, vender paquetes, recargar o revisar facturas y pagos. ¿Qué necesitas?`,
      vos: (v: { brand: string; greeting: string }) =>
        `${v.greeting}, soy el asistente virtual de ${v.brand}, un programa. Puedo ver tu saldo, vender paquetes, recargar o revisar facturas y pagos. ¿Qué necesitás?`,
      usted: (v: { brand: string; greeting: string }) =>
        `${v.greeting}, soy el asistente virtual de ${v.brand}, un programa. Puedo ver su saldo, vender paquetes, recargar o revisar facturas y pagos. ¿Qué necesita?`,
    }),
    morning: 'Buenos días',
    afternoon: 'Buenas tardes',
    night: 'Buenas noches',
    menu: forms({ tu: '¿Qué necesitas?', vos: '¿Qué necesitás?', usted: '¿Qué necesita?' }),
    help: forms({
      tu: 'Puedo ayudarte con esto. Toca un botón o escríbelo con tus palabras. También entiendo *menú*, *atrás*, *repetir*, *cancelar*, *idioma*, *asesor* y *salir*.',
      vos: 'Puedo ayudarte con esto. Tocá un botón o escribilo con tus palabras. También entiendo *menú*, *atrás*, *repetir*, *cancelar*, *idioma*, *asesor* y *salir*.',
      usted:
        'Puedo ayudarle con esto. Toque un botón o escríbalo con sus palabras. También entiendo *menú*, *atrás*, *repetir*, *cancelar*, *idioma*, *asesor* y *salir*.',
    }),
    cancelled: forms({
      tu: 'Listo, lo dejo. No hice nada. ¿Qué necesitas?',
      vos: 'Listo, lo dejo. No hice nada. ¿Qué necesitás?',
      usted: 'Listo, lo dejo. No hice nada. ¿Qué necesita?',
    }),
    dropped: 'Listo, lo dejo. No hice nada.',
    nothingToCancel: forms({
      tu: 'No hay nada pendiente. ¿Qué necesitas?',
      vos: 'No hay nada pendiente. ¿Qué necesitás?',
      usted: 'No hay nada pendiente. ¿Qué necesita?',
    }),
    onItsWay: forms({
      tu: 'Eso ya va en camino y no lo puedo parar. No lo pidas otra vez: te aviso aquí en cuanto sepa cómo quedó.',
      vos: 'Eso ya va en camino y no lo puedo parar. No lo pidas otra vez: te aviso aquí en cuanto sepa cómo quedó.',
      usted: 'Eso ya va en camino y no lo puedo parar. No lo pida otra vez: le aviso aquí en cuanto sepa cómo quedó.',
    }),
    signedOut: forms({
      tu: 'Listo, cerré tu sesión en este chat. Para ver tus datos otra vez te pediré un código nuevo.',
      vos: 'Listo, cerré tu sesión en este chat. Para ver tus datos otra vez te pediré un código nuevo.',
      usted: 'Listo, cerré su sesión en este chat. Para ver sus datos otra vez le pediré un código nuevo.',
    }),
    notSignedIn: 'No hay ninguna sesión abierta en este chat.',
    languageSet: 'Seguimos en español.',
    nothingToRepeat: 'Todavía no he dicho nada.',
    notBack: 'No hay un paso anterior.',
    firstStep: forms({
      tu: 'Este es el primer paso. Para salir, escribe *menú*.',
      vos: 'Este es el primer paso. Para salir, escribí *menú*.',
      usted: 'Este es el primer paso. Para salir, escriba *menú*.',
    }),
    thanks: forms({
      tu: 'Con gusto. Aquí sigo si necesitas algo más. 🙂',
      vos: 'Con gusto. Aquí sigo si necesitás algo más. 🙂',
      usted: 'Con gusto. Aquí sigo si necesita algo más. 🙂',
    }),
    bye: 'Hasta luego. Aquí estoy a cualquier hora.',
    toMenu: 'Ver el menú',
    person: 'Hablar con alguien',
  },
  {
    hello: (v) =>
      `${v.greeting}, I am ${v.brand}'s virtual assistant, a program. I can look at your balance, sell packs, top up, or look into bills and payments. What do you need?`,
    morning: 'Good morning',
    afternoon: 'Good afternoon',
    night: 'Good evening',
    menu: 'What do you need?',
    help: 'This is what I can do. Tap a button or say it in your own words. I also understand *menu*, *back*, *repeat*, *cancel*, *language*, *agent* and *log out*.',
    cancelled: 'All right, I stopped there. Nothing was done. What do you need?',
    dropped: 'All right, I stopped there. Nothing was done.',
    nothingToCancel: 'There is nothing open. What do you need?',
    onItsWay: 'That is already on its way and I cannot stop it. Do not ask for it again: I will tell you here as soon as I know how it ended.',
    signedOut: 'Done, you are signed out of this chat. To see your data again I will ask for a new code.',
    notSignedIn: 'Nobody is signed in to this chat.',
    languageSet: 'We go on in English.',
    nothingToRepeat: 'I have not said anything yet.',
    notBack: 'There is no earlier step.',
    firstStep: 'This is the first step. To leave, write *menu*.',
    thanks: 'You are welcome. I am here if you need anything else. 🙂',
    bye: 'Goodbye. I am here at any time.',
    toMenu: 'See the menu',
    person: 'Talk to someone',
  },
);
