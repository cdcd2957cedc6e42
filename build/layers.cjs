// Who may import whom: the table of the design, section 2, as rules for dependency-cruiser. `^electron/engine/` and
// the like are matched against paths relative to the project, or to the fixture tree that the tests build.
/** @param {string[]} names */
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

/**
 * Everything `from` imports has to match one of `may`; Node's own modules only where `core` says so.
 * @param {string} name
 * @param {string} comment
 * @param {string} from
 * @param {string[]} may
 */
const only = (name, comment, from, may, { core = false } = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: may, ...(core ? { dependencyTypesNot: ['core'] } : {}) },
});

const forbidden = [
  only('std-imports-nothing', 'shared/std stands alone', '^shared/std/', ['^shared/std/']),
  only('domain-imports-std', 'shared/domain knows std, the records, and the types of commands', '^shared/domain/', [
    '^shared/(std|schema|domain|protocol)/',
  ]),
  {
    name: 'domain-imports-protocol-types-only',
    comment: 'rules decide on commands; how commands travel is not theirs',
    severity: 'error',
    from: { path: '^shared/domain/' },
    to: { path: '^shared/protocol/', dependencyTypesNot: ['type-only'] },
  },
  only('schema-imports-std', 'shared/schema knows only std', '^shared/schema/', [
    '^shared/(std|schema)/',
    packages('zod'),
  ]),
  only('protocol-imports-shared', 'shared/protocol knows std, domain and schema', '^shared/protocol/', [
    '^shared/(std|domain|schema|protocol)/',
    packages('zod'),
  ]),
  only('sync-imports-std', 'shared/sync knows only std', '^shared/sync/', ['^shared/(std|sync)/', packages('cborg')]),
  {
    name: 'shared-runs-anywhere',
    comment: 'shared uses nothing of Node, of Electron or of the browser',
    severity: 'error',
    from: { path: '^shared/' },
    to: { dependencyTypes: ['core'] },
  },
  only(
    'engine-imports',
    'the engine is plain Node: shared and its own libraries, no Electron, no relay, no interface',
    '^electron/engine/',
    [
      '^shared/',
      '^electron/engine/',
      packages(
        '@automerge/automerge',
        '@hyperswarm/secret-stream',
        'better-sqlite3',
        'bonjour-service',
        'cborg',
        'date-holidays',
        'diff',
        'hyperdht',
        'papaparse',
        'sodium-native',
        'ws',
        'zod',
        '@types/[^/]+',
      ),
    ],
    { core: true },
  ),
  only(
    'relay-imports',
    'the relay is plain Node and does not know the engine',
    '^electron/relay/',
    ['^shared/', '^electron/relay/', packages('ws', 'better-sqlite3', 'sodium-native', 'pg', '@types/[^/]+')],
    { core: true },
  ),
  only(
    'main-imports',
    "Electron's main process holds no data: it knows Electron, shared, and the engine's types",
    '^electron/main/',
    ['^shared/', '^electron/main/', '^electron/engine/', packages('electron', '@types/[^/]+')],
    { core: true },
  ),
  {
    name: 'main-imports-engine-types-only',
    comment: 'the engine runs in a process of its own',
    severity: 'error',
    from: { path: '^electron/main/' },
    to: { path: '^electron/engine/', dependencyTypesNot: ['type-only'] },
  },
  only('preload-imports', 'the preload hands over a port and nothing else', '^electron/preload/', [
    '^shared/protocol/',
    '^electron/preload/',
    packages('electron'),
  ]),
  only(
    'renderer-imports',
    'the interface knows shared and its own libraries: no Node, no Electron, no engine',
    '^renderer/',
    ['^shared/', '^renderer/', 'node_modules/'],
  ),
  {
    name: 'renderer-has-no-automerge',
    comment: 'documents live in the engine',
    severity: 'error',
    from: { path: '^renderer/' },
    to: { path: packages('@automerge', 'electron', 'better-sqlite3', 'sodium-native', 'ws') },
  },
  {
    name: 'features-are-apart',
    comment: 'a feature is reached through the shell, never from another feature',
    severity: 'error',
    from: { path: '^renderer/features/([^/]+)/' },
    to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
  },
  {
    name: 'ui-is-below-features',
    comment: 'building blocks do not know what is built from them',
    severity: 'error',
    from: { path: '^renderer/(ui|platform|state|i18n)/' },
    to: { path: '^renderer/(features|app)/' },
  },
  {
    name: 'nothing-imports-test',
    comment: 'tests are nobody’s library',
    severity: 'error',
    from: { pathNot: '^test/' },
    to: { path: '^test/' },
  },
  {
    name: 'nothing-imports-build',
    comment: 'the app does not need its build',
    severity: 'error',
    from: { pathNot: '^(build|test)/' },
    to: { path: '^build/' },
  },
  {
    name: 'faces-only-shared',
    comment: 'another folder is imported through its index.ts',
    severity: 'error',
    from: { path: '^shared/([^/]+)/' },
    to: { path: '^shared/([^/]+)/', pathNot: ['^shared/$1/', '^shared/[^/]+/index\\.ts$'] },
  },
  {
    name: 'faces-only-engine',
    comment: 'another folder is imported through its index.ts',
    severity: 'error',
    from: { path: '^electron/engine/([^/]+)/' },
    to: {
      path: '^electron/engine/([^/]+)/',
      pathNot: ['^electron/engine/$1/', '^electron/engine/[^/]+/index\\.ts$'],
    },
  },
  {
    name: 'faces-only-renderer',
    comment: 'another folder is imported through its index.ts; styles are imported as files',
    severity: 'error',
    from: { path: '^renderer/([^/]+)/' },
    to: {
      path: '^renderer/([^/]+)/',
      pathNot: ['^renderer/$1/', '^renderer/[^/]+/index\\.tsx?$', '^renderer/features/[^/]+/index\\.tsx?$', '\\.css$'],
    },
  },
  {
    name: 'faces-only-from-outside',
    comment: 'shared, from anywhere in the app, is imported through its faces',
    severity: 'error',
    from: { path: '^(electron|renderer)/' },
    // The preload is loaded in front of every page, so it takes the one file it needs and not the whole protocol.
    to: { path: '^shared/', pathNot: ['^shared/[^/]+/index\\.ts$', '^shared/protocol/desktop-channels\\.ts$'] },
  },
  {
    name: 'no-circles',
    comment: 'a circle means that two ideas are one, or that one lies in the wrong place',
    severity: 'error',
    from: { pathNot: '^test/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'nothing-unresolved',
    comment: 'an import that leads nowhere',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?(url|raw|worker)$'] },
  },
  {
    name: 'installed-for-users',
    comment: 'what runs outside the bundles has to be a dependency, not a tool of developers',
    severity: 'error',
    from: { path: '^(electron/(engine|relay|main)|shared)/' },
    to: {
      dependencyTypes: ['npm-dev'],
      dependencyTypesNot: ['type-only'],
      pathNot: [packages('electron', '@types/[^/]+')],
    },
  },
];

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|test-results)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
