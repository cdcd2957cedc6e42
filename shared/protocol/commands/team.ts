import { z } from 'zod';
import * as s from '../shapes.ts';

const nothing = z.object({});

const personProfile = {
  name: z.string().trim().min(1, 'Say your name.').max(120),
  timeZone: z.string().min(1).max(64),
  workingHours: s.workingHours,
  title: z.string().max(120).default(''),
  place: z.string().max(120).default(''),
};

/** Commands on the team as a whole, on who is in it, and on oneself. */
export const teamCommands = {
  'team.create': {
    params: z.object({
      teamName: z.string().trim().min(1, 'Name the team.').max(120),
      person: z.object(personProfile),
      relayUrls: z.array(z.string()).max(8).default([]),
      /** What the team begins with, in the language of its founder; English without it. */
      questions: z.array(z.string().trim().min(1).max(300)).min(1).max(20).optional(),
      values: z.array(z.string().trim().min(1).max(60)).min(1).max(20).optional(),
    }),
    result: z.object({ teamId: s.id, personId: s.id }),
  },
  'team.join': {
    params: z.object({
      link: z.string().max(32_000),
      person: z.object(personProfile),
      address: z.string().max(200).optional(),
    }),
    result: z.object({ teamId: s.id, personId: s.id }),
  },
  /** Fills an empty profile with the sample team. */
  'team.sample': { params: z.object({}), result: z.object({ teamId: s.id, personId: s.id }) },
  /** Leaves the sample team: this profile is empty again. Refused for a real team. */
  'team.leaveSample': { params: z.object({}), result: nothing },
  'team.update': {
    params: z.object({
      base: s.heads,
      name: z.string().trim().min(1).max(120).optional(),
      standardHours: z.number().min(1).max(336).optional(),
      urgentHours: z.number().min(1).max(72).optional(),
      staleDays: z.number().int().min(1).max(365).optional(),
      /** What check-ins ask, a week each in turn, in this order. */
      questions: z.array(z.string().trim().min(1).max(300)).max(20).optional(),
      values: z.array(z.string().trim().min(1).max(60)).max(24).optional(),
      /** Months after which authors' own devices erase such records; 0 keeps them. */
      retention: s.retention.partial().optional(),
    }),
    result: nothing,
  },
  'invitation.create': {
    params: z.object({
      /** Whom it is for, as everyone in the team reads it; empty where nobody says. */
      name: z.string().trim().max(120).default(''),
      role: s.role.exclude(['owner']).default('member'),
      days: z.number().int().min(1).max(90).default(14),
      /** An admin compares the safety number and accepts the newcomer by hand. */
      approval: z.boolean().default(false),
    }),
    result: z.object({ id: s.id, link: z.string(), expiresAt: s.time }),
  },
  'invitation.revoke': { params: z.object({ id: s.id }), result: nothing },
  'member.setRole': { params: z.object({ personId: s.id, role: s.role }), result: nothing },
  'member.setManager': { params: z.object({ personId: s.id, managerId: s.id.nullable() }), result: nothing },
  'person.update': {
    params: z.object({
      base: s.heads,
      name: personProfile.name.optional(),
      title: z.string().max(120).optional(),
      place: z.string().max(120).optional(),
      timeZone: personProfile.timeZone.optional(),
      workingHours: s.workingHours.optional(),
      standardHours: z.number().min(1).max(336).optional(),
      urgentHours: z.number().min(1).max(72).optional(),
      howToWorkWithMe: s.prose.optional(),
      /** A country, or a country's region, such as PT or DE-BY; empty for none. */
      holidays: z.string().max(16).optional(),
    }),
    result: nothing,
  },
} as const;
