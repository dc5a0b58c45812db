import { fold } from '../../../domain/fold';

/** Words that only ask for a person: "hola, por favor quiero que me atienda un asesor". */
const WISH: ReadonlySet<string> = new Set(
  (
    'hola buenas buenos dias tardes noches por favor porfa porfavor quiero quisiera necesito deseo puedo puede pueden podria hablar hable comunicar ' +
    'comunicarme comunicame comuniqueme conectame contactar pasar pasame paseme pasenme ponme atiende atienda atiendan atencion servicio cliente con un una el ' +
    'la al a que me nos alguien persona personas asesor asesora agente humano humana ser operador operadora ejecutivo ejecutiva representante real ' +
    'verdad de del ya ahora mejor mi tu su ayuda ayudar ayudame ayudeme tengo problema duda consulta pregunta hello hi please i want need would like to talk speak with an the human person agent someone somebody real ' +
    'representative customer service let me can you could put through my help have problem question'
  ).split(' '),
);
/** So many other words tell something. */
const STORY_WORDS = 3;

/** What a text tells besides the wish for a person; undefined when that is nothing. */
export function storyIn(text = ''): string | undefined {
  const rest = fold(text)
    .split(/\W+/)
    .filter((word) => word !== '' && !WISH.has(word));
  return rest.length < STORY_WORDS ? undefined : text.replace(/\s+/g, ' ').trim();
}
