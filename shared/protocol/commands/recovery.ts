import { z } from 'zod';
import * as s from '../shapes.ts';

const nothing = z.object({});

const wordFault = z.object({
  /** From 1. */
  position: z.number().int(),
  word: z.string(),
  suggestions: z.array(z.string()),
});

/** How often a backup is written by itself. */
export const backupPace = z.enum(['off', 'daily', 'weekly']);

const backupFile = z.object({
  file: z.string(),
  bytes: z.number(),
  entries: z.number().int(),
  at: s.time,
});

/** Commands on the recovery phrase and on backups. */
export const recoveryCommands = {
  /** A new phrase, kept nowhere until it is confirmed. Nothing changes in the team yet. */
  'recovery.begin': {
    params: nothing,
    result: z.object({
      words: z.array(z.string()),
      /** Plain text to copy, print or save. */
      sheet: z.string(),
      /** Positions (from 1) of the words to be typed again. */
      ask: z.array(z.number().int()),
    }),
  },
  /** The words asked for, typed again: announces the phrase to the team, and puts an older one out of use. */
  'recovery.confirm': {
    params: z.object({ answers: z.array(z.object({ position: z.number().int(), word: z.string().max(40) })).max(24) }),
    result: nothing,
  },
  'recovery.cancel': { params: nothing, result: nothing },
  /** Not now: the card on Today goes away. */
  'recovery.dismiss': { params: z.object({ card: z.enum(['offer', 'restored']) }), result: nothing },
  /** What is wrong with words as they are being typed. Needs no team. */
  'recovery.check': {
    params: z.object({ text: z.string().max(20_000) }),
    result: z.object({
      complete: z.boolean(),
      count: z.number().int(),
      sentence: z.string().nullable(),
      words: z.array(wordFault),
      /** From the code of a whole sheet that was pasted. */
      relayUrls: z.array(z.string()),
    }),
  },
  /** On an empty profile: this machine becomes a new device of the person whose phrase or backup it is. */
  'recovery.restore': {
    params: z.object({
      /** The words, or a whole recovery sheet; empty where a backup's passphrase is used. */
      phrase: z.string().max(20_000).default(''),
      relayUrls: z.array(z.string().max(512)).max(8).default([]),
      /** A teammate's machine on the local network. */
      address: z.string().max(300).optional(),
      /** Path of a backup file on this machine. */
      file: z.string().max(4_000).optional(),
      passphrase: z.string().max(1_000).optional(),
    }),
    result: z.object({
      teamId: s.id,
      personId: s.id,
      /** True when nobody could be asked for what is newer than the backup. */
      alone: z.boolean(),
    }),
  },
  /** Where and how often; a passphrase opens backups besides the phrase. Null takes it away. */
  'backup.configure': {
    params: z.object({
      directory: z.string().trim().max(4_000),
      every: backupPace,
      keep: z.number().int().min(1).max(365).default(7),
      passphrase: z
        .string()
        .min(10, 'Use at least 10 characters: who finds the file can guess without limit.')
        .max(1_000)
        .nullable()
        .optional(),
    }),
    result: nothing,
  },
  /** Writes one now and reads it back. */
  'backup.run': { params: z.object({ directory: z.string().max(4_000).optional() }), result: backupFile },
  /** Reads a backup of this profile from end to end, or any with its words or passphrase. */
  'backup.verify': {
    params: z.object({
      file: z.string().max(4_000),
      phrase: z.string().max(20_000).default(''),
      passphrase: z.string().max(1_000).optional(),
    }),
    result: z.object({ entries: z.number().int(), at: s.time, bytes: z.number() }),
  },
} as const;
