import { fold } from '../fold';

/**
 * `detail`: when, where, how to reach them, or said to be forgotten. `beside`: something more. `statement`: a sentence that asks for nothing. `closes`:
 * the end of a talk, and nothing for an agent. `what-now`: asks what is left to do. `pay-again`: asks whether to pay again.
 */
export type Added = 'detail' | 'beside' | 'statement' | 'closes' | 'what-now' | 'pay-again';

const BEFORE = String.raw`^(?:(?:ah|ay|uy|oh|vos|che|oiga|oye|mire|mira|fijese|fijate|disculpe|perdon|bueno|pero|es que|por favor|porfa|sorry|hi|please) )*`;
const BESIDE = new RegExp(`${BEFORE}(?:y|e|tambien|ademas|aparte|encima|otra cosa|una cosa mas|and|also|besides|one more thing) `);
const FORGOTTEN = new RegExp(
  BEFORE +
    '(?:(?:y|and|tambien|ademas|por cierto|by the way) )*(?:(?:se )?me (?:olvido|paso|falto) (?:decir|contar|poner|mencionar|agregar|aclarar)\\w*|olvide (?:decir|poner|contar|mencionar)\\w*|' +
    '(?:(?:quiero|quisiera|me gustaria|puedes|puede|podes) )?(?:agreg|anad|añad|aclar)\\w* (?:que|a eso|tambien)|otro dato|un dato mas|' +
    'i forgot to (?:say|tell\\w*|add|mention)|(?:please )?add that) ',
);
const DAYS = 'lunes|martes|miercoles|jueves|viernes|sabado|domingo';
const ENGLISH_DAYS = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
/** What a fragment begins with that says when, where or how: "el martes como a las 3", "fue en la zona 10". */
const DETAIL = new RegExp(
  BEFORE +
    '(?:(?:y|eso|esto|todo|creo que) )*(?:fue|fueron|era|eran|paso|(?:me|nos) paso|sucedio|ocurrio|compre en|lo (?:hice|compre|pague) (?:en|el|a|por|con)|' +
    `(?:el|este|los|desde el|desde) (?:pasado )?(?:${DAYS}|dia \\d|\\d)|(?:en )?la (?:zona|colonia|tienda|agencia|semana pasada|noche|mañana|tarde)|en (?:la|el|mi) (?!chat|app|espera)\\w+|zona \\d|` +
    'ayer|antier|anteayer|anoche|hoy (?:en|a|como|por|temprano)|desde (?!cuando)\\w+|hace (?!cuanto)\\w+|como (?:a|desde) l[ao]s?|a las? \\d|a eso de|tipo \\d|al mediodia|por la (?:mañana|tarde|noche)|' +
    '(?:la referencia|el comprobante|el recibo|la boleta|(?:el )?numero de (?:referencia|comprobante|autorizacion|boleta|transaccion)) (?:es|era|dice)|' +
    `it (?:was|happened)|(?:on |last |since )?(?:${ENGLISH_DAYS})|yesterday|last (?:night|week)|since|around \\d|at \\d|in (?:the|zone)|zone \\d|i (?:bought|paid) it)(?: |$)`,
);
/** How to reach them otherwise. */
const REACHED =
  /\b(?:numero|telefono|cel|celular|contacto|correo|email|number|phone) (?:alterno|alternativo|de contacto|adicional)\b|\b(?:mi|my) (?:otro|other|alternate|contact) (?:numero|telefono|celular|correo|number|phone|email)\b|\b(?:me )?(?:pueden?|podes|puedes) (?:llamar\w*|marcar\w*|localizar\w*|contactar\w*|escribir\w*) (?:al|a mi|en|despues|antes)\b|\b(?:you can|please) (?:call|reach|contact) me (?:at|on|after)\b/;
const WHAT_NOW =
  /^(?:(?:y|entonces|bueno|pero|ahora|so|and) )*(?:que (?:hago|hacemos|sigue|tengo que hacer|debo hacer|puedo hacer)(?: (?:yo|entonces|ahora|mientras|pues|tanto))*|(?:tengo que|hay que|tendria que|debo) hacer algo(?: mas)?|what (?:do|should|can) i do(?: (?:now|then))*|(?:do i (?:have|need) to|should i) do anything(?: (?:else|now))*)$/;
