/** One thing that happened, as `--json` prints it. */
export interface DemoEvent {
  readonly at: string;
  readonly who: string;
  readonly what: string;
}

export interface Narrator {
  /** Tells what somebody did or saw, at the time of day it is where they are. */
  readonly tell: (who: Place, what: string) => void;
  /** A line about everybody, or about nobody. */
  readonly note: (what: string) => void;
  readonly heading: (title: string) => void;
}

/** Somebody with a place, whose clock on the wall is worth knowing. */
export interface Place {
  readonly name: string;
  readonly city: string;
  readonly timeZone: string;
}

const timeIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone }).format(at);

export interface NarratorOptions {
  readonly print: (line: string) => void;
  readonly now: () => number;
  readonly json: boolean;
}

/** Tells the story to a terminal in words, or to a script as one event a line. */
export const createNarrator = ({ print, now, json }: NarratorOptions): Narrator => {
  const event = (who: string, what: string): void => {
    const told: DemoEvent = { at: new Date(now()).toISOString(), who, what };
    print(JSON.stringify(told));
  };
  if (json) {
    return { tell: ({ name }, what) => event(name, what), note: (what) => event('', what), heading: () => {} };
  }
  return {
    tell: ({ name, city, timeZone }, what) => {
      const where = `${city} ${timeIn(timeZone, new Date(now()))}`;
      print(`  ${where.padEnd(20)}  ${name.padEnd(7)} ${what}`);
    },
    note: (what) => print(`  ${what}`),
    heading: (title) => print(`\n${title}`),
  };
};
