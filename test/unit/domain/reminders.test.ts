import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  cycleWishes,
  dayOf,
  localAt,
  mayRemind,
  morningOf,
  nextReminderTime,
  planReminders,
  reminderSpans,
  reminderTimeBefore,
  snoozeChoices,
  subtractSpans,
  weekday,
  wishBefore,
  wishNow,
  wishOnDay,
  workingSpans,
  type Habits,
  type ReminderChoices,
  type Span,
  type Told,
  type Wish,
} from '#shared/domain/index.ts';

const at = (iso: string): number => Date.parse(iso);
const hour = 3_600_000;
const dayMs = 24 * hour;
const office = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];
const lisbon: Habits = { schedule: { hours: office, timeZone: 'Europe/Lisbon' }, quiet: null };

const zones = [
  'UTC',
  'America/Toronto',
  'Asia/Karachi',
  'Europe/Lisbon',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Apia',
  'America/Sao_Paulo',
];
const clockTime = fc
  .integer({ min: 0, max: 95 })
  .map((q) => `${String(Math.floor(q / 4)).padStart(2, '0')}:${String((q % 4) * 15).padStart(2, '0')}`);
const stretch = fc
  .tuple(clockTime, clockTime)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => `${a}-${b}`);
// Both clock changes of each hemisphere, and the year that Samoa skipped a day.
const instant = fc.integer({ min: at('2011-06-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });
const habits: fc.Arbitrary<Habits> = fc
  .record({
    hours: fc.array(fc.option(stretch, { freq: 4 }), { minLength: 7, maxLength: 7 }),
    timeZone: fc.constantFrom(...zones),
    quiet: fc.option(stretch),
    leave: fc.option(fc.tuple(instant, fc.integer({ min: 0, max: 20 }))),
  })
  .map(({ hours, timeZone, quiet, leave }) => {
    const first = leave === null ? null : dayOf(leave[0], timeZone);
    const daysOff =
      first === null ? [] : Array.from({ length: (leave?.[1] ?? 0) + 1 }, (_, nth) => addDays(first, nth));
    return { schedule: { hours, timeZone, daysOff: new Set(daysOff) }, quiet };
  });
/** An instant near the leave of the person, where there is one. */
const near = (of: Habits, shift: number, far: number): number => {
  const first = [...(of.schedule.daysOff ?? [])][0];
  return first === undefined ? far : at(`${first}T12:00:00Z`) + shift;
};
const moment = fc.tuple(fc.integer({ min: -30 * dayMs, max: 30 * dayMs }), instant);

/** Said of the wall clock alone, so that it shares no arithmetic with what it checks. */
const inStretch = (hours: string, minutes: number): boolean => {
  const [from = '', to = ''] = hours.split('-');
  const of = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return of(from) < of(to) ? of(from) <= minutes && minutes < of(to) : minutes >= of(from) || minutes < of(to);
};
/** Clocks that were just changed show times that stated hours do not mean; a day to each side is left to other tests. */
const clockChangesNear = (now: number, timeZone: string): boolean =>
  [-26, 26].some((hours) => {
    const there = localAt(now + hours * hour, timeZone);
    const here = localAt(now, timeZone);
    const passed = (there.dayNumber - here.dayNumber) * 1440 + there.minutes - here.minutes;
    return passed !== hours * 60;
  });

describe('When a reminder may come', () => {
  test('never in quiet hours, on leave or outside stated hours, in any zone', () => {
    fc.assert(
      fc.property(habits, moment, (of, [shift, far]) => {
        const now = near(of, shift, far);
        if (!mayRemind(of, now)) return;
        const { hours, timeZone, daysOff } = of.schedule;
        if (clockChangesNear(now, timeZone)) return;
        const { minutes } = localAt(now, timeZone);
        const today = dayOf(now, timeZone);
        if (of.quiet !== null) expect(inStretch(of.quiet, minutes)).toBe(false);
        if (hours.every((day) => day === null)) {
          expect(inStretch('08:00-20:00', minutes)).toBe(true);
          return;
        }
        // The hours of today, or those of a night that began yesterday.
        const may = [today, addDays(today, -1)].some((day) => {
          const stated = hours[weekday(day)];
          return stated !== null && stated !== undefined && daysOff?.has(day) !== true && inStretch(stated, minutes);
        });
        expect(may).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('the next time is one, is not before what was asked, and nothing between is one', () => {
    fc.assert(
      fc.property(habits, moment, (of, [shift, far]) => {
        const now = near(of, shift, far);
        const next = nextReminderTime(of, now);
        if (next === null) {
          expect(reminderSpans(of, now, now + 60 * dayMs)).toEqual([]);
          return;
        }
        expect(next).toBeGreaterThanOrEqual(now);
        expect(mayRemind(of, next)).toBe(true);
        expect(reminderSpans(of, now, next)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('what runs out is said while just so much of my time is left', () => {
    fc.assert(
      fc.property(habits, moment, fc.integer({ min: 1, max: 6 * 60 }), (of, [shift, far], minutes) => {
        const due = near(of, shift, far);
        const lead = minutes * 60_000;
        const before = reminderTimeBefore(of, due, lead);
        if (before === null) {
          expect(reminderSpans(of, due - 28 * dayMs, due)).toEqual([]);
          return;
        }
        expect(mayRemind(of, before)).toBe(true);
        const left = reminderSpans(of, before, due).reduce((sum, { start, end }) => sum + end - start, 0);
        expect(left).toBeLessThanOrEqual(lead);
        if (left < lead) expect(reminderSpans(of, due - 28 * dayMs, before)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('a morning lies on its own day, in reminder time, and there is at most one', () => {
    fc.assert(
      fc.property(habits, moment, (of, [shift, far]) => {
        const today = dayOf(near(of, shift, far), of.schedule.timeZone);
        const morning = morningOf(today, of);
        if (morning === null) return;
        expect(mayRemind(of, morning)).toBe(true);
        expect([today, addDays(today, 1)]).toContain(dayOf(morning, of.schedule.timeZone));
        expect(of.schedule.daysOff?.has(today)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('taking time away leaves what lies in one and not in the other', () => {
    const spans = fc
      .array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 20 })), { maxLength: 8 })
      .map((all) => workingSpansOf(all.map(([start, length]) => ({ start, end: start + length }))));
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const rest = subtractSpans(a, b);
        const within = (of: readonly Span[], moment: number): boolean =>
          of.some(({ start, end }) => start <= moment && moment < end);
        for (let moment = 0; moment < 230; moment++)
          expect(within(rest, moment)).toBe(within(a, moment) && !within(b, moment));
      }),
    );
  });
});

/** Spans as the functions take them: sorted and merged. */
const workingSpansOf = (spans: readonly { start: number; end: number }[]) => {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
};

describe('What wants to be said, and when', () => {
  test('a check-in that is due on Friday at five is said two of my hours before, across quiet hours', () => {
    const dueAt = at('2026-05-15T16:00:00Z');
    const of = { dueAt, urgent: false, since: null };
    expect(wishBefore('check-in', 'check-in', of, lisbon)[0]?.at).toBe(at('2026-05-15T14:00:00Z'));
    const quiet = { ...lisbon, quiet: '14:00-18:00' };
    expect(wishBefore('check-in', 'check-in', of, quiet)[0]?.at).toBe(at('2026-05-15T11:00:00Z'));
  });

  test('an urgent question that arrives on Friday evening waits for Monday morning, and clocks change in between', () => {
    // Portugal's clocks went forward on 29 March 2026.
    const [wish] = wishNow('request/1', 'urgent', at('2026-03-27T20:00:00Z'), lisbon);
    expect(wish?.at).toBe(at('2026-03-30T08:00:00Z'));
  });

  test('in a half-hour zone the morning is where its clocks show it', () => {
    const kathmandu: Habits = { schedule: { hours: office, timeZone: 'Asia/Kathmandu' }, quiet: '08:00-09:30' };
    expect(wishOnDay('task/1', 'task', '2026-05-13', kathmandu)[0]?.at).toBe(at('2026-05-13T03:45:00Z'));
  });

  test('what falls on leave is said on the first morning back, and the end of a cycle twice', () => {
    const away: Habits = {
      ...lisbon,
      schedule: { ...lisbon.schedule, daysOff: new Set(['2026-05-13', '2026-05-14', '2026-05-15']) },
    };
    expect(wishOnDay('task/1', 'task', '2026-05-13', away)[0]?.at).toBe(at('2026-05-18T08:00:00Z'));
    expect(cycleWishes({ id: 'c', end: '2026-06-30' }, lisbon).map((wish) => wish.at)).toEqual([
      at('2026-06-23T08:00:00Z'),
      at('2026-06-30T08:00:00Z'),
    ]);
  });

  test('what is asked anew is said anew', () => {
    const dueAt = at('2026-05-15T16:00:00Z');
    const keyOf = (due: number): string => wishBefore('request/1', 'norm', asked(due), lisbon)[0]?.key ?? '';
    const asked = (due: number) => ({ dueAt: due, urgent: false, since: null });
    expect(keyOf(dueAt)).toBe(keyOf(dueAt));
    expect(keyOf(dueAt)).not.toBe(keyOf(at('2026-05-29T16:00:00Z')));
    const nowKey = (since: string): string => wishNow('request/1', 'urgent', at(since), lisbon)[0]?.key ?? '';
    expect(nowKey('2026-05-15T09:00:00Z')).not.toBe(nowKey('2026-05-18T09:00:00Z'));
  });

  test('nothing is said before it was asked', () => {
    const since = at('2026-05-15T15:30:00Z');
    const of = { dueAt: at('2026-05-15T16:00:00Z'), urgent: true, since };
    expect(wishBefore('request/1', 'norm', of, lisbon)[0]?.at).toBe(since);
  });
});

const nothing: Told = { told: new Set(), snoozed: new Map(), dismissed: new Set(), digestDay: null };
const all: ReminderChoices = { off: new Set(), digest: true };
const plan = (wishes: readonly Wish[], now: number, known: Partial<Told> = {}, choices = all) =>
  planReminders({ wishes, habits: lisbon, choices, known: { ...nothing, ...known }, now });
const wednesday = at('2026-05-13T11:00:00Z');
const hourBefore = (kind: Wish['kind'], subject = 'a'): Wish => ({
  key: `${subject}/${kind}`,
  subject,
  kind,
  at: wednesday - hour,
});

describe('What is said now', () => {
  test('the first time of a day says everything in one digest, except what is pressing; once', () => {
    const wishes = [hourBefore('task', 'a'), hourBefore('norm', 'b'), hourBefore('blocker', 'c')];
    const first = plan(wishes, wednesday);
    expect(first.digest).toBe('2026-05-13');
    expect(first.inDigest.map((wish) => wish.subject)).toEqual(['a', 'b']);
    expect(first.tell.map((wish) => wish.subject)).toEqual(['c']);
    const told = new Set(wishes.map((wish) => wish.key));
    const second = plan(wishes, wednesday + 60_000, { digestDay: '2026-05-13', told });
    expect(second).toMatchObject({ digest: null, inDigest: [], tell: [] });
    expect(second.standing.length).toBe(3);
    expect(plan(wishes, wednesday + dayMs, { digestDay: '2026-05-13', told }).digest).toBe('2026-05-14');
    // A day that is still to come was said by a clock that was ahead.
    expect(plan(wishes, wednesday, { digestDay: '2028-01-01' }).digest).toBe('2026-05-13');
  });

  test('what came while the machine slept is not said in the night, but in the morning', () => {
    const wish = { ...hourBefore('norm'), at: at('2026-05-13T15:50:00Z') };
    const evening = plan([wish], at('2026-05-13T20:00:00Z'), { digestDay: '2026-05-13' });
    expect(evening).toMatchObject({ tell: [], digest: null, mayRemind: false });
    expect(evening.standing).toEqual([wish]);
    const morning = plan([wish], at('2026-05-14T08:00:00Z'), { digestDay: '2026-05-13' });
    expect(morning).toMatchObject({ digest: '2026-05-14', inDigest: [wish] });
  });

  test('a kind that is switched off, and what was dismissed, never comes', () => {
    const wishes = [hourBefore('task', 'a'), hourBefore('norm', 'b')];
    const off = plan(wishes, wednesday, { dismissed: new Set(['b/norm']) }, { off: new Set(['task']), digest: false });
    expect(off).toMatchObject({ standing: [], tell: [], digest: null });
  });

  test('what is put off is gone until then, and is said again', () => {
    const wish = hourBefore('task');
    const until = wednesday + 2 * hour;
    const known = { snoozed: new Map([[wish.key, until]]), digestDay: '2026-05-13' };
    const before = plan([wish], wednesday, known);
    expect(before.standing).toEqual([]);
    expect(before.later).toEqual([{ ...wish, at: until, until }]);
    expect(plan([wish], until, known).tell.map((one) => one.subject)).toEqual(['a']);
  });

  test('what is put off stays away although its time runs out meanwhile, and comes back as that', () => {
    const first = hourBefore('urgent');
    const second = { ...hourBefore('norm'), at: wednesday + hour };
    const known = { snoozed: new Map([[first.key, wednesday + 2 * hour]]), digestDay: '2026-05-13' };
    expect(plan([first, second], wednesday + hour, known).tell).toEqual([]);
    expect(plan([first, second], wednesday + 2 * hour, known).tell.map((one) => one.kind)).toEqual(['norm']);
  });

  test('of several reminders of one thing the latest stands', () => {
    const early = { ...hourBefore('urgent'), at: wednesday - 3 * hour };
    const late = hourBefore('norm');
    expect(plan([early, late], wednesday, { digestDay: '2026-05-13' }).tell).toEqual([late]);
  });

  test('whatever is planned, nothing is said outside reminder time, twice, or more than one digest a day', () => {
    const wish = fc.record({
      key: fc.constantFrom('a/1', 'a/2', 'b/1', 'c/1'),
      subject: fc.constantFrom('a', 'b', 'c'),
      kind: fc.constantFrom('task' as const, 'norm' as const, 'blocker' as const),
      at: fc.integer({ min: 0, max: 5 * dayMs }),
    });
    fc.assert(
      fc.property(habits, moment, fc.array(wish, { maxLength: 6 }), (of, [shift, far], drawn) => {
        const start = near(of, shift, far);
        const wishes = [...new Map(drawn.map((one) => [one.key, { ...one, at: start + one.at }])).values()];
        const told = new Set<string>();
        const digests: string[] = [];
        for (let now = start; now < start + 6 * dayMs; now += 3 * hour) {
          const known = { ...nothing, told, digestDay: digests.at(-1) ?? null };
          const said = planReminders({ wishes, habits: of, choices: all, known, now });
          const speaks = [...said.tell, ...said.inDigest];
          if (speaks.length > 0 || said.digest !== null) expect(mayRemind(of, now)).toBe(true);
          for (const { key } of speaks) {
            expect(told.has(key)).toBe(false);
            told.add(key);
          }
          if (said.digest !== null) digests.push(said.digest);
        }
        expect(new Set(digests).size).toBe(digests.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('Putting off', () => {
  test('offers later today, the next morning and next Monday', () => {
    expect(snoozeChoices(wednesday, lisbon)).toEqual([
      { choice: 'later', until: wednesday + 2 * hour },
      { choice: 'tomorrow', until: at('2026-05-14T08:00:00Z') },
      { choice: 'monday', until: at('2026-05-18T08:00:00Z') },
    ]);
  });

  test('on Friday afternoon tomorrow is Monday, and both are offered as one', () => {
    expect(snoozeChoices(at('2026-05-15T15:00:00Z'), lisbon)).toEqual([
      { choice: 'tomorrow', until: at('2026-05-18T08:00:00Z') },
    ]);
  });

  test('every choice lies in reminder time and after now, and no two are the same', () => {
    fc.assert(
      fc.property(habits, moment, (of, [shift, far]) => {
        const now = near(of, shift, far);
        const untils = snoozeChoices(now, of).map(({ until }) => until);
        for (const until of untils) {
          expect(until).toBeGreaterThan(now);
          expect(mayRemind(of, until)).toBe(true);
        }
        expect(new Set(untils).size).toBe(untils.length);
        expect(untils.toSorted((a, b) => a - b)).toEqual(untils);
      }),
      { numRuns: 300 },
    );
  });
});

test('working hours themselves are what reminders keep to where nothing is quiet', () => {
  const from = at('2026-05-11T00:00:00Z');
  expect(reminderSpans(lisbon, from, from + 7 * dayMs)).toEqual(workingSpans(lisbon.schedule, from, from + 7 * dayMs));
});