/** Only of what was paid once: what else somebody owes is told by their bill. */
const PAY_AGAIN =
  /^(?:(?:y|entonces|bueno|pero|ahora|so|and) )*(?:(?:(?:tengo|hay|tendria) que|debo) (?:pagar(?:l[oa])?|recargar) (?:otra vez|de nuevo|nuevamente)|(?:do i (?:have|need) to|should i|must i) (?:pay|top up) again)$/;
const ASKS =
  /[?¿]|^\W*(?:(?:y|ah|oiga|oye|pero|and|but) )*(?:qu[eé]|c[oó]mo (?!a )|cu[aá]nd[oa]|cu[aá]nt[oa]s?|cu[aá]l(?:es)?|d[oó]nde|qui[eé]n|por qu[eé]|para qu[eé]|desde cu[aá]ndo|hace cu[aá]nto|puedo|puedes?|pueden|se puede|hay|tienen?|what|how|when|where|why|who|which|can|could|should|must|do|does|is there|are there)\b(?! (?:lo )?llamar| contactar| localizar| marcar)|\ba qu[eé] horas?\b/iu;
/** A wish of its own, whatever it follows. */
const WANTS =
  /\b(?:quiero|quisiera|queria|necesito|deseo|me gustaria|dame|deme|dime|digame|pasame|paseme|ayudame|ayudeme|muestrame|muestreme|mandame|mandeme|manda|envia|enviame|cancela\w*|recarga(?:[lm]e|r)|compra(?:[lm]e|r)|activa(?:[lm]e|r)?|paga(?:[lm]e|r)|ver|abren|cierran|atienden|i want|i need|i d like|show me|give me|send me|tell me|help me|let me)\b/;
/** "Ok, espero la respuesta", "no, nada más". */
const CLOSES =
  /^(?:(?:ok|okay|oki|okey|vale|bueno|bien|esta bien|muy bien|listo|perfecto|excelente|entendido|entiendo|de acuerdo|dale|sale|ya|si|no|nada|mas|eso es todo|eso|todo|por|ahora|genial|claro|muchas|mil|gracias|muchisimas|muy amable|amable|su|tu|la|el|ayuda|atencion|respuesta|espero|esperare|estare|quedo|quedamos|pendiente|atent[oa]|a|en|espera|de|que|lo|les?|te|me|resuelvan?|respondan?|pronto|igualmente|bendiciones|feliz|buen|buena|dia|tarde|noche|jaja\w*|fine|great|good|cool|thanks|thank|you|very|much|i|will|wait|waiting|for|your|answer|got|it|nothing|else|that|s|all|bye|the)(?: |$))+$/;
/** The same words say the contrary: "ya no espero más", "no está bien". "No, está bien" does not. */
const CLOSES_NOTHING =
  /\bno (?:(?:me|te|le|lo|la|les|nos) )*(?:entiendo|espero|esperare|resuelvan?|respondan?|(?:esta|quedo) (?:muy )?(?:bien|buen[oa]?|claro|list[oa]|perfecto|resuelt[oa])|ayuda|respuesta|atencion|answer|good|great)\b|\bnada de (?:ayuda|respuesta|atencion)\b|\bgot nothing\b/;
/** Fewer words are no sentence. */
const SENTENCE = 3;

/** What a text says to the case that was opened a moment ago, by its form alone. Undefined: it asks, it wants, or it says too little. */
export function addedBy(text: string): Added | undefined {
  const folded = fold(text);
  if (FORGOTTEN.test(folded)) return 'detail';
  if (WHAT_NOW.test(folded)) return 'what-now';
  if (PAY_AGAIN.test(folded)) return 'pay-again';
  if (ASKS.test(text) || WANTS.test(folded)) return undefined;
  if (REACHED.test(folded) || DETAIL.test(folded)) return 'detail';
  if (CLOSES.test(folded) && !text.split(/[,.;\n]/).some((part) => CLOSES_NOTHING.test(fold(part)))) return 'closes';
  const words = folded.match(/\p{L}{2,}/gu) ?? [];
  if (words.length < SENTENCE) return undefined;
  return BESIDE.test(folded) ? 'beside' : 'statement';
}
