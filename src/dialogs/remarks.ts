import { fold } from '../domain/fold';
import type { Arrival, Message } from '../domain/message';
import type { Language } from '../domain/texts';
import { signedIn } from '../state/session';
import { wantsBeside } from './caption';
import { contactIn, markContact, tellsMore } from './contact';
import type { Moves, Round } from './round';
import { noTrail, openFor } from './engine/trail';
import { isSheltered, mark, stay } from './shelter';
import { numberedList, toPerson } from './unheard';

type Saying = Extract<Arrival, { kind: 'said' }>;

const READING =
  / (no ?se|nose|no puedo|casi no|no entiendo|no aprendi a|no) (leer|leo|escribir|escribo|ler|lla)( |$)| (soy|es) analfabet\w* | (no veo|veo mal|veo poco) (bien|nada|las letras|letras|lo que) | (cant|cannot|can t|do not know how to|dont know how to) read /;
/** All that is said, where nothing is asked: the menu by its numbers then. */
const CONFUSED =
  /^ (?:(?:ay|pero|disculpe|perdon|es que|yo|fijese que) )*(?:no (?:le |te |les |lo |la )?(?:entiendo|entendi|comprendo)(?: (?:nada|bien|esto|eso|lo que (?:dice|dices)|usted|a usted))*|no (?:miro|veo) bien|hable(?:me)? mas (?:despacio|claro)|como dice|mande|no se (?:como )?(?:usar|usarlo|manejar|manejarlo|se usa|se hace)(?: (?:esto|este aparato|el chat|el telefono))?|i don t understand(?: (?:this|you|anything))?) $/;
/** Somebody to be kind to, before anything is looked for. */
const SAD =
  /^ (?:(?:hola|ay|es que|hoy|yo) )*(?:estoy (?:muy |bien )?(?:triste|sol[oa])|me siento (?:muy |bien )?(?:sol[oa]|triste)|i (?:am|feel)(?: very| so)? (?:sad|lonely|alone)) $/;
/** Not "tengo 10 años con ustedes". */
const AGE =
  / (?:tengo|cumpli|i am|im|i m) (\d{1,2})(?= (?:años|anos|añitos|years?) (?!(?:con|siendo|usando|pagando|en|aqui|with|as|using|paying) |de (?!edad )|of (?!age ))) | (?:soy|un|una) menor de edad | (?:i am|im|i m) a minor /;
/** An age without its years, unless other numbers make an amount of it. */
const AGE_ALONE = /^\D* (?:tengo|cumpli) (\d{1,2}) (?:y|e) \D*$/;
/** Nothing else is said: no article is looked for. */
const ONLY_AGE =
  /^ (?:(?:hola|buenas|hi|hello|es que|yo|solo|only) )*(?:tengo|cumpli|i am|im|i m) \d{1,2}(?: (?:años|anos|añitos|years?)(?: old)?)? $/;
const OF_AGE = 18;
const YOUNGEST = 5;
/** Asked whether it is a machine, or a human being. */
const BOT =
  / (eres|sos|es usted|usted es|hablo con|estoy hablando con|me atiende|are you|is this|am i talking to) (acaso )?(una? |con |a |an |real |de verdad )*(bot|robot|chatbot|maquina|computadora|programa|ia|inteligencia artificial|persona|humano|humana|machine|computer|ai|human|person) |^ (y |hola |pero )?(con quien (hablo|estoy hablando|tengo el gusto)|quien (eres|sos|es usted|me atiende)|(usted|eres|sos|es usted|usted es) (es )?(real|de verdad)|who (are you|am i talking to|is this)|are you real) $/;
/** Words of other languages that Spanish and English do not have. */
const OTHER_LANGUAGES =
  / (mba ?e ?ichapa|mbaeichapa|mba eichapa|rohayhu|aguyje|aguije|nahani|che (saldo|celular|telefono|linea)|aikoteve|ipota|eipytyvo|saqarik|xb ?eqij|utz awach|maltyox|matyox|kinwaj|chinto|chaab|us awilal|bantiox|imaynalla|imaynallan|allillanchu|kamisaraki|waliki|jallalla|naksa|preciso|obrigad[oa]|voce|quanto|meu saldo|bonjour|salut|combien) /;
