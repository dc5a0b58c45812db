import type { SlotName } from '../../understanding/slots';

/** A piece of the sentence, or all its words: for a question that knows the names in it ("quítame esa música"). */
export type Piece = SlotName | 'words';
