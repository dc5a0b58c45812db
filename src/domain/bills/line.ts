import { fold } from '../fold';
import type { Money } from '../money';

/** What a line of a bill is. `credit` is money off that nobody promised to repeat: a compensation, a return. */
export const LINE_KINDS = [
  ...(['recurring', 'discount', 'pro-rata', 'usage', 'purchase', 'instalment', 'late-fee'] as const),
  ...(['tax', 'credit', 'other'] as const),
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** A line of a bill, in the operator's words. Lines of one bill have one currency; what lowers the bill is negative. */
export interface BillLine {
  readonly id: string;
  readonly name: string;
  readonly kind: LineKind;
  readonly amount: Money;
  /** The product it is charged for, where the operator says so: the same one on two bills is one item, whatever it is called. */
  readonly item?: string;
  /** As much of it as somebody disputes already. */
  readonly disputed?: Money;
  /** The operator says that what is disputed of it is not collected meanwhile. */
  readonly waits?: true;
}

/** By what the operators of the region print, folded; the first that fits. Only for lines whose kind the operator does not say. */
const WORDS: readonly (readonly [LineKind, RegExp])[] = [
  ['tax', /^(?:isv|iva|cesc|itbms|impuestos?|tax|vat)\b/],
  ['late-fee', /\b(?:pago tardio|mora|recargo por atraso|late (?:payment|fee))\b/],
  ['instalment', /\b(?:cuotas?|financiamiento|instal?lments?) (?:de equipo )?\d+ (?:de|of) \d+\b|\bcuota de (?:equipo|celular|telefono)\b/],
  ['pro-rata', /\b\d+ (?:de|of) \d+ (?:dias|days)\b|\b(?:dias proporcionales|prorrat\w+|pro rata)\b/],
  ['discount', /\b(?:descuento|promocion\w*|bonificacion|discount)\b/],
  ['credit', /\b(?:compensacion|devolucion|reintegro|credit[oa]?|refund)\b/],
  ['usage', /\b(?:fuera del plan|excedentes?|llamadas internacionales|consumo adicional|overage)\b/],
  ['purchase', /\b(?:roaming|paquetes?|packs?|compra|traslado|reconexion|visita|instalacion|superrecarga)\b/],
  ['recurring', /\b(?:plan|internet|tv|mensual|seguro|decodificador|renta|monthly|mes anticipado)\b/],
];

/** The kind of a line by its words alone, where its operator says no more. */
export const kindIn = (name: string): LineKind => WORDS.find(([, words]) => words.test(fold(name)))?.[0] ?? 'other';
