import { fold } from '../../../domain/fold';

/** What somebody wants of a bill beyond how much it is; each is a skill of its own. */
const WISHES = ['dispute', 'rise', 'paperless', 'mail', 'pdf', 'lines'] as const;
export type Wish = (typeof WISHES)[number];

const words = (...alternatives: readonly string[]): RegExp => new RegExp(`\\b(?:${alternatives.join('|')})\\b`);

/** What is looked for in a folded sentence, in this order: whoever says "no lo pedí" is not helped by a list of lines. */
const SAID: Readonly<Record<Wish, RegExp>> = {
  dispute: words(
    String.raw`no (?:(?:lo|la|los|las|me) )?(?:reconozco|pedi|contrate|compre|use|uso|autorice)`,
    String.raw`(?:cobros?|cargos?) (?:no reconocid|indebid)\w*|algo que no es|no (?:sali|salimos) del pais|no estoy de acuerdo|reclam\w+|que ya entregue|lo siguen cobrando`,
    String.raw`(?:mal|error|incorrect\w*) (?:facturad\w*|en (?:mi|la) (?:factura|boleta)|de facturacion)|facturaron mal|(?:facturacion|factura) incorrecta|factura esta mal`,
    String.raw`tiene un error|vino equivocad\w|(?:did not|didn t|never) (?:ask|order|buy|use)|(?:not|don t|do not) recogni[sz]e|(?:wrong|unknown) charge|bill is wrong|dispute`,
    String.raw`billing error|error on my (?:bill|invoice)`,
  ),
  rise: words(
    String.raw`subio|subieron|subido|suben|iba a subir|aument\w+|incremento|(?:mas|tan|muy) (?:car|alt)[oa]|(?:factura|recibo) (?:alt|elevad)[oa]|de mas|demas|cobro excesivo`,
    String.raw`antes pagaba|siempre pago|pagaba|viene mas|vino (?:mucho )?mas|(?:pago|cobraron|cobran) (?:mas|tanto)|me quitaron el descuento|se (?:me )?acabo la promocion`,
    String.raw`por ?que (?:cambio|vino|me vino|me llego)|yo pago \S+ y|y yo pago|es de \S+ y .*vino`,
    String.raw`went up|go up|higher|more expensive|so (?:high|much|expensive)|too (?:high|much)|doubled|increase\w*|over(?:charged|billed)|usually pay|discount is gone`,
    String.raw`why (?:is|did|was) my bill|why did it (?:change|rise)|price would rise`,
  ),
  paperless: words(
    String.raw`(?:activ\w+|quiero|pasar\w*|inscrib\w+|afili\w+|quit\w+|desactiv\w+|cancel\w+|dej\w+|ya no) .*(?:factura electronica|papel|factura (?:digital|impresa|fisica))`,
    String.raw`paperless|electronic bill|paper bill|e bill`,
  ),
  mail: words('correo|e ?mail|mail'),
  pdf: words(
    String.raw`pdf|descarg\w+|baj(?:ar|o) (?:mi|la)|duplicado|copia|imprim\w+|reenvi\w+|enviar factura|para el contador|download|copy|print|send (?:me (?:my|the) bill|them)`,
    String.raw`(?:mand|envi)\w+ (?:mi|la|una) (?:factura|boleta|recibo)|(?:mand|envi)\w+ mi recibo|mande\w* la`,
  ),
  lines: words(
    String.raw`detalle|desglose|cargos?|expli\w+|no entiendo|que (?:es|son)|que me (?:estan cobrando|cobran)|cobros extra|impuestos|intereses|mora`,
    String.raw`por que me (?:cobra\w*|llegaron dos)|me cobraron|me cobran|llegaron dos|anterior(?:es)?|historial|mis (?:facturas|recibos)|otra factura`,
    String.raw`ultim[oa]s (?:\d+ )?(?:facturas|recibos|\d+)|detail(?:s|ed)?|itemi[sz]ed|breakdown|charges?|charged|fees?|explain|understand|two bills`,
    String.raw`(?:previous|my|last|old) (?:bills|invoices)|(?:bill|invoice) history`,
  ),
};
/** "Factura electrónica", and no more. */
const BARE_PAPERLESS = /^(?:la )?factura (?:electronica|digital)$/;
/** A bill that did not come is looked at; nobody asked for another mail. */
const NOT_CAME = /\b(?:no (?:me )?(?:llega|llego)|isn t in|didn t come)\b/;

/** `isPast`: the sentence names a month that is over. */
export function wishIn(text: string, isPast: boolean): Wish | undefined {
  const said = fold(text);
  if (BARE_PAPERLESS.test(said)) return 'paperless';
  const wish = WISHES.find((each) => SAID[each].test(said) && !(each === 'mail' && NOT_CAME.test(said)));
  return wish ?? (isPast ? 'lines' : undefined);
}
