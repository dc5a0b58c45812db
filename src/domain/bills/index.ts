export { kindIn, LINE_KINDS, type BillLine, type LineKind } from './line';
export { changeOf, rateIn, type BillLines, type Cause, type CauseKind, type Change } from './rise';
