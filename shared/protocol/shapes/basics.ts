import { z } from 'zod';

/** Ids and hashes are 32 bytes as base64url text; head sets are lists of Automerge change hashes in hex. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);
export const heads = z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(64);

/** Calendar day, YYYY-MM-DD, without a zone. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** ISO week, such as 2026-W20. */
export const week = z.string().regex(/^\d{4}-W\d{2}$/);

/** Milliseconds since the epoch, claimed by the device that wrote. */
export const time = z.number().int();
export const title = z.string().trim().min(1, 'Give it a title.').max(300, 'Keep the title under 300 characters.');
export const prose = z.string().max(100_000, 'This text is over 100,000 characters. Attach it as a file or split it.');
export const confidence = z.enum(['on-track', 'at-risk', 'off-track']);
export const visibility = z.enum(['recipient', 'recipient-and-manager', 'manager', 'everyone']);

/** Two sides of one field that were written without knowing of each other, until somebody picks. */
export const conflict = z.object({
  path: z.string(),
  kind: z.enum(['value', 'prose']),
  variants: z.array(
    z.object({
      value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
      byId: id.nullable(),
      at: time,
      /** Heads that show this variant alone; prose only. */
      heads,
    }),
  ),
});

/** Who can read a record: exactly the holders of its space's key. */
export const audience = z.object({
  kind: z.enum(['self', 'named', 'team']),
  spaceId: id,
  readerIds: z.array(id),
});

/** Whom a text speaks to; only names that it uses after an `@` are kept. */
export const mentions = z.array(z.object({ personId: id, as: z.string().min(1).max(120) })).max(50);

export const comment = z.object({
  id,
  targetId: id,
  byId: id.nullable(),
  at: time,
  text: z.string(),
  /** Who is spoken to, and how the text names them. */
  mentions: z.array(z.object({ personId: id, as: z.string() })),
  editedAt: time.nullable(),
  heads,
  conflicts: z.array(conflict),
});

/** Working milliseconds left in the recipient's own hours, of all that the norm gives. */
export const norm = z.object({ leftMs: z.number(), totalMs: z.number(), dueAt: time, urgent: z.boolean() });

export type Id = z.infer<typeof id>;
export type Confidence = z.infer<typeof confidence>;
export type Visibility = z.infer<typeof visibility>;
export type Conflict = z.infer<typeof conflict>;
export type Audience = z.infer<typeof audience>;
export type CommentView = z.infer<typeof comment>;
export type NormView = z.infer<typeof norm>;
