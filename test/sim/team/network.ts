import type { ReplicaPort, Role } from '#shared/sync/index.ts';
import { meet, opening, type Meeting } from '#test/support/sync/meet.ts';
import type { Dice } from './dice.ts';

/** Whoever can be connected. A replica is asked for each time, because a restart makes a new one. */
export interface Node {
  readonly name: string;
  readonly role: Role;
  readonly replica: () => ReplicaPort;
}

/** Links between nodes, with sessions over them. Messages wait until somebody delivers them. */
export const createSimNetwork = (team: Uint8Array, dice: Dice) => {
  const meetings = new Map<string, Meeting>();
  const cuts = new Set<string>();
  const keyOf = (a: Node, b: Node): string => [a.name, b.name].sort().join(' ');

  const connect = async (a: Node, b: Node): Promise<Meeting | undefined> => {
    const key = keyOf(a, b);
    if (cuts.has(key)) return undefined;
    const known = meetings.get(key);
    if (known?.link.isOpen() === true) return known;
    const [left, right] = a.name < b.name ? [a, b] : [b, a];
    const meeting = meet(left.replica(), right.replica(), {
      roles: [left.role, right.role],
      teams: [team, team],
    });
    meetings.set(key, meeting);
    await opening();
    return meeting;
  };

  return {
    connect,
    /** Hands over some of what is under way, in an order that the dice decide. */
    deliverSome: async (most: number): Promise<void> => {
      for (let left = dice.below(most); left > 0; left -= 1) {
        const open = [...meetings.values()].filter(({ link }) => link.isOpen());
        const meeting = dice.of(open.filter(({ link }) => link.waiting(0) + link.waiting(1) > 0));
        if (meeting === undefined) return;
        meeting.link.deliver(dice.once(2) ? 0 : 1);
        if (dice.once(3)) await opening();
      }
    },
    /** Hands over everything until nobody has anything to say. */
    settle: async (): Promise<void> => {
      for (let quiet = 0; quiet < 4; quiet += 1) {
        for (const { link } of meetings.values()) {
          if (!link.isOpen()) continue;
          if (link.waiting(0) + link.waiting(1) > 0) quiet = 0;
          link.settle();
        }
        await opening();
      }
    },
    tear: (a: Node, b: Node): void => meetings.get(keyOf(a, b))?.link.tear(),
    /** The links of a machine that went down. */
    tearAll: (name: string): void => {
      for (const [key, { link }] of meetings) if (key.split(' ').includes(name)) link.tear();
    },
    cut: (a: Node, b: Node): void => {
      cuts.add(keyOf(a, b));
      meetings.get(keyOf(a, b))?.link.tear();
    },
    mend: (): void => cuts.clear(),
    close: (): void => {
      for (const { link } of meetings.values()) link.tear();
    },
  };
};

export type SimNetwork = ReturnType<typeof createSimNetwork>;
