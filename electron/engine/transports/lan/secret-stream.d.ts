declare module '@hyperswarm/secret-stream' {
  import type { Duplex } from 'node:stream';

  interface NoiseKeys {
    readonly publicKey: Uint8Array;
    readonly secretKey: Uint8Array;
  }

  /** The part of the library that is used here. One write arrives as one 'data' event. */
  export default class NoiseSecretStream extends Duplex {
    constructor(isInitiator: boolean, rawStream: Duplex, options: { readonly keyPair: NoiseKeys });
    static keyPair(seed?: Uint8Array): NoiseKeys;
    readonly opened: Promise<boolean>;
    readonly handshakeHash: Uint8Array | null;
    readonly remotePublicKey: Uint8Array | null;
    setKeepAlive(ms: number): void;
    setTimeout(ms: number): this;
  }
}
