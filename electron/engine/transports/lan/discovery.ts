/** A service of some team that was heard of on the local network. */
export interface FoundService {
  readonly name: string;
  /** Keyed tag that only members of the same team can check. */
  readonly tag: string;
  readonly port: number;
  /** Numeric addresses, best first. */
  readonly addresses: readonly string[];
}

/** Announcing and finding on the local network. mDNS outside tests. */
export interface Discovery {
  /** Announces until stopped. */
  readonly announce: (service: { readonly name: string; readonly tag: string; readonly port: number }) => () => void;
  readonly browse: (found: (service: FoundService) => void, lost: (name: string) => void) => () => void;
  readonly close: () => void;
}
