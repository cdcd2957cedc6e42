import type { PeopleRole, Role, WorkingHours } from '#shared/protocol/index.ts';

export type PeopleMapping = readonly PeopleRole[];

/** Somebody as a row of a file states them; '' is what it does not say. */
export interface ListedPerson {
  /** Line of the file, counted from 1. */
  readonly line: number;
  readonly id: string;
  readonly name: string;
  readonly contact: string;
  readonly role: string;
  readonly manager: string;
  readonly title: string;
  readonly place: string;
  readonly timeZone: string;
  /** Hours of the whole week in one cell, such as "9-17" or "Mon-Thu 09:00-17:00". */
  readonly hours: string;
  /** Hours of each weekday from Monday on in cells of their own; null where the file has no such columns. */
  readonly days: readonly string[] | null;
  readonly error: string | null;
}

/** Somebody of the team as they are now. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly state: 'provisional' | 'member' | 'removed';
  readonly managerId: string | null;
  readonly title: string;
  readonly place: string;
  readonly timeZone: string;
  readonly workingHours: WorkingHours;
  /** The record of their page; null while it has not arrived here. */
  readonly pageId: string | null;
}

/** An invitation by the name it was made for; '' where nobody said. */
export interface KnownInvitation {
  readonly name: string;
  readonly state: 'open' | 'used' | 'revoked' | 'expired';
  readonly usedById: string | null;
}

export interface PeoplePlanContext {
  readonly people: readonly KnownPerson[];
  readonly invitations: readonly KnownInvitation[];
  /** Who imports. */
  readonly meId: string;
}
