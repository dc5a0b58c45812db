import type { Lists } from './pattern';

/** People and things that patterns speak of. Two words of one thing are two words of the pattern. */
export const LISTS: Lists = {
  family:
    'papa|papá|mama|mamá|papi|mami|padre|madre|esposo|esposa|marido|mujer|hermano|hermana|hijo|hija|hijito|hijita|abuelo|abuela|abuelito|abuelita|abue|tio|tia|suegro|suegra|cuñado|cuñada|primo|prima|sobrino|sobrina|viejo|viejito|viejita|jefe|pareja|novio|novia|compañero|padrastro|madrastra|nieto|nieta|vecino|amigo|amiga|bebe|familiar|pariente',
  holder: 'titular|dueño|dueña|propietario|propietaria|cliente|usuario|abonado|suscriptor',
  kin: 'father|mother|dad|mom|mum|husband|wife|brother|sister|son|daughter|grandfather|grandmother|grandpa|grandma|uncle|aunt|partner|boyfriend|girlfriend|spouse|parent|cousin|friend|relative|mommy|daddy',
  device:
    'celular|celulares|telefono|telefonos|teléfono|movil|móvil|iphone|smartphone|samsung|xiaomi|motorola|huawei|android|chip|sim|simcard|aparato|equipo|celularcito|linea|numero',
  gadget: 'phone|cellphone|cell|mobile|iphone|smartphone|sim|samsung|android|handset',
  my: 'mi|el|su|un|al|del|tu|este|nuestro|mis|los|unos|la|una',
  died: 'murio|falleció|fallecio|fayecio|fallecido|fallecida|murió|muriera|morio|murieron|fallecieron|fallece|perecio',
  code: 'codigo|código|codigos|clave|claves|pin|contraseña|contrasena|password|token|otp|datos|tarjeta',
  gave: 'di|dije|dimos|dio|mande|mandé|pase|pasé|envie|envié|comparti|dicte|entregue|proporcione|brinde|facilite|revele|confirme',
  took: 'robar|robarme|robarnos|robaron|robo|robó|roban|robaran|robado|hurtaron|hurto|quitaron|quito|arrebataron|arrebato|arrancaron|asaltaron|sacaron|llevaron|bolsillaron|carterearon|cartereo|bajaron|volaron|chorearon|choreo|choriaron|afanaron|afano|pelaron|hueviaron|huevearon|birlaron|jalaron|arrancharon|arrancho',
  hurtme:
    'matarme|matarnos|matar|golpearme|golpear|pegarme|violarme|quemarme|secuestrarme|secuestrar|dispararme|lastimarme|desaparecerme|picarme|apuñalarme|balearme',
  gang: 'mareros|marero|maras|mara|pandilleros|pandillero|pandilla|pandillas|sicarios|delincuentes|mafia|criminales|reos|presos|malandros',
  money: 'dinero|plata|pisto|efectivo|billete|deposito|depósito|transferencia|rescate|renta|cuota|piso|vacuna|extorsion',
  pay: 'deposito|depositar|deposite|depositamos|depositarles|pago|pagar|pagamos|pague|pagarles|mando|mandar|mandarles|envio|enviar|doy|dar|darles|transfiero|transferir|transferirles|colaboro|entrego',
};
