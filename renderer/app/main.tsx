import { openEngine, systemNotices, windowClock } from '#renderer/platform/index.ts';
import { mount } from './mount.tsx';

const element = document.getElementById('root');
if (element === null) throw new Error('The page has no #root to render into.');

mount({
  page: window,
  element,
  connector: { open: () => openEngine(window) },
  clock: windowClock(window),
  notices: systemNotices(window),
});
