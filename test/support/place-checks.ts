import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What is wrong with a page as it is drawn: it scrolls sideways, or a button or heading is cut off. Empty when nothing is. */
export const layoutFaults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide in a window of ${clientWidth} px`);
    for (const element of document.querySelectorAll<HTMLElement>('main, nav, [role="dialog"]')) {
      const scrolls = ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
      if (scrolls && element.scrollWidth > element.clientWidth + 1)
        faults.push(
          `${element.tagName.toLowerCase()} scrolls sideways by ${element.scrollWidth - element.clientWidth} px`,
        );
    }
    for (const element of document.querySelectorAll<HTMLElement>('button, h1, h2, h3, [role="tab"]')) {
      if (element.getClientRects().length === 0 || element.offsetWidth < 2) continue;
      const text = (element.textContent ?? '').trim().slice(0, 60);
      if (text === '') continue;
      // A long title that a person wrote may end in an ellipsis; words of the interface may not.
      const clips = [element, ...element.querySelectorAll<HTMLElement>('*')].some((part) => {
        const style = getComputedStyle(part);
        return (
          style.overflowX === 'hidden' &&
          style.textOverflow !== 'ellipsis' &&
          style.position !== 'absolute' &&
          part.clientWidth > 1 &&
          part.scrollWidth > part.clientWidth + 1
        );
      });
      const box = element.getBoundingClientRect();
      const outside = box.right > window.innerWidth + 1 || box.left < -1;
      if (clips) faults.push(`cut off: ${text}`);
      if (outside && getComputedStyle(element).position !== 'absolute') faults.push(`outside the window: ${text}`);
    }
    return faults;
  });

/** Runs in a page before anything else: adds up by how much what is drawn moves without anybody having asked for it. */
export const noteShifts = (): void => {
  const noted = window as { shifts?: string[] };
  noted.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const shift = entry as PerformanceEntry & {
        readonly value: number;
        readonly hadRecentInput: boolean;
        readonly sources: readonly {
          readonly node: Node | null;
          readonly previousRect: DOMRectReadOnly;
          readonly currentRect: DOMRectReadOnly;
        }[];
      };
      if (shift.hadRecentInput || shift.value < 0.001) continue;
      const moved = shift.sources.map(({ node, previousRect, currentRect }) => {
        const [from, to] = [previousRect, currentRect].map(({ x, y, width, height }) =>
          [x, y, width, height].map(Math.round).join(' '),
        );
        return `${(node?.textContent ?? '').trim().slice(0, 40)} (${from} to ${to})`;
      });
      noted.shifts?.push(`${shift.value.toFixed(3)}: ${moved.join(' | ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
};

/** Forgets the shifts so far: going from one place to another moves everything. */
export const forgetShifts = (page: Page): Promise<void> =>
  page.evaluate(() => void Object.assign(window, { shifts: [] }));

export const shiftsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as { shifts?: string[] }).shifts ?? []);

/** How many elements a page holds: bounded where long lists draw only what is in sight. */
export const elementsOf = (page: Page): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length);

/** What axe finds against WCAG 2.2 AA and its best practices, missing names included. */
export const violationsOf = async (page: Page): Promise<readonly string[]> => {
  const report = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return report.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};