const INSULTS =
  / (hij[oa]s? de (p\w*|la gran \w+)|hdp|hp|mierda|puta|put[oa]s|pendej[oa]s?|idiotas?|estupid[oa]s?|imbecil(es)?|inutil(es)?|ladrones|rateros|basura|porqueria|maldit[oa]s?|cabron(es)?|malparid[oa]s?|gonorrea|cerotes?|culeros?|boludos?|la (re)?concha|carajo|verga|chinguen|chinga|asco de (servicio|empresa)|fuck\w*|shit\w*|assholes?|bastards?|thieves|morons?|useless|crap) /;
/** The skill that takes a file for a case. */
export const PHOTO = 'photo';
/** Shouting, from so many capital letters on. */
const SHOUTED = 15;

/** Answers {@link remarkOf}. False when what they want is to be heard as well. */
export async function remarked(round: Round, moves: Moves, said: Saying, heard: Remark): Promise<boolean> {
  const { desk, flows, voice } = round;
  const { answer, isAll } = heard;
  if (heard.isPhoto && voice.knows(PHOTO)) {
    if (said.text.trim() !== '' && (await wantsBeside(moves, said.text))) return false;
    return (await captioned(round, moves, said.text), true);
  }
  const isOpen = flows.ids().length > 0;
  const wish = isAll || said.text.trim() === '' ? undefined : await moves.wanted(said.text);
  if (!isOpen) desk.record.language = languageIn(said.text, heard, moves) ?? desk.record.language;
  if (isOpen && heard.isTelling === true) return false; // the question may be what happened
  if (heard.kind === 'angry' && isOpen) desk.upset = answer !== undefined && heard.isAgain !== true;
  if (!answer || desk.upset !== undefined) return false;
  if (!isOpen && wish && (wish.band === 'sure' || (heard.kind === 'angry' && wish.band === 'unsure'))) {
    if (heard.isAgain !== true) desk.say(heard.kind === 'angry' ? voice.t(desk).sorry : answer().text);
    return false;
  }
  if (heard.isAgain) return (await toPerson(round, moves), true);
  desk.say(isOpen ? { text: answer().text } : answer());
  await flows.reprompt();
  return true;
}

/** A photo, and what was written beside it. In danger or grief nobody is asked what happened, for a case that they did not want. */
export async function captioned(round: Round, moves: Moves, text: string): Promise<void> {
  const { desk } = round;
  if (isSheltered(desk) && !openFor(desk.record.trail ?? noTrail, desk.now)) return stay(round);
  desk.record.language = moves.languageOf(text) ?? desk.record.language;
  await moves.begin(PHOTO, text.trim() === '' ? undefined : { words: text });
}

/** Who writes Spanish on an English page is answered in Spanish. What has no word of either, or is said in a third language, changes nothing. */
const languageIn = (text: string, { kind, answer }: Remark, moves: Moves): Language | undefined =>
  answer === undefined || kind === 'file' || kind === 'emoji' || kind === 'other' ? undefined : moves.languageOf(text);

export interface Remark {
  readonly kind: 'file' | 'contact' | 'reading' | 'other' | 'minor' | 'angry' | 'sad' | 'emoji' | 'bot';
  /** Made when it is known in which language they write. */
  readonly answer?: () => Message;
  /** Nothing else can be in it. */
  readonly isAll: boolean;
  /** Much else is said beside it. */
  readonly isTelling?: boolean;
  /** A picture or a document, without a word or for the case that was just opened. */
  readonly isPhoto?: boolean;
  /** Not for the first time in this conversation. */
  readonly isAgain?: boolean;
}

