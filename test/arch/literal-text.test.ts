import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Attributes and fields whose text a person reads or hears: names, hints, toasts, errors, menu entries, keys. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'description',
  'detail',
  'done',
  'error',
  'hint',
  'label',
  'message',
  'note',
  'placeholder',
  'sentence',
  'title',
  'why',
]);
const hasWords = (text: string): boolean => /\p{L}{2,}/u.test(text.replaceAll(/&\w+;|\w+:\/\//gu, ' '));
/** A field of an object may hold a name that the program knows; words for people have a capital, a space or a point. */
const isForPeople = (text: string): boolean => hasWords(text) && /^["“]?\p{Lu}|\s|\.$/u.test(text);

/** Every literal that an expression may come to: both sides of a choice, what stands in for nothing, joined pieces. */
const outcomes = (node: ts.Expression): readonly string[] => {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [[node.head.text, ...node.templateSpans.map((s) => s.literal.text)].join(' ')];
  if (ts.isConditionalExpression(node)) return [...outcomes(node.whenTrue), ...outcomes(node.whenFalse)];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return outcomes(node.expression);
  if (ts.isBinaryExpression(node)) {
    const compares = /^[=!<>]/u.test(node.operatorToken.getText());
    return compares ? [] : [...outcomes(node.left), ...outcomes(node.right)];
  }
  return [];
};

/** Words that the interface says and that are not in the catalogue, as `file:line words`. */
const literals = (file: string, source: string): readonly string[] => {
  const found: string[] = [];
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind);
  const note = (node: ts.Node, text: string): void => {
    const { line } = parsed.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${String(line + 1)} ${text.trim()}`);
  };
  const noteAll = (node: ts.Node, value: ts.Expression, counts: (text: string) => boolean): void => {
    for (const text of outcomes(value)) if (counts(text)) note(node, text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasWords(node.text)) note(node, node.text);
    if (ts.isJsxExpression(node) && node.expression !== undefined && !ts.isJsxAttribute(node.parent)) {
      noteAll(node, node.expression, hasWords);
    }
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText())) {
      const value = node.initializer;
      if (value !== undefined && ts.isStringLiteral(value)) noteAll(node, value, hasWords);
      if (value !== undefined && ts.isJsxExpression(value) && value.expression !== undefined) {
        noteAll(node, value.expression, hasWords);
      }
    }
    const name = ts.isPropertyAssignment(node) ? node.name.getText().replaceAll(/['"]/gu, '') : '';
    if (ts.isPropertyAssignment(node) && name !== 'alt' && spoken.has(name)) {
      noteAll(node, node.initializer, isForPeople);
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
};

test('every word of the interface comes from the catalogue', () => {
  const files = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).filter((file) => !/i18n/u.test(file));
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap((file) => literals(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test.each([
  ['text', '<p>Hello · 1</p>'],
  ['text in braces', '<p>{"there"}</p>'],
  ['either of two texts', '<p>{open ? "Open" : t("shut")}</p>'],
  ['what stands in for nothing', '<p>{name ?? "Somebody"}</p>'],
  ['a label with a value in it', '<p aria-label={`Name of ${n}`} />'],
  ['a title', '<p title="Here" />'],
  ['a placeholder', '<input placeholder={long ? `Write ${n}` : undefined} />'],
  ['a toast', 'toast({ sentence: "Saved here" })'],
  ['what a command says when it is done', 'run({}, { done: "Saved." })'],
  ['a key in the help', 'useKeys([{ keys: "n", label: "New goal", run }])'],
])('words outside of the catalogue are noticed: %s', (_, source) => {
  expect(literals('a.tsx', `const a = ${source};`)).toHaveLength(1);
});

test('names that the program knows, and what it compares, are no words for people', () => {
  const source =
    'const a = <p title={t("a.b")} lang="en">{kind === "goal" && <A label={name} kind={{ label: "goal" }} />}</p>;';
  expect(literals('a.tsx', source)).toEqual([]);
});

test('no format of dates, numbers or lists is made for a language of its own choosing', () => {
  // 'en' with a named zone only reads a zone's offset or checks that it exists; nothing of it is shown.
  const reading = new Set([
    'renderer/ui/time/format.ts',
    'renderer/ui/time/hours.ts',
    'renderer/features/people/clock/group-places.ts',
  ]);
  const fixed = globSync('renderer/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !reading.has(file.replaceAll('\\', '/')))
    .filter((file) =>
      /Intl\.\w+Format\(\s*['"]|toLocale(Date|Time)?String\(/u.test(readFileSync(join(root, file), 'utf8')),
    );
  expect(fixed).toEqual([]);
});
