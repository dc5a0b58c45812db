import { fold } from '../domain/fold';

/** Words that always win, whatever is being asked. */
export type Command = 'menu' | 'cancel' | 'help' | 'person' | 'leave' | 'language' | 'spanish' | 'english' | 'repeat' | 'back';

const WORDS: Readonly<Record<Command, string>> = {
  menu: 'menu|el menu|inicio|menu principal|ver menu|ver el menu|volver al menu|ir al menu|volver al bot|volver al asistente|back to the bot|empezar|main menu|see the menu|start',
  cancel: 'cancelar|cancela|cancelalo|cancelar todo|olvidalo|dejalo|ya no|cancel|never mind|nevermind|stop|forget it',
  help: 'ayuda|ayudame|ayudeme|que puedes hacer|que haces|help|help me|what can you do',
  person:
    'asesor|agente|persona|una persona|humano|un humano|operador|ejecutivo|asesora|quiero un asesor|quiero hablar con alguien|hablar con alguien|hablar con una persona|hablar con un asesor|quiero hablar con una persona|quiero un humano|pasame con alguien|pasame con un asesor|agent|a person|human|talk to a person|talk to someone|speak to a person|speak to an agent',
  leave: 'salir|cerrar sesion|cerrar mi sesion|salir de mi cuenta|desconectar|log out|logout|sign out|exit',
  language: 'idioma|cambiar idioma|language|change language',
  spanish: 'espanol|español|en español|en espanol|spanish|in spanish',
  english:
    'english|in english|ingles|en ingles|do you speak english|hello do you speak english|hi do you speak english|can you speak english|speak english|i speak english|i only speak english|i don t speak spanish|no spanish|habla ingles|hablas ingles|habla usted ingles',
  repeat: 'repetir|repite|repitelo|repita|otra vez|como dijo|repeat|say that again|again',
  back: 'atras|volver|regresar|back|go back',
};

const COMMANDS = new Map(
  Object.entries(WORDS).flatMap(([command, words]) => words.split('|').map((word) => [word, isName(command) ? command : undefined] as const)),
);

function isName(name: string): name is Command {
  return name in WORDS;
}

/** "Stop" cancels what is open; where nothing is, it quiets what the bot writes by itself. */
export const isStop = (text: string): boolean => fold(text) === 'stop';

/** Whoever asks for the bot is led to no person, and kept by none. */
const BACK_TO_BOT =
  /^(?:quiero |quisiera |mejor )?(?:volver|regresar|vuelve|volve|pasame|back|return|go back)(?: (?:con|al|a la|to))?(?: (?:el|la|the|my))? (?:bot|asistente|asistente virtual|chatbot|robot|assistant)$/;

/** The command that `text` is, if it is one and nothing else. */
export function commandIn(text: string): Command | undefined {
  const folded = fold(text).replace(/ (por favor|porfa|please)$/, '');
  if (BACK_TO_BOT.test(folded)) return 'menu';
  return COMMANDS.get(folded) ?? (TONGUE.test(folded) ? (/\b(?:english|ingles)\b/.test(folded) ? 'english' : 'spanish') : undefined);
}

/**
 * "Can you help me in English", "ok y en español otra vez": the language, and nothing else that is wanted. Each word stands in the lists once: where two
 * ways lead through one, forty of it keep the process busy for an hour.
 */
const TONGUE = new RegExp(
  `^(?:(?:${[
    'ok|y|si|hola|bueno|mejor|pues|ahora|otra vez|de nuevo|por favor|porfa|quiero|quisiera|prefiero|puedes|puede|podes|podrias|podria|podemos|me|ayudarme|ayudas|atender|atiende|hablar|hablarme|hablame|hableme|habla|hablas|escribir|escribeme|escribe|responde|respondeme|contesta|contestame|seguir|sigamos|cambiar|cambia|a|al|hay|alguien|que|quien|hable|hablen|hablan|se',
    'hello|hi|please|can|could|you|we|i|want|need|would|like|help|to|talk|speak|write|answer|reply|continue|go on|switch|change|back|again|now|let s|it|do|does|is there|anyone|anybody|who|speaks|with',
  ].join(
    '|',
  )}) )*(?:en|al|in|to|speak|habla|hablas|hablar)? ?(?:ingles|english|español|espanol|spanish)(?: (?:por favor|porfa|please|otra vez|de nuevo|again|now|ahora|mejor|ok))*$`,
);

const A_PERSON = '(?:un |una |el |la |algun )?(?:asesora?|persona|agente|humano|ser humano|operadora?|ejecutiv[oa]|representante|alguien)';
const PERSON: Readonly<Record<'es' | 'en', RegExp>> = {
  es: new RegExp(
    `^(?:(?:hola|buenas|buenos dias|buenas tardes|buenas noches|por favor|porfa) )*(?:(?:quiero|quisiera|necesito|deseo|puedo|me gustaria) )?` +
      `(?:(?:hablar|comunicarme|comunicame|comuniqueme|pasame|paseme|pasenme|ponme|conectame) con ${A_PERSON}|que me atienda ${A_PERSON})(?: |$)`,
  ),
  en: /^(?:(?:hello|hi|please) )*(?:i (?:want|need|would like) to |can i |let me )?(?:talk|speak) (?:to|with) (?:an? (?:person|human|agent|representative)|someone|somebody)(?: |$)/,
};

/** The language in which a text begins by asking for a person: what follows is why, and nobody is sent round by the bot first. Undefined: it does not. */
export function asksForPerson(text: string): 'es' | 'en' | undefined {
  const folded = fold(text);
  return (['es', 'en'] as const).find((language) => PERSON[language].test(folded));
}
