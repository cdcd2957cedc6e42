import type { ReplicaPort, Role, SessionReport } from '#shared/sync/index.ts';
import { meet, opening, type Meeting } from '#test/support/sync/meet.ts';
import type { Dice } from './dice.ts';

/** Whoever can be connected. A replica is asked for each time, because a restart makes a new one. */
export interface Node {
  readonly name: string;
  readonly role: Role;
  readonly replica: () => ReplicaPort;
  /** What its end of a session says of the other. */
  readonly onReport?: (report: SessionReport) => void;
}

/** What can happen to messages under way. An honest transport does none of it (S1); whoever sits in between can. */
export const disturbances = ['lose', 'repeat', 'reorder', 'damage'] as const;
export type Disturbance = (typeof disturbances)[number];

/** Links between nodes, with sessions over them. Messages wait until somebody delivers them. */
export const createSimNetwork = (team: Uint8Array, dice: Dice) => {
  const meetings = new Map<string, Meeting>();
  const cuts = new Set<string>();
  const sides = new Map<string, number>();
  let split = false;
  const keyOf = (a: Node, b: Node): string => [a.name, b.name].sort().join(' ');
  const isCut = (a: Node, b: Node): boolean =>
    cuts.has(keyOf(a, b)) || (split && (sides.get(a.name) ?? 0) !== (sides.get(b.name) ?? 0));

  const connect = async (a: Node, b: Node): Promise<Meeting | undefined> => {
    const key = keyOf(a, b);
    if (isCut(a, b)) return undefined;
    const known = meetings.get(key);
    if (known?.link.isOpen() === true) return known;
    const [left, right] = a.name < b.name ? [a, b] : [b, a];
    const meeting = meet(left.replica(), right.replica(), {
      roles: [left.role, right.role],
      teams: [team, team],
      onReport: (end, report) => (end === 0 ? left : right).onReport?.(report),
    });
    meetings.set(key, meeting);
    await opening();
    return meeting;
  };

  const busy = (): Meeting[] =>
    [...meetings.values()].filter(({ link }) => link.isOpen() && link.waiting(0) + link.waiting(1) > 0);

  const tearAll = (name: string): void => {
    for (const [key, { link }] of meetings) if (key.split(' ').includes(name)) link.tear();
  };

  const change = (messages: Uint8Array[], what: Disturbance): void => {
    const at = dice.below(messages.length);
    const message = messages[at];
    if (message === undefined) return;
    switch (what) {
      case 'lose':
        messages.splice(at, 1);
        return;
      case 'repeat':
        messages.splice(dice.below(messages.length + 1), 0, message);
        return;
      case 'reorder':
        messages.splice(at, 1);
        messages.splice(dice.below(messages.length + 1), 0, message);
        return;
      case 'damage': {
        const bytes = Uint8Array.from(message);
        const byte = dice.below(Math.max(1, bytes.length));
        bytes[byte] = (bytes[byte] ?? 0) ^ (1 << dice.below(8));
        messages[at] = dice.once(4) ? bytes.subarray(0, byte) : bytes;
      }
    }
  };

  return {
    connect,
    /** Hands over some of what is under way, in an order that the dice decide; the rest is late. */
    deliverSome: async (most: number): Promise<void> => {
      for (let left = dice.below(most); left > 0; left -= 1) {
        const meeting = dice.of(busy());
        if (meeting === undefined) return;
        meeting.link.deliver(dice.once(2) ? 0 : 1);
        if (dice.once(3)) await opening();
      }
    },
    /** Loses, repeats, reorders or damages a message under way. Returns what it did, if there was any message. */
    disturb: (): Disturbance | undefined => {
      const meeting = dice.of(busy());
      const what = dice.of(disturbances);
      if (meeting === undefined || what === undefined) return undefined;
      meeting.link.disturb(meeting.link.waiting(0) > 0 ? 0 : 1, (messages) => change(messages, what));
      return what;
    },
    /** Hands over everything until nobody has anything to say. */
    settle: async (): Promise<void> => {
      for (const [key, { link }] of meetings) if (!link.isOpen()) meetings.delete(key);
      for (let quiet = 0; quiet < 4; quiet += 1) {
        for (const { link } of busy()) {
          quiet = 0;
          link.settle();
        }
        await opening();
      }
    },
    tear: (a: Node, b: Node): void => meetings.get(keyOf(a, b))?.link.tear(),
    /** The links of a machine that went down. */
    tearAll,
    cut: (a: Node, b: Node): void => {
      cuts.add(keyOf(a, b));
      meetings.get(keyOf(a, b))?.link.tear();
    },
    /** Two halves that do not hear of each other until the network mends; the relay is in one of them. */
    partition: (nodes: readonly Node[]): void => {
      split = true;
      for (const node of nodes) sides.set(node.name, dice.below(2));
      for (const [key, { link }] of meetings) {
        const [a = '', b = ''] = key.split(' ');
        if ((sides.get(a) ?? 0) !== (sides.get(b) ?? 0)) link.tear();
      }
    },
    mend: (): void => {
      split = false;
      cuts.clear();
    },
    /** Everybody hangs up. */
    close: (): void => {
      for (const { link } of meetings.values()) link.tear();
      meetings.clear();
    },
  };
};

export type SimNetwork = ReturnType<typeof createSimNetwork>;
