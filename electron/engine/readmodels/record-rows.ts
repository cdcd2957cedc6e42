import { isRecordKind, kinds, readKey } from '#shared/schema/index.ts';
import type { RecordKind } from '#shared/schema/index.ts';
import { checkInRows } from './kinds/check-in.ts';
import { objectiveRows } from './kinds/objective.ts';
import { erasureRows } from './kinds/erasure.ts';
import { feedbackRows, kudosRows } from './kinds/praise.ts';
import { requestRows } from './kinds/request.ts';
import { acknowledgementRows, commentRows } from './kinds/replies.ts';
import { goalTemplateRows } from './kinds/goal-template.ts';
import { agendaItemRows, badgeRows, feedbackRequestRows, meetingRows, noteRows } from './kinds/people.ts';
import { leaveRows, taskRows } from './kinds/work.ts';
import { cycleRows, personRows, pulseRows, teamSettingsRows } from './kinds/team.ts';
import type { KindRows, RecordRows } from './rows.ts';
import { indexedText, kindWord } from './search-text.ts';
import type { RecordSnapshot } from './snapshot.ts';

const personOf = (snapshot: RecordSnapshot): string | undefined => {
  const key = readKey(kinds.person, snapshot.key);
  return key.ok && key.value.form === 'natural' ? key.value.parts[0] : undefined;
};

const rowsOfKind = (kind: RecordKind, snapshot: RecordSnapshot): KindRows => {
  const { value } = snapshot;
  switch (kind) {
    case 'team-settings': {
      const read = kinds[kind].parse(value);
      return read.ok ? teamSettingsRows(snapshot, read.value) : {};
    }
    case 'person': {
      const read = kinds[kind].parse(value);
      const personId = personOf(snapshot);
      return read.ok && personId !== undefined ? personRows(snapshot, read.value, personId) : {};
    }
    case 'cycle': {
      const read = kinds[kind].parse(value);
      return read.ok ? cycleRows(snapshot, read.value) : {};
    }
    case 'objective': {
      const read = kinds[kind].parse(value);
      return read.ok ? objectiveRows(snapshot, read.value) : {};
    }
    case 'check-in': {
      const read = kinds[kind].parse(value);
      return read.ok ? checkInRows(snapshot, read.value) : {};
    }
    case 'comment': {
      const read = kinds[kind].parse(value);
      return read.ok ? commentRows(snapshot, read.value) : {};
    }
    case 'acknowledgement': {
      const read = kinds[kind].parse(value);
      return read.ok ? acknowledgementRows(snapshot, read.value) : {};
    }
    case 'feedback': {
      const read = kinds[kind].parse(value);
      return read.ok ? feedbackRows(snapshot, read.value) : {};
    }
    case 'kudos': {
      const read = kinds[kind].parse(value);
      return read.ok ? kudosRows(snapshot, read.value) : {};
    }
    case 'pulse': {
      const read = kinds[kind].parse(value);
      return read.ok ? pulseRows(snapshot, read.value) : {};
    }
    case 'erasure': {
      const read = kinds[kind].parse(value);
      return read.ok ? erasureRows(snapshot, read.value) : {};
    }
    case 'task': {
      const read = kinds[kind].parse(value);
      return read.ok ? taskRows(snapshot, read.value) : {};
    }
    case 'leave': {
      const read = kinds[kind].parse(value);
      return read.ok ? leaveRows(snapshot, read.value) : {};
    }
    case 'agenda-item': {
      const read = kinds[kind].parse(value);
      return read.ok ? agendaItemRows(snapshot, read.value) : {};
    }
    case 'meeting': {
      const read = kinds[kind].parse(value);
      return read.ok ? meetingRows(snapshot, read.value) : {};
    }
    case 'feedback-request': {
      const read = kinds[kind].parse(value);
      return read.ok ? feedbackRequestRows(snapshot, read.value) : {};
    }
    case 'badge': {
      const read = kinds[kind].parse(value);
      return read.ok ? badgeRows(snapshot, read.value) : {};
    }
    case 'note': {
      const read = kinds[kind].parse(value);
      return read.ok ? noteRows(snapshot, read.value) : {};
    }
    case 'request': {
      const read = kinds[kind].parse(value);
      return read.ok ? requestRows(snapshot, read.value) : {};
    }
    case 'goal-template': {
      const read = kinds[kind].parse(value);
      return read.ok ? goalTemplateRows(snapshot, read.value) : {};
    }
    case 'space-info':
      return {};
  }
};

/** Kinds that nobody searches for by words. */
const unsearched: ReadonlySet<string> = new Set<RecordKind>([
  'acknowledgement',
  'pulse',
  'leave',
  'space-info',
  'erasure',
]);

/** Every kind whose words can be found: all that there are, but for those above. */
export const searchedKinds: readonly RecordKind[] = Object.keys(kinds).filter(
  (kind): kind is RecordKind => isRecordKind(kind) && !unsearched.has(kind),
);

/**
 * Everything one record contributes to the read models, from the record alone, so that the same record gives the
 * same rows in whatever order records arrive. The policy has checked every value before; a record that cannot be read
 * all the same (of a kind or shape that this version does not know) keeps its one line in `record_view`.
 */
export const recordRows = (snapshot: RecordSnapshot): RecordRows => {
  const kind = isRecordKind(snapshot.kind) ? snapshot.kind : undefined;
  const title = kind === undefined ? '' : kinds[kind].title(snapshot.value);
  const body = kind === undefined || unsearched.has(kind) ? '' : kinds[kind].searchText(snapshot.value);
  const searched = kind !== undefined && !unsearched.has(kind) && (title !== '' || body !== '');
  return {
    view: {
      record_id: snapshot.id,
      space_id: snapshot.spaceId,
      kind: snapshot.kind,
      title,
      author_id: snapshot.createdById,
      created_at: snapshot.createdAt,
      updated_at: snapshot.updatedAt,
      conflict_count: snapshot.conflicts.length,
      read_only_reason: snapshot.readOnlyReason,
      heads: JSON.stringify([...snapshot.heads].sort()),
      conflicts: JSON.stringify(snapshot.conflicts),
    },
    search: searched ? { title: indexedText(title), body: indexedText(body), kind: kindWord(kind) } : null,
    rows: kind === undefined ? {} : rowsOfKind(kind, snapshot),
  };
};
