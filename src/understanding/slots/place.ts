/** Words after which "en", "por" and "cerca de" name a place. */
const ABOUT_PLACES =
  /\b(?:tiendas?|agencias?|sucursal(?:es)?|oficinas?|kioscos?|quioscos?|falla|fallas|caida|caido|senal|señal|cobertura|internet|servicio|store|stores|shop|shops|branch|outage|signal|coverage|abiert[oa]s?|horarios?)\b/;
const PLACE =
  /(?<![a-zñ])(?:cerca(?:n[oa]s?)? (?:de|a|al|del)|por (?:la |el |aqui en )?|en (?:la |el )?|near\b|around\b|in\b)\s*((?:zona|colonia|col|barrio|residencial(?:es)?|aldea|sector|km|avenida|av|calle|plaza|centro comercial|mall|centro)?\s*[a-zñ0-9]+(?: (?!y |pero |que |porque |hoy |ayer |desde |no |a |me |por |para |con |and |but |since |today )[a-zñ0-9]+){0,3})/g;
const NO_PLACE =
  /^(?:mi|la|el|su|casa|mi casa|linea|internet|wifi|favor|fa|que|este|esta|eso|aqui|aca|linea|app|la app|chat|telefono|celular|mes|dia|semana|manana|mañana|tarde|noche|falta|servicio|datos|whatsapp|facebook|punto|modem|router|una|un|lo|my|the|general|cuanto|todo|toda|tarjeta|efectivo|linea|red|cual|donde|me|te|nada)\b/;
const NAMED =
  /(?<![a-zñ])(?:zona|colonia|barrio|aldea)\s+[a-zñ0-9]+(?: (?!y |pero |que |porque |hoy |ayer |desde |no |a |me |por |para |con )[a-zñ0-9]+){0,1}/;

/** A place, where somebody asks about one: a store, an outage, coverage. As it was typed. `flat` is small letters without accents, as long as `typed`. */
export function placeIn(flat: string, typed: string): string | undefined {
  if (!ABOUT_PLACES.test(flat)) return undefined;
  const named = NAMED.exec(flat);
  if (named) return typed.slice(named.index, named.index + named[0].length).trim();
  for (const match of flat.matchAll(PLACE)) {
    const place = (match[1] ?? '').trim();
    if (place === '' || NO_PLACE.test(place)) continue;
    const at = match.index + match[0].length - (match[1] ?? '').length;
    return typed.slice(at, match.index + match[0].length).trim();
  }
  return undefined;
}
