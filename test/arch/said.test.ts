import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Fields of queries that hold a sentence of the engine and nothing else, by names that no other field has. */
const sentences = new Set(['metText', 'notComputed', 'readOnlyReason', 'leave', 'impossible', 'whyNot', 'damage']);

/** Titles that the engine makes where nobody gave one, "Check-in of Ana, week 19": `useSaidTitle` says those. */
const titles = new Set(['hit.title']);

/** Attributes whose text a person reads or hears. */
const spoken = new Set(['aria-label', 'error', 'label', 'note', 'refusal', 'sentence', 'title']);

/** Every field that an expression may come to, so that it is shown as it is: both sides of a choice, joined pieces. */
const shown = (node: ts.Expression): readonly ts.PropertyAccessExpression[] => {
  if (ts.isPropertyAccessExpression(node)) return [node];
  if (ts.isTemplateExpression(node)) return node.templateSpans.flatMap(({ expression }) => shown(expression));
  if (ts.isConditionalExpression(node)) return [...shown(node.whenTrue), ...shown(node.whenFalse)];
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return shown(node.expression);
  if (!ts.isBinaryExpression(node)) return [];
  const { kind } = node.operatorToken;
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return shown(node.right);
  const joins = [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.PlusToken];
  return joins.includes(kind) ? [...shown(node.left), ...shown(node.right)] : [];
};

/** Sentences of the engine that a source shows without having them said in the window's language. */
const unsaid = (file: string, source: string): readonly string[] => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxExpression(node) && node.expression !== undefined) {
      const { parent } = node;
      if (!ts.isJsxAttribute(parent) || spoken.has(parent.name.getText()))
        for (const field of shown(node.expression))
          if (sentences.has(field.name.text) || titles.has(field.getText())) found.push(`${file}: ${field.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
};

test('no sentence of the engine is shown as it came: `useSaid` says it in the language of the window', () => {
  const files = globSync('renderer/**/*.tsx', { cwd: root });
  expect(files.length).toBeGreaterThan(150);
  expect(files.flatMap((file) => unsaid(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test.each([
  ['by itself', '<p>{data.leave}</p>'],
  ['before what stands in for it', "<p>{goal.metText ?? (goal.progress === null ? '' : percent(goal.progress))}</p>"],
  ['behind a condition', '<p>{row.notComputed !== null && row.notComputed}</p>'],
  ['as a title', '<p title={data.leave ?? undefined} />'],
  ['as a title that was made', "<b>{hit.title === '' ? t('untitled') : hit.title}</b>"],
  ['in a longer label', '<p aria-label={data.leave === null ? name : `${name}. ${data.leave}`} />'],
])('a sentence that nobody says is noticed: %s', (_, source) => {
  expect(unsaid('a.tsx', `const a = ${source};`)).toHaveLength(1);
});

test('what is said, compared or handed on is not shown', () => {
  const source = '<A met={row.metText} b={row.metText === null}>{row.metText !== null && said(row.metText)}</A>;';
  expect(unsaid('a.tsx', source)).toEqual([]);
});