/** What somebody says of themselves, or of their anger, besides what they want. */
export function remarkOf(round: Round, { text, attachments = [] }: Saying): Remark | undefined {
  const { desk, voice, flows } = round;
  const t = () => voice.t(desk);
  const words = ` ${fold(text.replace(/['’´`]/g, ' '))} `;
  if (words.trim() === '') return wordless(round, text, attachments);
  const contact = contactIn(words);
  if (contact !== undefined) markContact(desk, contact);
  if (isMinor(words)) mark(desk, 'minor');
  if (flows.ids().length === 0 && hasPhoto(attachments) && openFor(desk.record.trail ?? noTrail, desk.now)) return FOR_CASE;
  if (contact !== undefined) {
    const said = { 'text-only': 'inWriting', 'by-phone': 'byPhone', 'no-contact': 'noContact' } as const;
    return { kind: 'contact', answer: () => voice.menu(desk, t()[said[contact]]), isAll: false, isTelling: tellsMore(words) };
  }
  if (READING.test(words)) {
    desk.record.form = 'usted';
    mark(desk, 'few-letters');
    return { kind: 'reading', answer: () => numbered(round), isAll: true };
  }
  if (flows.ids().length === 0 && CONFUSED.test(words)) {
    desk.record.form = 'usted';
    return { kind: 'reading', answer: () => numbered(round), isAll: true };
  }
  if (SAD.test(words)) return { kind: 'sad', answer: () => withPerson(round, 'sad'), isAll: true };
  if (BOT.test(words)) return { kind: 'bot', answer: () => withPerson(round, 'bot'), isAll: true };
  if (OTHER_LANGUAGES.test(words)) return { kind: 'other', answer: () => voice.menu(desk, t().ourLanguages), isAll: false };
  if (isMinor(words) && ONLY_AGE.test(words)) return { kind: 'minor', answer: () => voice.menu(desk, t().menu), isAll: true };
  if (!isSheltered(desk) && (INSULTS.test(words) || isShouted(text))) return angry(round, words);
  return undefined;
}

/** "Aquí está el recibo", right after its case was opened: words and picture belong to it, and are no wish. */
const FOR_CASE: Remark = { kind: 'file', isAll: true, isPhoto: true };
/** A file that is kept: what is not kept answers nothing, and goes to no case. */
export const hasPhoto = (attachments: Saying['attachments'] = []): boolean =>
  attachments.some(({ contentType, unkept }) => unkept !== true && !contentType.startsWith('audio/'));

const angry = (round: Round, words: string): Remark => (INSULTS.test(words) ? angryWords(round) : { kind: 'angry', isAll: false });

function angryWords(round: Round): Remark {
  const { desk } = round;
  const isAgain = desk.record.marks?.includes('angry') ?? false;
  desk.record.form = 'usted';
  mark(desk, 'angry');
  return { kind: 'angry', isAgain, answer: () => withPerson(round, 'angry'), isAll: false };
}

/** A person, or the menu: whoever says such a thing need not go on with a program. */
function withPerson({ desk, voice }: Round, said: 'angry' | 'bot' | 'sad'): Message {
  const t = voice.t(desk);
  return { text: t[said], choices: [voice.toPerson(desk), { id: 'go:menu', label: t.toMenu }] };
}

/** No word at all: a voice note, a photo, a sticker, an emoji, a dot. */
function wordless(round: Round, text: string, attachments: NonNullable<Saying['attachments']>): Remark | undefined {
  const { desk, voice, flows } = round;
  const t = voice.t(desk);
  const isAudio = attachments.some(({ contentType }) => contentType.startsWith('audio/'));
  const isPhoto = !isAudio && hasPhoto(attachments);
  const isLeft = !isAudio && attachments.some(({ seen }) => seen === true);
  if (isLeft && flows.ids().length === 0 && openFor(desk.record.trail ?? noTrail, desk.now)) return FOR_CASE;
  if (attachments.length > 0)
    return flows.ids().length > 0 && isPhoto
      ? undefined
      : { kind: 'file', answer: () => voice.menu(desk, isAudio ? t.audio : t.files), isAll: true, isPhoto };
  if (text.trim() === '' || flows.ids().length > 0) return undefined;
  if (MASKED.test(text.trim()) && signedIn(desk.record.session) > 0) return { kind: 'emoji', answer: () => ({ text: t.codeDone }), isAll: true };
  if (CROSS.test(text) && !isSheltered(round.desk)) return angryWords(round);
  const words = GOOD.test(text) ? (isSheltered(desk) ? t.fine : t.thanks) : t.unheard;
  return { kind: 'emoji', answer: () => (GOOD.test(text) ? { text: words } : voice.menu(desk, words)), isAll: true };
}
/** A code that nobody asked for any more: sent twice. */
const MASKED = /^•+$/;
const GOOD = /[👍👌🙏❤♥💙💚💛🧡💜😀😃😄😁😆😅😂🤣😊🙂😉😍🥰😘😎🤗🤩👏🙌💪🤝✅✔🎉🌟⭐💯]/u;
const CROSS = /[😡🤬😠😤👎🖕💩]/u;

function isMinor(words: string): boolean {
  const found = AGE.exec(words) ?? AGE_ALONE.exec(words);
  if (!found) return false;
  const age = Number(found[1] ?? OF_AGE - 1);
  return age >= YOUNGEST && age < OF_AGE;
}

function isShouted(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length >= SHOUTED && letters === letters.toUpperCase();
}

/** The menu for somebody who finds reading hard: one number for each thing. */
function numbered({ desk, voice }: Round): Message {
  const { choices = [] } = voice.menu(desk, '');
  return { text: numberedList(voice.t(desk).byNumber, choices), choices };
}
