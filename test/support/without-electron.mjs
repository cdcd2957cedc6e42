// Preloaded with `node --import`: importing `electron` throws, as it does where its binary is missing.
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === 'electron' || specifier.startsWith('electron/')) {
      throw new Error(`electron was imported from ${context.parentURL ?? 'the command line'}`);
    }
    return next(specifier, context);
  },
});
