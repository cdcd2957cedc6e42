import { failure, type KeyPlace, type ProtocolError } from '#shared/protocol/index.ts';
import { equalBytes, err, ok, type Result } from '#shared/std/index.ts';

/**
 * One place where the profile key can lie. Rules every implementation keeps (`test/contract/secret-stores.test.ts`):
 *
 * - `load` gives exactly what `save` was given, null where this store keeps nothing, and a failure where it keeps
 *   something that cannot be opened; it never makes a key up.
 * - `save` is durable and whole when it returns, and replaces what was there; a crash leaves the old or the new. A place
 *   that lies outside the profile's folder refuses where it holds another key, which may be another profile's only one.
 * - `destroy` leaves nothing that opens with this key, and leaves another key alone; destroying nothing is fine.
 */
export interface SecretStore {
  readonly kind: KeyPlace;
  readonly load: () => Promise<Result<Uint8Array | null, ProtocolError>>;
  readonly save: (key: Uint8Array) => Promise<Result<void, ProtocolError>>;
  readonly destroy: (key: Uint8Array) => Promise<Result<void, ProtocolError>>;
}

/**
 * Moves the profile key. The new place is written and read back before the old one is destroyed, so there is no moment
 * without a way to open the profile; a move that is cut off leaves a key that opens, in one place or in both.
 */
export const moveKey = async (
  key: Uint8Array,
  from: SecretStore,
  to: SecretStore,
): Promise<Result<void, ProtocolError>> => {
  const saved = await to.save(key);
  if (!saved.ok) return saved;
  const back = await to.load();
  if (!back.ok) return back;
  if (back.value === null || !equalBytes(back.value, key)) {
    return err(failure('unavailable', 'The key could not be read back from its new place. It stays where it was.'));
  }
  return from.kind === to.kind ? ok(undefined) : from.destroy(key);
};
