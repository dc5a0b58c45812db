/** The internet of a home, as the network sees it. */
export interface HomeService {
  readonly contract: string;
  /** The part of the network that it hangs on; failures are known by it. Absent when the operator does not say. */
  readonly area?: string;
  /** Name of its Wi-Fi; absent when the modem is none that we can set. */
  readonly wifi?: string;
  readonly modem: Modem;
}

export interface Modem {
  readonly state: 'online' | 'offline' | 'restarting' | 'unknown';
  readonly signal: 'good' | 'weak' | 'none' | 'unknown';
  /** When it was last told to restart from afar, epoch ms. */
  readonly restartedAt?: number;
}

/** `unsure`: nobody answered in time, so it may have been done or not. */
export type WifiChanged = 'done' | 'refused' | 'unsure';
/** `started`: it is under way, and `job` follows it. `busy`: somebody else began one. `unsure`: as above. */
export type RestartBegun = { readonly status: 'started'; readonly job: string } | { readonly status: 'busy' | 'refused' | 'unsure' };
/** `running` also while it is only known that it did not come back yet; `unknown`: nobody could be asked just now. */
export interface RestartSeen {
  readonly status: 'running' | 'back' | 'failed' | 'unknown';
  readonly signal: Modem['signal'];
}

/** What can be seen of a home's internet and done to it from afar (TMF640). */
export interface HomeNetwork {
  /** Undefined when there is no internet on this contract. @throws BackendFailure */
  find(contract: string): Promise<HomeService | undefined>;
  /**
   * Another name, another password, or both; the same `key` changes once. The password is sent and kept nowhere.
   *
   * @throws BackendFailure when certainly nothing was changed
   */
  setWifi(contract: string, wifi: { readonly name?: string; readonly password?: string }, key: string): Promise<WifiChanged>;
  /** The same `key` restarts once. @throws BackendFailure when certainly nothing was begun */
  restart(contract: string, key: string): Promise<RestartBegun>;
  /** How a restart goes: never throws, since who looks will look again. `job` is absent where nobody told it. */
  look(contract: string, job: string | undefined): Promise<RestartSeen>;
}
