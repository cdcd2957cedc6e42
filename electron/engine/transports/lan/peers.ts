import { compareBytes, toText } from '#shared/std/index.ts';
import type { Clock } from '#shared/std/index.ts';
import { createSession, driveSession, limits } from '#shared/sync/index.ts';
import type { DrivenSession } from '#shared/sync/index.ts';
import { hash } from '../../crypto/index.ts';
import type { Identity, PeerInfo, SessionHost } from '../ports.ts';
import type { LanLink } from './connect.ts';

/** A teammate's device with a running session. */
export interface LanPeer {
  /** Device key as text. */
  readonly deviceId: string;
  readonly since: number;
  readonly session: DrivenSession;
}

export interface LanPeers {
  readonly list: () => readonly LanPeer[];
  /** Starts a session over a proven link, unless another link to that device stays (S62); answers the one that runs. */
  readonly add: (link: LanLink) => LanPeer;
  readonly closeAll: () => void;
  /** Ends sessions with devices that are not admitted any more. */
  readonly dropUnless: (admitted: (deviceId: string) => boolean) => void;
}

interface Deps {
  readonly identity: Identity;
  readonly clock: Clock;
  readonly host: SessionHost;
  readonly onChange: () => void;
}

/** Running sessions with devices, one for each. */
export const createLanPeers = ({ identity, clock, host, onChange }: Deps): LanPeers => {
  const peers = new Map<string, LanPeer & { readonly initiator: Uint8Array }>();

  const start = (link: LanLink, deviceId: string): DrivenSession => {
    const peer: PeerInfo = { kind: 'device', device: link.device, via: `lan ${deviceId}` };
    const session = driveSession({
      session: createSession({ team: identity.team, role: 'device', hash, window: limits.deviceWindow }),
      channel: link.channel,
      replica: host.replica(peer),
      onReport: (report) => {
        host.onReport(peer, report);
        if (report.type === 'synced') onChange();
      },
    });
    void session.ended.then((sentence) => {
      if (peers.get(deviceId)?.session === session) {
        peers.delete(deviceId);
        onChange();
      }
      host.onEnd?.(peer, sentence);
    });
    return session;
  };

  return {
    list: () => [...peers.values()],
    add: (link) => {
      const deviceId = toText(link.device);
      const initiator = link.isInitiator ? identity.device : link.device;
      const existing = peers.get(deviceId);
      if (existing && compareBytes(existing.initiator, initiator) < 0) {
        link.channel.close('Another connection to this device stays.');
        return existing;
      }
      const peer = { deviceId, since: clock.now(), initiator, session: start(link, deviceId) };
      peers.set(deviceId, peer);
      existing?.session.leave('Another connection to this device stays.');
      onChange();
      return peer;
    },
    closeAll: () => {
      for (const peer of [...peers.values()]) peer.session.leave('The device disconnects.');
    },
    dropUnless: (admitted) => {
      for (const peer of [...peers.values()])
        if (!admitted(peer.deviceId)) peer.session.leave('The device is not in the team any more.');
    },
  };
};
