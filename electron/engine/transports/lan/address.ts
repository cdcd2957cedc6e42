import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';

export interface LanAddress {
  readonly host: string;
  readonly port: number;
}

/** `host:port` or `[ipv6]:port` as people type it. */
export const readLanAddress = (text: string): Result<LanAddress, string> => {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^\s:/[\]]+)):(\d{1,5})$/i.exec(text.trim());
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  if (host === undefined || (match?.[1] !== undefined && isIP(host) !== 6))
    return err('This is not an address. It looks like 192.168.1.20:41234.');
  if (port < 1 || port > 65_535) return err('The port must be a number from 1 to 65535.');
  return ok({ host, port });
};

export const lanAddressText = ({ host, port }: LanAddress): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;

/** Addresses under which others on the local network reach this machine. */
export const ownAddresses = (port: number): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => !address.internal && !address.address.startsWith('fe80:'))
    .map((address) => lanAddressText({ host: address.address, port }));
