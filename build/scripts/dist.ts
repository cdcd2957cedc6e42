// `npm run dist`: installers for this platform, into dist/.
import { build } from 'electron-builder';
import { buildDesktop, buildRenderer } from './bundles.ts';
import { root } from '../vite/project.ts';

await buildRenderer({ always: true });
await buildDesktop({ always: true });
await build({ projectDir: root, publish: 'never' });
