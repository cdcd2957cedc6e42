import { ok, type Result } from '#shared/std/index.ts';
import type { CommandName, CommandRequest, CommandResult, ProtocolError } from '#shared/protocol/index.ts';
import { parseReminderState, reminderStateKey, type ReminderState } from '../queries/index.ts';
import type { ProfileState } from './state.ts';

type ReminderCommand = Extract<CommandName, `reminders.${string}`>;
type Table = {
  readonly [N in ReminderCommand]: (request: CommandRequest<N>) => Result<CommandResult<N>, ProtocolError>;
};
type Times = Readonly<Record<string, number>>;

/** What was said, or dismissed, this long ago is forgotten with what it was about. */
const keptMs = 120 * 86_400_000;

const without = (times: Times, keys: readonly string[]): Times =>
  Object.fromEntries(Object.entries(times).filter(([key]) => !keys.includes(key)));

/** Commands on reminders: all of them change one value of this device's own tables. */
export const reminderCommands = (profile: Pick<ProfileState, 'local' | 'clock' | 'touchLocal'>): Table => {
  const { local, clock, touchLocal } = profile;
  const read = (): ReminderState => parseReminderState(local.state(reminderStateKey));
  const keep = (times: Times): Times =>
    Object.fromEntries(Object.entries(times).filter(([, at]) => at > clock.now() - keptMs));
  const write = (state: ReminderState): void => {
    const { told, dismissed, snoozed } = state;
    const kept = { ...state, told: keep(told), dismissed: keep(dismissed), snoozed: keep(snoozed) };
    local.setState(reminderStateKey, JSON.stringify(kept));
    touchLocal();
  };
  const stamp = (keys: readonly string[], at: number): Times => Object.fromEntries(keys.map((key) => [key, at]));

  return {
    'reminders.claim': ({ keys, digestDay }) => {
      const state = read();
      const fresh = [...new Set(keys)].filter((key) => !Object.hasOwn(state.told, key));
      // A later day may be stored, of a clock that was ahead: it must not silence the days until then.
      const digest = digestDay !== null && state.digestDay !== digestDay;
      if (fresh.length > 0 || digest)
        write({
          ...state,
          told: { ...state.told, ...stamp(fresh, clock.now()) },
          digestDay: digest ? digestDay : state.digestDay,
        });
      return ok({ keys: fresh, digest });
    },
    'reminders.snooze': ({ keys, until }) => {
      const state = read();
      write({
        ...state,
        snoozed: { ...state.snoozed, ...stamp(keys, until) },
        // Said again when its time comes.
        told: without(state.told, keys),
      });
      return ok({});
    },
    'reminders.dismiss': ({ keys }) => {
      const state = read();
      write({ ...state, dismissed: { ...state.dismissed, ...stamp(keys, clock.now()) } });
      return ok({});
    },
    'reminders.restore': ({ keys }) => {
      const state = read();
      write({
        ...state,
        dismissed: without(state.dismissed, keys),
        snoozed: without(state.snoozed, keys),
        // Whoever takes it back has it before their eyes.
        told: { ...state.told, ...stamp(keys, clock.now()) },
      });
      return ok({});
    },
    'reminders.set': (settings) => {
      write({ ...read(), settings });
      return ok({});
    },
  };
};
