import type { Pattern } from './pattern';

/** Money, or something else, is demanded with a threat. */
export const EXTORTION_ES: readonly Pattern[] = [
  'extorsion*|estorsion*|extorcion*|estorcion*|extorcionando|extorsoin*|sextorsion*',
  'chantaj*|shantaj*',
  'rescate por|de mi|un|su @family?',
  'piden|pide|pidiendo|exigen|exige|exigiendo|quieren un? .. rescate',
  'matan|matar|matarme|matarnos|mataran|mata|daño|hacen|haran|harme|secuestran|llevan|lastiman|lastimar|golpean|queman|publican|publicar|suben|filtran|difunden ... si no ... @pay',
  'si no|les|le|los ... @pay ... matan|matar|matarme|matarnos|mataran|mata|daño|secuestran|secuestrar|lastiman|lastimar|golpear|queman|quemar|publican|publicar|publicaran|suben|subir|filtran|difunden|difundir|mandan|mandar|enseñan|mostrar|balear|disparar',
  'piden|pide|pidiendo|exigen|exige|exigiendo|cobran|cobrando|quieren ... @money ... no matarme|matar|matarnos|publicar|hacerme|hacer|hacernos|lastimar|molestarnos|subir|difundir|secuestrar|quemar*|golpear*',
  'piden|pide|pidiendo|exigen|exige|exigiendo|cobran|cobrando|quieren ... @money ... amenaz*|matan|matar|matarme',
  'amenaz* ... piden|pide|pidiendo|exigen|exige|exigiendo|cobran|quieren .. @money',
  'amenaz* .. con? publicar|subir|difundir|mandar|enseñar|filtrar|mostrar|compartir .. fotos|videos|video|foto|imagenes|conversaciones|intimas|intimos',
  '@gang ... piden|pide|cobran|cobrando|exigen|exigiendo|quieren|pidiendo ... @money|dinero|pisto|plata|cuota',
  'piden|cobran|cobrando|exigen|pidiendo .. renta|piso|cuota|vacuna|impuesto .. guerra|@gang|extorsion|negocio|mara',
  'derecho de piso',
  'impuesto de guerra',
  'llamada|llamadas|llaman|llamando|llamaron de|desde la|una|el carcel|penal|presidio|prision ... piden|pidiendo|dinero|amenaz*|deposit*|plata|pisto|exigen',
  'llamada|llamadas|llaman|llamando|llamaron de|desde la|una|el carcel|penal|presidio|prision',
  'publicar|subir|difundir|filtrar|mandar mis|unas fotos|videos|fotografias intimas|intimos|desnuda|desnudo|privadas|privados|si',
  'fotos|videos|video|foto intimas|intimos|intimo|desnuda|desnudo|mias|mios .. si no .. @pay',
  'tienen|tiene|tenemos secuestrado|secuestrada|raptado|raptada|plagiado a?',
  'dicen|dice|diciendo que tienen|tiene a|secuestrado|secuestrada mi|mis @family|hijos|familia ... @pay|dinero|plata|pisto|rescate|deposit*',
  'secuestr* .. mi @family|hijos ... @pay|dinero|plata|pisto|rescate|deposit*|piden',
  'secuestro virtual|express',
  'obligan|obligando|fuerzan a? @pay|depositar|transferir|recargar .. amenaz*|miedo|matar|numero',
];

export const EXTORTION_EN: readonly Pattern[] = [
  'extort*',
  'blackmail*',
  'sextortion',
  'ransom',
  'threatens|threaten|threatening|threatened|threats .. publish|leak|post|share|release|send|expose ... photos|pictures|videos|nudes|pics|video|images',
  'publish|leak|post|share|release|expose my photos|pictures|videos|nudes|pics|video ... pay|money|unless|if',
  'kill|hurt|harm|shoot|burn|take|publish|leak|post ... if i|we dont|do not|wont? pay|send|give|deposit|transfer',
  'pay|money|deposit|transfer|dollars ... or|otherwise they|he|she will|ll|gonna|are|would going? to? kill|hurt|harm|shoot|publish|leak|post|burn',
  'demanding|demand|demands|asking|ask|want .. money ... kill|hurt|harm|leak|publish|threatens|threaten|threatening|threatened|threats',
  'threatens|threaten|threatening|threatened|threats ... demand|demanding|asking|want|wants|pay .. money|me?',
  'protection money',
  'kidnapped .. son|daughter|kid|child|family|brother|sister ... money|pay|ransom',
  'calls|call|calling from prison|jail|a prison?',
];
