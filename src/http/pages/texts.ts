import type { Language } from '../../domain/texts';

/**
 * What the page itself says, outside the conversation. Written so that no word depends on the form of address (tú, vos, usted):
 * the page speaks before anybody knows which one the customer prefers. `{brand}` is the operator's name, `{seconds}` a number.
 */
const es = {
  title: '{brand} · Ayuda',
  assistant: '{brand}, asistente virtual',
  hello: 'Hola. ¿En qué te ayudamos?',
  lead: 'Saldo, datos y plan: aquí mismo, a cualquier hora.',
  greeting:
    'Hola, soy el asistente virtual de {brand}. Puedo ver tu saldo, vender paquetes, recargar o revisar facturas y pagos. ¿Con qué empezamos?',
  quick: 'Para empezar',
  noCards: 'Nunca pedimos números de tarjeta ni claves de banco en el chat.',
  codePrivate: 'El código que llega por SMS es solo para este chat.',
  skip: 'Ir al chat',
  private: 'Tu chat es privado.',
  privacy: 'Cómo cuidamos tus datos',
  language: 'Idioma',
  theme: 'Tema claro u oscuro',
  close: 'Cerrar el chat',
  conversation: 'Conversación',
  hint: 'Tu mensaje',
  send: 'Enviar',
  waiting: 'Se envía en cuanto se abra el chat',
  sharePlace: 'Compartir mi ubicación',
  placeWhy: 'Solo para buscar lo más cercano. No se guarda.',
  placeLooking: 'Buscando la ubicación…',
  placeUnknown: 'No se pudo saber la ubicación. Con escribir la zona basta.',
  placeShared: 'Mi ubicación',
  wait: 'Abriendo el chat…',
  on: 'En línea, responde al instante',
  person: 'Te atiende una persona',
  again: 'Reconectando…',
  off: 'Sin conexión, reintentando',
  end: 'La conversación terminó',
  retryIn: 'El chat no responde por ahora. Lo intentamos otra vez en {seconds} s; lo escrito no se pierde.',
  retryNow: 'Intentar ya',
  ended: 'Esta conversación terminó. Lo dicho se queda a la vista.',
  startAgain: 'Empezar otra vez',
  demo: 'Demo: elegir una historia',
  demoLead: 'Cada historia es una línea de prueba. Al tocarla, su número pasa al mensaje.',
  demoPhone: 'Ver el teléfono',
  demoFigures: 'Ver las cifras del operador',
  demoCopied: 'Número puesto en el mensaje: {number}',
  noScript: 'Este chat necesita JavaScript. Con JavaScript activado en el navegador, la página abre el chat sola.',
};
export type PageTexts = { readonly [Key in keyof typeof es]: string };

const en: PageTexts = {
  title: '{brand} · Help',
  assistant: '{brand}, virtual assistant',
  hello: 'Hello. How can we help?',
  lead: 'Balance, data and plan: right here, at any hour.',
  greeting:
    'Hello, I am the virtual assistant of {brand}. I can look at your balance, sell packs, top up, or look into bills and payments. Where shall we begin?',
  quick: 'To begin with',
  noCards: 'We never ask for card numbers or bank passwords in the chat.',
  codePrivate: 'The code that comes by SMS is for this chat only.',
  skip: 'Skip to the chat',
  private: 'Your chat is private.',
  privacy: 'About your data',
  language: 'Language',
  theme: 'Light or dark theme',
  close: 'Close the chat',
  conversation: 'Conversation',
  hint: 'Your message',
  send: 'Send',
  waiting: 'Goes out as soon as the chat opens',
  sharePlace: 'Share my location',
  placeWhy: 'Only to find what is nearest. It is not kept.',
  placeLooking: 'Finding the location…',
  placeUnknown: 'The location could not be found. Typing the area is enough.',
  placeShared: 'My location',
  wait: 'Opening the chat…',
  on: 'Online, answers at once',
  person: 'A person is with you',
  again: 'Reconnecting…',
  off: 'Offline, trying again',
  end: 'The conversation has ended',
  retryIn: 'The chat is not answering right now. We try again in {seconds} s; nothing you wrote is lost.',
  retryNow: 'Try now',
  ended: 'This conversation has ended. What was said stays in view.',
  startAgain: 'Start again',
  demo: 'Demo: pick a story',
  demoLead: 'Each story is a test line. Tap it and its number goes into your message.',
  demoPhone: 'See the phone',
  demoFigures: 'See the operator’s figures',
  demoCopied: 'Number put into your message: {number}',
  noScript: 'This chat needs JavaScript. Once it is switched on in the browser, the page opens the chat by itself.',
};

const ALL: Readonly<Record<Language, PageTexts>> = { es, en };

const named = (text: string, brand: string): string => text.replaceAll('{brand}', () => brand);

/** The page's texts in both languages, with the operator's name in them. Every key is there: the values alone are changed. */
export const pageTexts = (brand: string): Readonly<Record<Language, PageTexts>> => {
  const withName = (texts: PageTexts): PageTexts => ({
    ...texts,
    title: named(texts.title, brand),
    assistant: named(texts.assistant, brand),
    greeting: named(texts.greeting, brand),
  });
  return { es: withName(ALL.es), en: withName(ALL.en) };
};
