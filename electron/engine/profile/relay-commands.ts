import { err, ok, type Result } from '#shared/std/index.ts';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { readRelayUrl } from '../transports/index.ts';
import { needTeam } from './guards.ts';
import type { Live } from './live.ts';
import type { ProfileState } from './state.ts';

const stateKey = 'relays';

/** Relay addresses that this profile keeps. */
export const knownRelays = (profile: ProfileState): string[] => {
  const stored: unknown = JSON.parse(profile.local.state(stateKey) ?? '[]');
  return Array.isArray(stored) ? stored.filter((url) => typeof url === 'string') : [];
};

const keep = (profile: ProfileState, urls: readonly string[]): void =>
  profile.local.setState(stateKey, JSON.stringify(urls));

/** Remembers relays and connects to them. Refused as a whole when one address is not usable. */
export const addRelays = (profile: ProfileState, live: Live, urls: readonly string[]): Result<void, ProtocolError> => {
  const read: string[] = [];
  for (const url of urls) {
    const address = readRelayUrl(url);
    if (!address.ok) return err(failure('invalid', address.error, 'url'));
    read.push(address.value);
  }
  keep(profile, [...new Set([...knownRelays(profile), ...read])]);
  if (profile.networkOn) for (const url of read) live.network.addRelay(url);
  return ok(undefined);
};

export const addRelay = (profile: ProfileState, url: string): Result<Record<string, never>, ProtocolError> => {
  const live = needTeam(profile);
  if (!live.ok) return live;
  const added = addRelays(profile, live.value, [url]);
  return added.ok ? ok({}) : added;
};

export const removeRelay = (profile: ProfileState, url: string): Result<Record<string, never>, ProtocolError> => {
  const live = needTeam(profile);
  if (!live.ok) return live;
  const address = readRelayUrl(url);
  const name = address.ok ? address.value : url;
  keep(
    profile,
    knownRelays(profile).filter((one) => one !== name),
  );
  live.value.network.removeRelay(name);
  return ok({});
};

export const retryRelays = (profile: ProfileState): Result<Record<string, never>, ProtocolError> => {
  const live = needTeam(profile);
  if (!live.ok) return live;
  live.value.network.retry();
  return ok({});
};
