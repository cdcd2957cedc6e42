import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCertificate, checkEntry, epochOf, openBody } from '#engine/entry/index.ts';
import type { Body } from '#engine/entry/index.ts';
import { inviteKeys, openPackage, parseLink } from '#engine/invitation/index.ts';
import { openOffer, personKeys } from '#engine/keys/index.ts';
import { decodeAct, resolve } from '#engine/members/index.ts';
import { openBackup } from '#engine/backup/index.ts';
import { findSheetCode, kitObjectId, openKit, phraseKeys, readPhrase } from '#engine/recovery/index.ts';
import { expectOk, ok, toText } from '#shared/std/index.ts';
import {
  decodeCbor,
  decodeRedaction,
  decodeWireEntry,
  readBranchObject,
  readRedactionList,
  emptyLogEnd,
  entryHash,
} from '#shared/sync/index.ts';
import { hash, verifyBytes } from '#engine/crypto/index.ts';
import { makeVectors } from '#test/vectors/make.ts';

type Vectors = ReturnType<typeof makeVectors>;
const published = <N extends keyof Vectors>(name: N): Vectors[N] =>
  JSON.parse(readFileSync(new URL(`../../vectors/${name}.json`, import.meta.url), 'utf8')) as Vectors[N];
const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('the published vectors', () => {
  it.each(['cbor', 'crypto', 'keys', 'invitation', 'redaction', 'branch', 'recovery'] as const)(
    'of %s are what this build writes',
    (name) => {
      expect(JSON.parse(JSON.stringify(makeVectors()[name]))).toEqual(published(name));
    },
  );

  it('of CBOR that must be refused are refused', () => {
    for (const { hex, because } of published('cbor').refused) expect(decodeCbor(bytes(hex)).ok, because).toBe(false);
  });

  it('of redactions are read, one by one and as a list', () => {
    const { redactions, list, logId } = published('redaction');
    for (const { bytes: hex, seq } of redactions)
      expect(decodeRedaction(bytes(hex), verifyBytes)).toMatchObject({ seq, logId: bytes(logId) });
    const object = { id: bytes(list.id), version: list.version, bytes: bytes(list.bytes) };
    expect(readRedactionList(object, hash, verifyBytes)?.map((one) => one.seq)).toEqual([1, 3]);
  });

  it('of branch objects are read where their entry says, and nowhere else', () => {
    const { branches, blank, logId } = published('branch');
    const objectOf = (one: typeof blank) => ({ id: bytes(one.id), version: one.version, bytes: bytes(one.bytes) });
    for (const one of [...branches, blank])
      expect(readBranchObject(objectOf(one), hash, verifyBytes)).toMatchObject({
        log: toText(bytes(logId)),
        header: { seq: 2 },
      });
    const [a, b] = branches;
    if (a === undefined || b === undefined) throw new Error('There is no branch.');
    for (const wrong of [
      { ...objectOf(a), id: bytes(b.id) },
      { ...objectOf(a), version: blank.version },
      { ...objectOf(blank), version: a.version },
      { ...objectOf(a), bytes: null },
    ])
      expect(readBranchObject(wrong, hash, verifyBytes)).toBeUndefined();
  });

  it('of the recovery phrase lead from the words to what the kit says', () => {
    const { words, phrase, kit, code } = published('recovery');
    const entropy = expectOk(readPhrase(words));
    const keys = phraseKeys(entropy);
    expect(keys.device.id).toEqual(bytes(phrase.deviceId));
    expect(kitObjectId(keys.kitKey)).toEqual(bytes(kit.id));
    expect(expectOk(openKit(bytes(kit.object), keys.kitKey)).personSecret).toEqual(bytes(kit.personSecret));
    expect(findSheetCode(code)?.ok).toBe(true);
  });

  it('of a backup are read with the words, record by record', async () => {
    const { words, backup } = published('recovery');
    const file = join(mkdtempSync(join(tmpdir(), 'meridian-vectors-')), 'published.meridian-backup');
    writeFileSync(file, bytes(backup.file));
    const opened = expectOk(openBackup(file));
    const kinds: string[] = [];
    const keys = { phraseBox: phraseKeys(expectOk(readPhrase(words))).device.box };
    expectOk(
      await opened.read<never>(keys, (records) => {
        kinds.push(...records.map(({ kind }) => kind));
        return Promise.resolve(ok(undefined));
      }),
    );
    opened.close();
    rmSync(dirname(file), { recursive: true });
    expect(kinds).toEqual(backup.kinds);
  });

  it('of entries are read, field by field', () => {
    const log = published('entry');
    const epoch = epochOf(bytes(log.spaceId), bytes(log.spaceKey));
    expect(epoch.id).toEqual(bytes(log.epochId));
    let after = emptyLogEnd;
    for (const entry of log.entries) {
      const wire = expectOk(decodeWireEntry(bytes(entry.wire)));
      const checked = expectOk(checkEntry(wire, after));
      after = { seq: checked.header.seq, hash: checked.hash };
      expect(checked.hash).toEqual(bytes(entry.hash));
      expect(entryHash(hash, bytes(entry.header))).toEqual(bytes(entry.hash));
      expect(checked.header).toEqual({
        v: 1,
        logId: bytes(log.logId),
        seq: entry.seq,
        prevHash: bytes(entry.prevHash),
        epochTag: bytes(entry.epochTag),
        bodyHash: bytes(entry.bodyHash),
        bodyLen: entry.bodyLen,
      });
      const body: Body = expectOk(openBody(wire, epoch));
      const { body: shown } = entry;
      expect(body).toEqual({
        kind: shown.kind,
        schema: shown.schema,
        writerId: bytes(shown.writerId),
        time: shown.time,
        membersHeads: shown.membersHeads.map(bytes),
        refs: shown.refs.map(bytes),
        seen: shown.seen.map(bytes),
        recordKey: bytes(shown.recordKey),
        expected: shown.expected.map(bytes),
        changes: shown.changes.map(bytes),
        certificate: shown.certificate === null ? null : bytes(shown.certificate),
      });
      if (body.certificate === null) continue;
      const place = { spaceId: bytes(log.spaceId), logId: bytes(log.logId) };
      expect(expectOk(checkCertificate(body.certificate, place)).deviceId).toEqual(bytes(log.deviceId));
    }
    expect(after.seq).toBe(log.entries.length);
  });

  it('of offers and packages open', () => {
    const { offer } = published('keys');
    expect(openOffer(bytes(offer.sealed), [personKeys(bytes(offer.recipientSecret)).box])).toEqual({
      spaceId: bytes(offer.spaceId),
      key: bytes(offer.key),
      supersedes: offer.supersedes.map(bytes),
    });
    const invitation = published('invitation');
    const link = expectOk(parseLink(invitation.link));
    expect(link.secret).toEqual(bytes(invitation.fields.secret));
    expect(inviteKeys(link.secret).sign.publicKey).toEqual(bytes(invitation.inviteSign));
    expect(expectOk(openPackage(link, bytes(invitation.package), 0)).keys).toHaveLength(2);
  });

  it('of acts make a team of two', () => {
    const invitation = published('invitation');
    const { device, person, teamRoot } = published('keys');
    const acts = [invitation.createAct, invitation.inviteAct, invitation.joinAct].map((hex) => decodeAct(bytes(hex)));
    const names = [1, 2, 3].map((n) => new Uint8Array(32).fill(n));
    const [ana, bilal] = [bytes(device.sign), deviceOf(acts[2])];
    const signed = acts.map((act, at) => ({
      hash: names[at] ?? new Uint8Array(32),
      logId: at === 2 ? bilal : ana,
      seq: at === 1 ? 2 : 1,
      prevHash: at === 1 ? (names[0] ?? new Uint8Array(32)) : new Uint8Array(32),
      deviceId: at === 2 ? bilal : ana,
      heads: names.slice(at - 1, at),
      time: at,
      act,
    }));
    const members = resolve(bytes(teamRoot), signed);
    expect(members.person(toText(bytes(person.id)))).toMatchObject({ name: 'Ana', role: 'owner' });
    expect([...members.people.values()].map((one) => one.state)).toEqual(['member', 'provisional']);
  });
});

const deviceOf = (act: ReturnType<typeof decodeAct> | undefined): Uint8Array =>
  act?.kind === 'join' ? act.device.sign : new Uint8Array(32);
