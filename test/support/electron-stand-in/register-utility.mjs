// Preloaded into the engine's process: gives it `process.parentPort` and nothing else of Electron.
import { registerHooks } from 'node:module';
import { installParentPort } from './utility-parent.ts';

installParentPort();
registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === 'electron') throw new Error('The engine imported electron');
    return next(specifier, context);
  },
});
