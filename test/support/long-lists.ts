import type { Locator, Page } from 'playwright-core';
import { counts, type Setting } from './ten-thousand.ts';

export const listOf = (page: Page, name: string): Locator => page.getByRole('list', { name, exact: true });

/** What the open tab of a thread holds. */
export const shownPanel = (page: Page): Locator => page.getByRole('tabpanel').filter({ visible: true });

export const openTab =
  (name: string) =>
  (page: Page): Promise<void> =>
    page.getByRole('tab', { name, exact: true }).click();

/** Chooses a view of a place. */
export const choose =
  (name: string) =>
  (page: Page): Promise<void> =>
    page.locator('main').getByText(name, { exact: true }).first().click();

export interface LongList {
  readonly what: string;
  readonly address: (setting: Setting) => string;
  readonly act?: (page: Page) => Promise<void>;
  readonly rows: (page: Page) => Locator;
  /** How many rows it has at least. */
  readonly least: number;
  /** Whether axe looks at it: once at lists that are made alike. */
  readonly looked: boolean;
}

/** Every list of a place that `fillPlaces` makes long. */
export const longLists: readonly LongList[] = [
  {
    what: 'a week',
    address: () => '/tasks',
    rows: (page) => listOf(page, 'Planned for this week'),
    least: counts.tasks,
    looked: true,
  },
  {
    what: 'milestones',
    address: () => '/tasks',
    act: choose('Milestones'),
    rows: (page) => listOf(page, 'Coming'),
    least: counts.milestones,
    looked: false,
  },
  { what: 'goals', address: () => '/goals', rows: (page) => page.getByRole('tree'), least: counts.goals, looked: true },
  {
    what: 'questions',
    address: () => '/requests',
    act: choose('From you'),
    rows: (page) => listOf(page, 'From you'),
    least: counts.requests,
    looked: false,
  },
  { what: 'a journal', address: () => '/journal', rows: (page) => listOf(page, 'My journal'), least: 50, looked: true },
  {
    what: 'results',
    address: () => '/search?q=part',
    rows: (page) => listOf(page, 'Results'),
    least: 100,
    looked: false,
  },
  {
    what: 'who waits',
    address: () => '/team-week',
    rows: (page) => listOf(page, 'Who waits on whom'),
    least: 150,
    looked: false,
  },
  ...['Feedback', 'Kudos', 'Goals'].map((name) => ({
    what: `the ${name.toLowerCase()} of a thread`,
    address: ({ otherId }: Setting) => `/people/${otherId}`,
    act: openTab(name),
    rows: shownPanel,
    least: 100,
    looked: name === 'Feedback',
  })),
];
