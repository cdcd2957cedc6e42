import type { Live } from './live.ts';
import type { ProfileState } from './state.ts';

/** As much of a profile that fetches its team as waiting needs. */
type Fetcher = Pick<ProfileState, 'timers' | 'setJoining'>;
interface Fetched {
  readonly ledger: { readonly entries: Pick<Live['ledger']['entries'], 'count'> };
  readonly network: Pick<Live['network'], 'reached' | 'refusal'>;
}

/** How long to wait while nothing moves. As long as entries arrive, waiting goes on, however large the team. */
const stillMs = 20_000;
/** How long to wait for the first connection to anybody: a handshake over a slow line, and a second try. */
const reachMs = 10_000;
const pollMs = 60;

/** Whether a session with somebody has exchanged everything. False once nothing has moved for a while. */
export const settled = async (profile: Fetcher, live: Live): Promise<boolean> =>
  await awaited(profile, live, () => live.network.synced());

/**
 * Whether something comes about before everybody has refused, nobody could be reached, or nothing has moved for a while.
 * Meanwhile the session says how much has arrived.
 */
export const awaited = async (profile: Fetcher, live: Fetched, there: () => boolean): Promise<boolean> => {
  let entries = live.ledger.entries.count();
  let reached = false;
  for (let still = 0; still < (reached ? stillMs : reachMs); still += pollMs) {
    if (there()) return true;
    if (live.network.refusal() !== undefined) return false;
    await new Promise<void>((resolve) => void profile.timers.after(pollMs, resolve));
    reached ||= live.network.reached();
    const now = live.ledger.entries.count();
    if (now !== entries) {
      entries = now;
      still = 0;
      profile.setJoining(`Fetching the team’s records: ${now} entries so far.`);
    }
  }
  return there();
};
