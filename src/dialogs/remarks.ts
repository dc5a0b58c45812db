import { fold } from '../domain/fold';
import type { Arrival, Message } from '../domain/message';
import { signedIn } from '../state/session';
import type { Moves, Round } from './round';
import { isSheltered, mark } from './shelter';
import { toPerson } from './unheard';

type Saying = Extract<Arrival, { kind: 'said' }>;

const DEAF =
  / (soy|somos|es|estoy|persona|discapacidad) (sord[oa]s?|sordomud[oa]s?|mud[oa]|hipoacusic[oa]|auditiva|deaf|hard of hearing) | (no (puedo|se|logro)) (oir|hablar)( bien)? | im deaf | i am deaf | i m deaf | no me llamen | no llamen | sin llamadas | solo (por )?(escrito|mensajes?|chat|texto) | dont call me | don t call me | do not call me | text only /;
/** "No me llamen para vender" is another matter. */
const SALES = / (publicidad|promocion\w*|ofert\w*|ofrec\w*|vender\w*|ventas|spam|cobr\w*|encuestas?|marketing|ads|sell) /;
const READING =
  / (no ?se|nose|no puedo|casi no|no entiendo|no aprendi a|no) (leer|leo|escribir|escribo|ler|lla)( |$)| (soy|es) analfabet\w* | (no veo|veo mal|veo poco) (bien|nada|las letras|letras|lo que) | (cant|cannot|can t|do not know how to|dont know how to) read /;
/** Not "tengo 10 años con ustedes". */
const AGE =
  / (?:tengo|cumpli|i am|im|i m) (\d{1,2})(?= (?:años|anos|añitos|years?) (?!(?:con|siendo|usando|pagando|en|aqui|with|as|using|paying) |de (?!edad )|of (?!age ))) | (?:soy|un|una) menor de edad | (?:i am|im|i m) a minor /;
/** An age without its years, unless other numbers make an amount of it. */
const AGE_ALONE = /^\D* (?:tengo|cumpli) (\d{1,2}) (?:y|e) \D*$/;
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
/** The skill that takes a file which came without a word. */
const PHOTO = 'photo';
/** Shouting, from so many capital letters on. */
const SHOUTED = 15;

/** What somebody says of themselves, or of their anger, besides what they want. */
export async function remarked(round: Round, moves: Moves, said: Saying): Promise<boolean> {
  const { desk, flows, voice } = round;
  const heard = remarkOf(round, said);
  if (heard === undefined) return false;
  const { message, isAll } = heard;
  if (heard.isPhoto && voice.knows(PHOTO)) {
    await moves.begin(PHOTO);
    return true;
  }
  const isOpen = flows.ids().length > 0;
  const wish = isAll || said.text.trim() === '' ? undefined : await moves.wanted(said.text);
  if (heard.kind === 'angry' && isOpen) desk.upset = message !== undefined && heard.isAgain !== true;
  if (!message || desk.upset !== undefined) return false;
  if (!isOpen && wish && (wish.band === 'sure' || (heard.kind === 'angry' && wish.band === 'unsure'))) {
    if (heard.isAgain !== true) desk.say(heard.kind === 'angry' ? voice.t(desk).sorry : message.text);
    return false;
  }
  if (heard.isAgain) return (await toPerson(round, moves), true);
  desk.say(isOpen ? { text: message.text } : message);
  await flows.reprompt();
  return true;
}

interface Remark {
  readonly kind: 'file' | 'deaf' | 'reading' | 'other' | 'minor' | 'angry' | 'emoji' | 'bot';
  readonly message?: Message;
  /** Nothing else can be in it. */
  readonly isAll: boolean;
  /** A picture or a document, without a word. */
  readonly isPhoto?: boolean;
  /** Not for the first time in this conversation. */
  readonly isAgain?: boolean;
}

function remarkOf(round: Round, { text, attachments = [] }: Saying): Remark | undefined {
  const { desk, voice } = round;
  const t = voice.t(desk);
  const words = ` ${fold(text.replace(/['’´`]/g, ' '))} `;
  if (words.trim() === '') return wordless(round, text, attachments);
  if (DEAF.test(words) && !SALES.test(words)) {
    mark(desk, 'text-only');
    return { kind: 'deaf', message: voice.menu(desk, t.inWriting), isAll: false };
  }
  if (READING.test(words)) {
    desk.record.form = 'usted';
    mark(desk, 'few-letters');
    return { kind: 'reading', message: numbered(round), isAll: true };
  }
  if (BOT.test(words))
    return { kind: 'bot', message: { text: t.bot, choices: [voice.toPerson(desk), { id: 'go:menu', label: t.toMenu }] }, isAll: true };
  if (OTHER_LANGUAGES.test(words)) return { kind: 'other', message: voice.menu(desk, t.ourLanguages), isAll: false };
  if (isMinor(words)) mark(desk, 'minor');
  if (!isSheltered(desk) && (INSULTS.test(words) || isShouted(text))) return angry(round, words);
  return undefined;
}

const angry = (round: Round, words: string): Remark => (INSULTS.test(words) ? angryWords(round) : { kind: 'angry', isAll: false });

function angryWords({ desk, voice }: Round): Remark {
  const isAgain = desk.record.marks?.includes('angry') ?? false;
  if (desk.record.language === 'es') desk.record.form = 'usted';
  mark(desk, 'angry');
  const t = voice.t(desk);
  return {
    kind: 'angry',
    isAgain,
    message: { ...voice.menu(desk, t.angry), choices: [voice.toPerson(desk), { id: 'go:menu', label: t.toMenu }] },
    isAll: false,
  };
}

/** No word at all: a voice note, a photo, a sticker, an emoji, a dot. */
function wordless(round: Round, text: string, attachments: NonNullable<Saying['attachments']>): Remark | undefined {
  const { desk, voice, flows } = round;
  const t = voice.t(desk);
  const isAudio = attachments.some(({ contentType }) => contentType.startsWith('audio/'));
  if (attachments.length > 0)
    return flows.ids().length > 0 && !isAudio
      ? undefined
      : { kind: 'file', message: voice.menu(desk, isAudio ? t.audio : t.files), isAll: true, ...(!isAudio && { isPhoto: true }) };
  if (text.trim() === '' || flows.ids().length > 0) return undefined;
  if (MASKED.test(text.trim()) && signedIn(desk.record.session) > 0) return { kind: 'emoji', message: { text: t.codeDone }, isAll: true };
  if (CROSS.test(text) && !isSheltered(round.desk)) return angryWords(round);
  const words = GOOD.test(text) ? (isSheltered(desk) ? t.fine : t.thanks) : t.unheard;
  return { kind: 'emoji', message: GOOD.test(text) ? { text: words } : voice.menu(desk, words), isAll: true };
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
  const list = choices.map(({ label }, at) => `${at + 1} ${label.charAt(0).toLowerCase()}${label.slice(1)}.`).join(' ');
  return { text: `${voice.t(desk).byNumber} ${list}`, choices };
}
