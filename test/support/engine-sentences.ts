import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { importRole } from '#shared/protocol/index.ts';
import { nouns } from '#shared/domain/commands/find.ts';
import { kinds } from '#shared/schema/index.ts';

const root = join(import.meta.dirname, '..', '..');

/** What no window shows: the terminal, the HTTP answers, other people's scripts, exported files, and what records hold. */
const unseen = [
  /^electron\/engine\/(client|sample)\//u,
  /^electron\/engine\/hosts\/(browser|cli|fill-sample|open-profile)/u,
  /^electron\/engine\/exchange\/export\/markdown-files/u,
  /^electron\/engine\/exchange\/import\/(new-goal-edits|reports)/u,
  /^shared\/domain\/commands\/team\.ts/u,
  // The window says the numbers of a forecast itself.
  /^shared\/domain\/progress\/(forecast|words)/u,
];
/** Failures of these reach a window although they travel as exceptions. */
const caught = /^electron\/engine\/transports\//u;

const isSql = (text: string): boolean =>
  /^(SELECT|DELETE|UPDATE|INSERT|WITH|CREATE|PRAGMA|AND|\{\{0\}\} (WHERE|ORDER))\b/u.test(text) ||
  /\b((WHERE|FROM|JOIN) |IS (NOT )?NULL)|IN \(| = [?@]| : [("]/u.test(text);
const isSentence = (text: string): boolean =>
  /^["“\p{Lu}{].*\s.*[.?!]$/su.test(text) &&
  (text.replaceAll(/\{\{\d+\}\}/gu, '').match(/\p{L}{2,}/gu) ?? []).length > 1;
/** Lists of the interface carry titles that the engine makes: "Check-in of Ana, week 19". */
const isPhrase = (text: string): boolean => /\p{L}{2,} |\} \p{L}{2,}/u.test(text) && !text.startsWith('@');

/** A text with its values as numbered places, as catalogues list it. */
const textOf = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map((span, at) => `{{${String(at)}}}${span.literal.text}`).join('');
};

const isThrown = (node: ts.Node): boolean => {
  for (let at: ts.Node | undefined = node; at !== undefined; at = at.parent) {
    if (ts.isThrowStatement(at) || ts.isNewExpression(at)) return true;
  }
  return false;
};

/** The sentences of one source text: what its functions may say to a person. */
export const sentencesIn = (file: string, source: string): readonly string[] => {
  const found: string[] = [];
  const phrases = file.startsWith('electron/engine/queries/');
  const schema = /^shared\/schema\/(holds|read)\.ts$/u.test(file);
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    const text = textOf(node)?.trim();
    if (text !== undefined && !isSql(text) && (!isThrown(node) || caught.test(file))) {
      if (isSentence(text) || (phrases && isPhrase(text))) found.push(text);
      // What is wrong with a field follows its label.
      if (schema && /^(is|has|holds|must|needs)\b/u.test(text)) {
        const moved = text.replaceAll(/\{\{(\d+)\}\}/gu, (_, at: string) => `{{${String(Number(at) + 1)}}}`);
        found.push(`{{0}} ${moved}.`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return found;
};

/** Everything that the engine, and the way to it, say to a person in a window, by the file that says it. */
export const engineSentences = (): ReadonlyMap<string, string> => {
  const said = new Map<string, string>();
  for (const name of globSync('{shared,electron/engine,renderer/platform}/**/*.ts', { cwd: root }).sort()) {
    const file = name.replaceAll('\\', '/');
    if (unseen.some((part) => part.test(file))) continue;
    for (const sentence of sentencesIn(file, readFileSync(join(root, file), 'utf8'))) {
      if (!said.has(sentence)) said.set(sentence, file);
    }
  }
  return said;
};

/** Names of fields, as histories and conflicts show them: the first words in each statement of a kind's fields. */
export const fieldLabels = (): readonly string[] => {
  const labels = new Set<string>();
  for (const name of globSync('shared/schema/kinds/*.ts', { cwd: root })) {
    const visit = (node: ts.Node): void => {
      const label = ts.isCallExpression(node) ? node.arguments[0] : undefined;
      if (label !== undefined && ts.isStringLiteral(label) && /^\p{Lu}\p{Ll}|^\d/u.test(label.text))
        labels.add(label.text);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(name, readFileSync(join(root, name), 'utf8'), ts.ScriptTarget.Latest, true));
  }
  return [...labels];
};

/** Parts of sentences: they stand in places of others and are no sentences themselves. */
export const fragments: readonly string[] = [
  ...Object.keys(kinds),
  // shared/domain/commands/find.ts
  ...Object.values(nouns),
  // electron/engine/exchange/import
  'a quoted cell is never closed',
  'a quote stands where none may stand',
  'the quotes do not add up',
  'Actual',
  ...importRole.options.filter((role) => role !== 'ignore'),
  // electron/engine/recovery/phrase.ts
  'Word {{0}} is',
  'Words {{0}} and {{1}} are',
  // electron/engine/profile/devices/views.ts
  'from another of your machines',
  'by {{0}}',
  'an admin',
  // electron/engine/network
  'no relay is known.',
  // electron/engine/queries: titles, conflicts, values of a history
  'Somebody',
  '1 blocker',
  'One',
  'Two',
  'Three',
  'Four',
  'versions',
  'values',
  'yes',
  'no',
  'done',
  'not done',
  'draft',
  'active',
  'closed',
  'open',
  'relay',
  'number',
  'percent',
  'currency',
  'boolean',
  'milestone',
  'threshold',
  'children',
  'everyone',
  'carried',
  'dropped',
  'answered',
  'withdrawn',
  'handed-on',
  'topic',
  'action',
  'decision',
  'asked',
  'retention',
  'holiday',
  'other',
  // shared/domain/progress/met.ts
  'Met',
  'Not met',
  'Met, {{0}}',
  'Not met, {{0}}',
  'Not reported',
  // electron/engine/guard/key-places.ts
  'key file',
  'a file under your passphrase',
  'system keychain',
  // electron/engine/queries/trust.ts: what a space holds
  'people',
  'cycles',
  'goals',
  'check-ins',
  'comments',
  'acknowledgements',
  'work',
  '1:1 items',
  '1:1 notes',
  'badges',
  'questions',
  // electron/engine/upkeep: verdicts on an entry
  'applied',
  'waiting',
  'locked',
  'deferred',
  'quarantined',
  'erased',
];
