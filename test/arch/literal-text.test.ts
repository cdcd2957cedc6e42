import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Attributes whose text a person reads or hears. */
const spoken = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'label', 'alt', 'description']);
const hasWords = (text: string): boolean => /\p{L}{2,}/u.test(text.replaceAll(/&\w+;|\w+:\/\//gu, ' '));

/** Words that the interface says and that are not in the catalogue, as `file:line words`. */
const literals = (file: string, source: string): readonly string[] => {
  const found: string[] = [];
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const note = (node: ts.Node, text: string): void => {
    const { line } = parsed.getLineAndCharacterOfPosition(node.getStart());
    if (hasWords(text)) found.push(`${file}:${String(line + 1)} ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text);
    if (ts.isJsxExpression(node) && node.expression !== undefined && !ts.isJsxAttribute(node.parent)) {
      if (ts.isStringLiteralLike(node.expression)) note(node, node.expression.text);
    }
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText())) {
      const value = node.initializer;
      if (value !== undefined && ts.isStringLiteral(value)) note(node, value.text);
      if (value !== undefined && ts.isJsxExpression(value) && value.expression !== undefined) {
        if (ts.isStringLiteralLike(value.expression)) note(node, value.expression.text);
        if (ts.isTemplateExpression(value.expression)) {
          note(
            node,
            [value.expression.head.text, ...value.expression.templateSpans.map((s) => s.literal.text)].join(' '),
          );
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
};

test('every word of the interface comes from the catalogue', () => {
  const files = globSync('renderer/**/*.tsx', { cwd: root });
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((file) => literals(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test('words outside of the catalogue are noticed: text, labels, and labels with values in them', () => {
  const source = 'const A = (n: string) => <p aria-label={`Name of ${n}`} title="Here">Hello{"there"} · 1</p>;';
  expect(literals('a.tsx', source)).toHaveLength(4);
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
