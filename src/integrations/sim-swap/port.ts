/** When the SIM of a line was changed last (CAMARA SIM Swap). */
export interface SimSwap {
  /** Epoch ms; undefined when it never was, as far as the operator remembers. @throws BackendFailure: then no money moves */
  changedAt(msisdn: string): Promise<number | undefined>;
}
