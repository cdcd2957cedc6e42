import type { Live } from './live.ts';
import type { ProfileState } from './state.ts';

/** How long to wait while nothing moves. As long as entries arrive, waiting goes on. */
const patienceMs = 20_000;
const pollMs = 60;

/** Whether a session with somebody has exchanged everything. False once nothing has moved for a while. */
export const settled = async (profile: ProfileState, live: Live): Promise<boolean> =>
  await awaited(profile, live, () => live.network.synced());

/** Whether something comes about before nothing has moved for a while, or everybody has refused. */
export const awaited = async (profile: ProfileState, live: Live, there: () => boolean): Promise<boolean> => {
  let entries = live.ledger.entries.count();
  for (let still = 0; still < patienceMs; still += pollMs) {
    if (there()) return true;
    if (live.network.refusal() !== undefined) return false;
    await new Promise<void>((resolve) => void profile.timers.after(pollMs, resolve));
    const now = live.ledger.entries.count();
    if (now !== entries) {
      entries = now;
      still = 0;
      profile.setJoining(`Fetching the team’s records: ${now} entries so far.`);
    }
  }
  return there();
};
