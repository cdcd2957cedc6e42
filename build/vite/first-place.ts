import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

/** The place that a window opens with, unless its address names another. */
const firstPlace = '/renderer/features/today/index.ts';

/** Letters of the interface and of what people write: text that is drawn before they are here moves when they come. */
const letters = /(?:inter|literata)-latin-opsz-normal[^/]*\.woff2$/u;

const isChunk = (one: Rolldown.OutputChunk | Rolldown.OutputAsset): one is Rolldown.OutputChunk => one.type === 'chunk';

/**
 * Names the files of the first place and its letters in the page itself, so that they are fetched beside the app and not
 * only once the app runs and asks for them.
 */
export const firstPlaceAtOnce = (): Plugin => ({
  name: 'meridian:first-place',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {}, chunk: app }) => {
      const chunks = new Map(
        Object.values(bundle)
          .filter(isChunk)
          .map((chunk) => [chunk.fileName, chunk]),
      );
      const within = (from: Rolldown.OutputChunk, found: Set<string>): Set<string> => {
        found.add(from.fileName);
        for (const name of from.imports) {
          const next = chunks.get(name);
          if (next !== undefined && !found.has(name)) within(next, found);
        }
        return found;
      };
      const place = [...chunks.values()].find((chunk) => chunk.moduleIds.some((id) => id.endsWith(firstPlace)));
      if (place === undefined || app === undefined) throw new Error(`No chunk of the build holds ${firstPlace}.`);
      const loaded = within(app, new Set());
      const more = [...within(place, new Set())].filter((name) => !loaded.has(name));
      const styles = more.flatMap((name) => [...(chunks.get(name)?.viteMetadata?.importedCss ?? [])]);
      const tag = (attrs: Record<string, string | boolean>): HtmlTagDescriptor => ({
        tag: 'link',
        attrs,
        injectTo: 'head',
      });
      const fonts = Object.keys(bundle).filter((name) => letters.test(name));
      return [
        ...fonts.map((name) =>
          tag({ rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${name}` }),
        ),
        ...more.map((name) => tag({ rel: 'modulepreload', crossorigin: true, href: `./${name}` })),
        ...[...new Set(styles)].map((name) =>
          tag({ rel: 'preload', as: 'style', crossorigin: true, href: `./${name}` }),
        ),
      ];
    },
  },
});
