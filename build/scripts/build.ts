// `npm run build`: everything the packaged app consists of, into out/.
import { buildDesktop, buildRenderer } from './bundles.ts';

await buildRenderer({ always: true });
await buildDesktop({ always: true });
console.log('Built out/renderer, out/main, out/preload and out/engine.');
