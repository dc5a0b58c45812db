import type { Pattern } from './pattern';

/** Somebody of the customer's own, or the holder of the line, has died. */
export const DEATH_ES: readonly Pattern[] = [
  '@family|@holder .. ya? se|ha|acaba|recien|nos|que|de|hace|me? se? @died|muerto|fallecido|fallecer|morir|murió|morirse',
  '@family ... @died',
  '@holder .. de|del|la|linea|cuenta? .. @died',
  '@died .. mi|el|la|su|nuestro|nuestra @family|@holder',
  '@died .. mi|el|la|su|nuestro|nuestra .. @family|@holder',
  'muerte|fallecimiento|deceso|defuncion|partida del|de .. @family|@holder|cliente',
  'por|cambio|cancelacion|baja|tramite|caso|cancelar por? fallecimiento|defuncion|muerte|deceso',
  'acta|certificado|partida de defuncion|defunsion',
  'linea|cuenta|servicio|contrato|numero|plan|celular|nombre|factura .. de|del mi|un|una|persona .. fallecid*|difunt*|muerto|muerta|finad*',
  'mi|el|la|su difunto|difunta|finado|finada|fallecido|fallecida .. @family|@holder|padre|esposo?',
  '@family|@holder|señor|señora|persona fallecid*|difunt*|finad*|muerto|muerta',
  'persona|señor|señora|el|la|quien que .. titular|dueño|linea|contrato|cuenta .. @died|murió|fallecio',
  'perdi|perdimos|enterramos|velamos|sepultamos|enterrar|velando a mi|nuestro|nuestra @family',
  '@family|@holder|el|ella .. ya no esta|vive con|entre|aqui nosotros|mas|vivo|viva?',
  '@family|@holder .. ya no vive|existe',
  '@family|@holder .. partio|descansa|paso con|al|en|a dios|cielo|señor|paz|mejor presencia|vida?',
  'quede|soy|estoy|quedo|recien viudo|viuda',
  'estoy|estamos de luto',
  'fallecio|fallecieron|falleció|fayecio|fallesio',
  'el|la|que titular|dueño|dueña .. murio|muerto|muerta|fallecio|fallecido|finado',
  '@family|@holder .. que? en paz descanse',
  'qepd',
  'que e p de',
  '@family|@holder descanso|descanzo ayer|hoy|anoche|en|hace|el',
  'acaba|acabo|acaban|termina de morir|fallecer|morirse|fallecernos mi|el|la|su|nuestra|nuestro @family|@holder',
  'se nos|me fue|adelanto mi|nuestro|nuestra @family',
];

export const DEATH_EN: readonly Pattern[] = [
  'my|our|his|her late? @kin .. died|deceased|dead|passed away?',
  'my late @kin',
  '@kin .. has|have|just|recently? passed away|on',
  '@kin .. has|have|just|recently|is? died|deceased|dead',
  'passed away',
  'death|passing of my|our|the .. @kin|holder|owner|customer|account',
  'holder|owner|customer|subscriber|titular .. died|deceased|dead|passed',
  'death certificate',
  'deceased|dead person|relative|customer|holder|owner|father|mother|husband|wife|parent',
  'lost my @kin .. to|last|yesterday|week|month|in|cancer|covid|and?',
  'widow|widower|widowed',
];

/** Not a saying, though a line is named before the verb: "el dueño de la línea murió". */
export const HOLDER_DIED: readonly Pattern[] = [
  '@holder de|del|en la|mi|este|esta|su? linea|numero|cuenta|contrato|telefono|celular .. @died',
  'porque|pues|como|cuando|desde|y que? mi|su|nuestro|nuestra @family ya? se? nos? me? @died', // "cancelar el internet porque mi mamá murió"
];
