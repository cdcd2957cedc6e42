import { describe, expect, test } from 'vitest';
import { createDesk } from './desk.ts';
import { ana, bilal, chen, signer } from './team.ts';

const agreed = {
  due: '2026-06-30',
  deliverable: 'A guide for each plan',
  doneMeans: 'Two teams published with it unaided',
  acceptedById: ana,
};

/** A goal of Bilal's with what was agreed about it. */
const withCard = () => {
  const desk = createDesk(signer(bilal));
  const [cycleId = ''] = desk.run('cycle.create', { title: 'Q2', start: '2026-04-01', end: '2026-06-30' }).ids;
  const [id = ''] = desk.run('objective.create', { title: 'Guides bring people in', cycleId, ownerId: bilal }).ids;
  desk.run('objective.update', { id, base: [], ...agreed });
  return { desk, id };
};
const accept = (desk: ReturnType<typeof createDesk>, id: string, accepted = true) =>
  desk.ask('objective.accept', { id, base: [], accepted });

describe('what was agreed about a goal', () => {
  test('stands with owner, deadline, deliverable, definition of done and who accepts it', () => {
    const { desk, id } = withCard();
    expect(desk.value(id)).toMatchObject({ ownerId: bilal, ...agreed });
    expect(desk.value(id)['acceptedAt'] ?? null).toBeNull();
  });

  test('is accepted, and that taken back, by the person whom it names and by nobody else', () => {
    const { desk, id } = withCard();
    for (const other of [desk, desk.as(signer(chen, 'admin'))])
      expect(accept(other, id)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    const hers = desk.as(signer(ana));
    hers.run('objective.accept', { id, base: [], accepted: true });
    expect(hers.value(id)).toMatchObject({ acceptedAt: expect.any(Number) as number });
    hers.run('objective.accept', { id, base: [], accepted: false });
    expect(hers.value(id)).toMatchObject({ acceptedAt: null });
  });

  test.each([
    { due: '2026-07-15' },
    { deliverable: 'A guide for each plan, in two languages' },
    { doneMeans: '' },
    { acceptedById: chen },
  ])('is accepted no more once it is another: %o', (changed) => {
    const { desk, id } = withCard();
    const hers = desk.as(signer(ana));
    hers.run('objective.accept', { id, base: [], accepted: true });
    const owner = hers.as(signer(bilal));
    owner.run('objective.update', { id, base: [], title: 'Guides bring teams in', deliverable: agreed.deliverable });
    expect(owner.value(id)).toMatchObject({ acceptedAt: expect.any(Number) as number });
    owner.run('objective.update', { id, base: [], ...changed });
    expect(owner.value(id)).toMatchObject({ ...changed, acceptedAt: null });
  });

  test('that is undone brings no acceptance back, and takes away one of what was changed', () => {
    const { desk, id } = withCard();
    const undoOf = (by: ReturnType<typeof createDesk>, nth: number) =>
      by.run('change.undo', { changes: [{ recordId: id, entryId: by.pastOf(id).at(nth)?.entryId ?? '' }] });
    const hers = desk.as(signer(ana));
    hers.run('objective.accept', { id, base: [], accepted: true });
    const owner = hers.as(signer(bilal));
    owner.run('objective.update', { id, base: [], deliverable: 'A film' });
    undoOf(owner, -1);
    expect(owner.value(id)).toMatchObject({ deliverable: agreed.deliverable, acceptedAt: null });

    owner.run('objective.update', { id, base: [], deliverable: 'A film' });
    const again = owner.as(signer(ana));
    again.run('objective.accept', { id, base: [], accepted: true });
    const last = again.as(signer(bilal));
    undoOf(last, -2);
    expect(last.value(id)).toMatchObject({ deliverable: agreed.deliverable, acceptedAt: null });
  });
});
