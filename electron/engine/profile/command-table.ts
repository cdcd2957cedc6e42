import { err, ok, type Result } from '#shared/std/index.ts';
import {
  failure,
  type CommandName,
  type CommandRequest,
  type CommandResult,
  type ProtocolError,
} from '#shared/protocol/index.ts';
import type { RecordCommand } from '#shared/domain/index.ts';
import { resultOf, runRecordCommand } from '../api/index.ts';
import { rebuildProfile } from '../upkeep/index.ts';
import { checkQuickly, verify } from './check-commands.ts';
import { createTeam } from './create.ts';
import { admitLateWork } from './cut-commands.ts';
import {
  beginPairing,
  cancelJoining,
  cancelPairing,
  confirmPairing,
  joinAccount,
  renameDevice,
  revokeDevice,
} from './devices/index.ts';
import { needMembership, needTeam } from './guards.ts';
import { invite, revokeInvitation } from './invitation-commands.ts';
import { joinTeam } from './join.ts';
import { setManager, setRole } from './member-commands.ts';
import {
  approve,
  checkpoint,
  decline,
  forgetTeam,
  handOver,
  leaveTeam,
  readmit,
  removeMember,
} from './membership-commands.ts';
import { signSuccession } from './succession-commands.ts';
import type { RecoveryArea } from './recovery.ts';
import { repair } from './repair-command.ts';
import { praiseQuietKey } from '../queries/index.ts';
import { reminderCommands } from './reminder-commands.ts';
import { addRelay, removeRelay, retryRelays } from './relay-commands.ts';
import { enterSample, leaveSample } from './sample-commands.ts';
import { applyImport, exportAll, exportMine, peopleOf, previewImport } from './exchange-commands.ts';
import { peopleImportCommands } from './people-import.ts';
import { applyTaskImport, previewTaskImport } from './task-import.ts';
import { eraseMine, redactRecord } from './erasure-commands.ts';
import type { ProfileState } from './state.ts';
import { createWrittenByCommand } from './written-by-command.ts';

type Answer<N extends CommandName> = Result<CommandResult<N>, ProtocolError>;
type Handler<N extends CommandName> = (
  request: CommandRequest<N>,
  once: string | undefined,
) => Answer<N> | Promise<Answer<N>>;

/** For so long one does not hear again whose work has not been recognised. */
const praiseQuietMs = 14 * 86_400_000;

/** Commands on the profile as a whole, which are possible while nothing in it can be read. */
export type GuardCommand = Extract<CommandName, `vault.${string}`>;

