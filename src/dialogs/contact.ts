import type { Mark } from '../domain/alarm';
import type { Desk } from './engine/desk';

/** How somebody wants to be reached by people, where they said so; and what agents' systems call it. */
const MODES = { 'text-only': 'text_only', 'by-phone': 'phone', 'no-contact': 'none' } as const satisfies Partial<Record<Mark, string>>;
type Contact = keyof typeof MODES;

const IN_WRITING =
  / (soy|somos|es|estoy|persona|discapacidad) (sord[oa]s?|sordomud[oa]s?|mud[oa]|hipoacusic[oa]|auditiva|deaf|hard of hearing) | (no (puedo|se|logro)) (oir|hablar)( bien)? (?!con )| im deaf | i am deaf | i m deaf | no (quiero que )?me llam(en|e|es) | no llamen |(?<! (estoy|estamos|quede|quedo|quedamos|sigo)) (sin|no quiero) llamadas (?!quiero )| solo (por )?(escrito|mensajes?|chat|texto) | dont call me | don t call me | do not call me | text only /;
/** Not "me llaman y cuelgan", "no pueden llamarme", "llámame Ana", "una llamada internacional": those say what happens, who somebody is, or what is bought. */
const BY_PHONE =
  /(?<! (no|para)) (quiero|quisiera|necesito|prefiero|espero|exijo|pido|solicito|mejor) que me llam(en|e|es) |^ que me llam(en|e) | (llamame|llameme|llamenme) (?=$|(por|ya|al|a|cuando|ahora|hoy|manana|urgente|lo|luego|mas|en) )| (quiero|quisiera|necesito|prefiero|espero|solicito) (una llamada (?!(a|al|internacional|y|que|pero) )|por telefono )|^ (please )?call me $| (please|pls) call me (?!a )| call me back |(can|could|have|want) (you|someone|somebody|anyone|an agent|an advisor|a person) (to )?call me | (want|prefer|need|like) (a (phone )?call (?!pack|plan|bundle|to )|to be called |by phone )/;
const NOT_AT_ALL =
  / no (quiero|necesito|hace falta|es necesario) que (me|nadie me) (contact\w*|busquen|respondan|contesten) | no (me|nos) contacten | (do not|don t|dont) (want you to )?contact me | no (need|reason) to (contact|answer|reply to) me /;
/** "No me llamen para vender" is another matter. */
const SALES = / (publicidad|promocion\w*|ofert\w*|ofrec\w*|vender\w*|ventas|spam|cobr\w*|encuestas?|marketing|ads|sell) /;

/** @param words folded, with a blank before and after them */
export function contactIn(words: string): Contact | undefined {
  if (SALES.test(words)) return undefined;
  if (IN_WRITING.test(words)) return 'text-only';
  if (NOT_AT_ALL.test(words)) return 'no-contact';
  return BY_PHONE.test(words) ? 'by-phone' : undefined;
}

/** Whether a text in which {@link contactIn} found something tells more than that: "soy sorda y no me llega el internet desde ayer". */
export function tellsMore(words: string): boolean {
  const left = [IN_WRITING, NOT_AT_ALL, BY_PHONE].reduce((text, each) => text.replace(each, ' '), words);
  return left.trim().split(/\s+/).length >= TELLING_WORDS;
}
const TELLING_WORDS = 5;

const isContact = (mark: string): mark is Contact => Object.hasOwn(MODES, mark);

/** The last word counts. */
export function markContact({ record }: Pick<Desk, 'record'>, contact: Contact): void {
  record.marks = [...(record.marks ?? []).filter((each) => !isContact(each)), contact];
}

/** Whoever writes next may be somebody else. */
export function unmarkContact({ record }: Pick<Desk, 'record'>): void {
  if (record.marks) record.marks = record.marks.filter((each) => !isContact(each));
}

/** As agents' systems call it. */
export function contactMode(marks: readonly string[]): 'chat' | (typeof MODES)[Contact] {
  const contact = marks.find(isContact);
  return contact === undefined ? 'chat' : MODES[contact];
}
