import type { Pattern } from './pattern';

const THING =
  'celular|celulares|telefono|telefonos|movil|iphone|smartphone|samsung|xiaomi|motorola|huawei|chip|sim|simcard|aparato|celularcito|celu|celus|fono';

/** A phone or its chip was stolen, or is lost. A balance that "was stolen" is a charge, not this. */
export const THEFT_ES: readonly Pattern[] = [
  `@took mi|el|su|un|al|nuestro|mis|los|a|ayer|hoy|anoche mi|el|su|un|@family? @family? su|el|mi? ${THING}`,
  `@took ${THING}`,
  '@took mi|la linea|numero',
  `@took mi|la|el|su|una|todo mochila|bolsa|cartera|bolso|carro|moto|mochilla|todo|billetera|bolson|maleta ... ${THING}`,
  `@took .. en|ayer|hoy|anoche|cuando|saliendo|camino ... ${THING}`,
  `robo|hurto|perdida|perdida|extravio|asalto de|del mi|el? ${THING}`,
  'me|nos|le|lo|la acaban|acaba|han|fui de? asaltaron|asalto|asaltado|asaltar|asaltaron|atracaron|atraco|atracado|atracar',
  'me|nos|le|lo|la asaltaron|atracaron|asalto',
  'fui|fuimos|sufri|victima un|de? asaltad*|asalto|atraco|robo|atracad*',
  `${THING} .. fue|me|ha|lo|la|los lo|sido|la? robaron|robado|hurtado|extraviado|hurtaron|robada|arrebataron`,
  `${THING} robado|hurtado|perdido|extraviado|robados`,
  `perdi|extravie|perdio|perdimos|perdido|extraviado|extravio|perdiendo mi|el|ayer|un|hoy|su mi|el? ${THING}`,
  `se me|le ha? perdio|extravio|perdido|extraviado mi|el|un|su ${THING}`,
  `se me|le ha? perdio|extravio|perdido|extraviado .. ${THING}`,
  `no encuentro|hallo mi|el ${THING}`,
  `deje|olvide|quedo|olvidado|botado|tire|bote mi|el|olvidado|botado|tirado mi|el? ${THING} .. en|el un|el|la|en taxi|bus|uber|camioneta|combi|microbus|avion|transmetro|calle|restaurante|tuctuc`,
  'bloque* ... robo|robaron|robado|perdi|perdido|hurto|perdida|extravie|asaltaron',
  `reportar|reporto|denunciar|reporte .. robo|hurto|perdida|robado|perdido|extravio|robaron ... ${THING}|linea|equipo|imei`,
  `reportar|reporto|denunciar|reporte un|el|mi robo|hurto|asalto`,
  `ladron|ladrones|rateros|ratero|delincuentes .. llevaron|llevo|tienen|quitaron|robaron|tiene ... ${THING}`,
  `se llevaron|llevo|robaron mi|el|todo|nuestros ${THING}`,
  `robaron|asaltaron ... y|con|mi|el mi|el|todo? ${THING}`,
  `acaban|acaba|acabaron|terminan|intentaron|quisieron|trataron de? quitar|quitarme|robar|robarme|arrebatar|arrebatarme|hurtar|jalar|bajar mi|el|un|su ${THING}`,
  'ayuda|auxilio|urgente|porfavor|ayudenme|ayudeme me|nos acaban|han? de? robaron|robado|robar|asaltaron',
  `salio|salieron|corrio|corrieron|huyo|huyeron|escapo corriendo|huyendo? con mi|el ${THING}`,
];

const GADGET = 'phone|cellphone|cell|mobile|iphone|smartphone|sim|samsung|handset';

export const THEFT_EN: readonly Pattern[] = [
  `stole|stolen|snatched|robbed|took|grabbed|stealing my|the|his|her|our|me|of cell|mobile|of|my? ${GADGET}`,
  `stole|stolen|robbed|mugged|snatched ... my|the ${GADGET}`,
  `${GADGET} .. was|got|has|is|been|just been|just|was|got? stolen|robbed|snatched|lost|taken`,
  `lost|misplaced|left|dropped my|the cell|mobile? ${GADGET} .. in|on|at|somewhere|yesterday|today|a?`,
  'was|got|been|were just? mugged|robbed',
  `cant|cannot|can not? find my cell|mobile? ${GADGET}`,
  `report .. stolen|theft|lost|robbery ... ${GADGET}|line|number`,
  'block ... stolen|lost|theft|stole|robbed',
  `stolen|lost ${GADGET}`,
];