/** What each command does. A handler answers after its commit is durable. */
export const commandTable = (
  profile: ProfileState,
  recovery: RecoveryArea,
): { readonly [N in Exclude<CommandName, GuardCommand>]: Handler<N> } => {
  const { local, clock, random } = profile;
  const writtenBy = createWrittenByCommand();

  /** A command on records: decided by the rules, written as entries, and its answer kept for retries, in one transaction. */
  const record =
    <N extends RecordCommand & CommandName>(name: N) =>
    (request: CommandRequest<N>, once: string | undefined): Answer<N> => {
      const live = needMembership(profile);
      if (!live.ok) return live;
      const { ledger } = live.value;
      return ledger.transact('local', () => {
        const done = runRecordCommand(ledger, name, request, clock, random);
        if (!done.ok) return done;
        const result = resultOf(name, done.value) as CommandResult<N>;
        if (once !== undefined) {
          local.setOnce(once, JSON.stringify(result), clock.now());
          writtenBy.note(once.slice(once.indexOf(':') + 1), done.value.entries);
        }
        return ok(result);
      });
    };

  const here = (work: () => void): Result<Record<string, never>, ProtocolError> => {
    work();
    profile.touchLocal();
    return ok({});
  };

  return {
    'team.create': (request) => createTeam(profile, request),
    'team.join': (request) => joinTeam(profile, request),
    'team.sample': () => enterSample(profile),
    'team.leaveSample': () => leaveSample(profile),
    'team.update': record('team.update'),
    'invitation.create': (request) => invite(profile, request),
    'invitation.revoke': ({ id }) => revokeInvitation(profile, id),
    'member.setRole': (request) => setRole(profile, request),
    'member.setManager': (request) => setManager(profile, request),
    'member.remove': (request) => removeMember(profile, request),
    'member.leave': () => leaveTeam(profile),
    'member.extendCut': (request) => admitLateWork(profile, request),
    'member.handOver': (request) => handOver(profile, request),
    'member.readmit': (request) => readmit(profile, request),
    'invitation.approve': (request) => approve(profile, request),
    'invitation.decline': (request) => decline(profile, request),
    'succession.sign': (request) => signSuccession(profile, request),
    'team.checkpoint': () => checkpoint(profile),
    'team.forget': () => forgetTeam(profile),
    'person.update': record('person.update'),
    'cycle.create': record('cycle.create'),
    'cycle.update': record('cycle.update'),
    'objective.create': record('objective.create'),
    'objective.update': record('objective.update'),
    'objective.close': record('objective.close'),
    'objective.accept': record('objective.accept'),
    'objective.copy': record('objective.copy'),
    'cycle.close': record('cycle.close'),
    'keyResult.add': record('keyResult.add'),
    'keyResult.update': record('keyResult.update'),
    'keyResult.progress': record('keyResult.progress'),
    'draft.save': ({ key, value }) => {
      local.setDraft(key, value, clock.now());
      profile.touchDrafts();
      profile.shareNotes();
      return ok({});
    },
    'device.pair.begin': () => beginPairing(profile),
    'device.pair.cancel': () => cancelPairing(profile),
    'device.pair.confirm': (request) => confirmPairing(profile, request),
    'device.join': (request) => joinAccount(profile, request),
    'device.join.cancel': () => cancelJoining(profile),
    'device.rename': (request) => renameDevice(profile, request),
    'device.revoke': (request) => revokeDevice(profile, request),
    'checkIn.submit': record('checkIn.submit'),
    'checkIn.skip': record('checkIn.skip'),
    'checkIn.acknowledge': record('checkIn.acknowledge'),
    'comment.add': record('comment.add'),
    'comment.edit': record('comment.edit'),
    'feedback.give': record('feedback.give'),
    'kudos.give': record('kudos.give'),
    'conflict.resolve': record('conflict.resolve'),
    'task.create': record('task.create'),
    'task.update': record('task.update'),
    'task.accept': record('task.accept'),
    'leave.add': record('leave.add'),
    'leave.update': record('leave.update'),
    'agenda.add': record('agenda.add'),
    'agenda.update': record('agenda.update'),
    'meeting.write': record('meeting.write'),
    'feedback.request': record('feedback.request'),
    'feedback.settleRequest': record('feedback.settleRequest'),
    'badge.award': record('badge.award'),
    'note.write': record('note.write'),
    'praise.later': () => here(() => local.setState(praiseQuietKey, String(clock.now() + praiseQuietMs))),
    'request.ask': record('request.ask'),
    'request.answer': record('request.answer'),
    'request.withdraw': record('request.withdraw'),
    'request.reopen': record('request.reopen'),
    'request.handOn': record('request.handOn'),
    'request.update': record('request.update'),
    'template.save': record('template.save'),
    'template.update': record('template.update'),
    'change.undo': record('change.undo'),
    'change.undoCommand': ({ once: sent }, once) => {
      const entries = writtenBy.entriesOf(sent);
      return entries.ok ? record('change.undo')({ changes: [...entries.value] }, once) : entries;
    },
    'away.markRead': () => here(() => local.setState('away_since', String(clock.now()))),
    'pin.set': ({ targetId, pinned }) => here(() => local.setPin(targetId, pinned, clock.now())),
    'relay.add': ({ url }) => addRelay(profile, url),
    'relay.remove': ({ url }) => removeRelay(profile, url),
    'relay.retry': () => retryRelays(profile),
    'lan.set': async ({ enabled }) => {
      const live = needTeam(profile);
      if (!live.ok) return live;
      const fault = await live.value.network.setLan(enabled);
      if (fault !== undefined) return err(failure('unavailable', fault));
      return here(() => local.setState('lan', enabled ? 'on' : 'off'));
    },
    'lan.connect': async ({ address }) => {
      const live = needTeam(profile);
      if (!live.ok) return live;
      const fault = await live.value.network.connectLan(address);
      return fault === undefined ? ok({}) : err(failure('unreachable', fault, 'address'));
    },
    'import.preview': (request) => previewImport(profile, request),
    'import.apply': (request) => applyImport(profile, request),
    'import.previewTasks': (request) => previewTaskImport(profile, peopleOf, request),
    'import.applyTasks': (request) => applyTaskImport(profile, peopleOf, request),
    ...peopleImportCommands(profile),
    'record.redact': (request) => redactRecord(profile, request),
    'person.erase': () => eraseMine(profile),
    'person.export': (request) => exportMine(profile, request),
    'export.write': (request) => exportAll(profile, request),
    'repair.run': () => repair(profile),
    'check.quick': () => checkQuickly(profile),
    'verify.run': () => verify(profile),
    'verify.cancel': () => {
      profile.integrity.cancel();
      return ok({});
    },
    'rebuild.run': () => {
      const live = needTeam(profile);
      return live.ok ? rebuildProfile(live.value.ledger, clock) : live;
    },
    ...reminderCommands(profile),
    ...recovery.commands,
  };
};
