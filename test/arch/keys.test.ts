import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const files = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.startsWith('renderer/i18n'));
const parsed = files.map((file) => ({
  file: file.replaceAll('\\', '/'),
  source: ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true),
}));

const every = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  visit(node);
  ts.forEachChild(node, (child) => {
    every(child, visit);
  });
};

/** What an object literal says of a name, as it is written. */
const propertyOf = (node: ts.ObjectLiteralExpression, name: string): string | undefined =>
  node.properties
    .find((one): one is ts.PropertyAssignment => ts.isPropertyAssignment(one) && one.name.getText() === name)
    ?.initializer.getText();

/** Every binding that is written out: an object with `keys`, `label` and `run`. */
const bindings = parsed.flatMap(({ file, source }) => {
  const found: { readonly file: string; readonly keys: string; readonly label: string; readonly hidden: boolean }[] =
    [];
  every(source, (node) => {
    if (!ts.isObjectLiteralExpression(node)) return;
    const [keys, label] = [propertyOf(node, 'keys'), propertyOf(node, 'label')];
    if (keys === undefined || label === undefined) return;
    found.push({ file, keys: keys.replaceAll("'", ''), label, hidden: propertyOf(node, 'hidden') === 'true' });
  });
  return found;
});

test('the tests of this file find the bindings of the interface', () => {
  expect(bindings.length).toBeGreaterThan(50);
});

test('only the registry listens to the window: what it does not know, `?` and the palette could not show', () => {
  const listeners = parsed.flatMap(({ file, source }) => {
    const found: string[] = [];
    every(source, (node) => {
      if (!ts.isCallExpression(node) || !node.expression.getText().endsWith('addEventListener')) return;
      if (/key(down|up|press)/u.test(node.arguments[0]?.getText() ?? '')) found.push(file);
    });
    return found;
  });
  expect(listeners).toEqual(['renderer/ui/keys/listen.ts']);
});

test('a field or form takes no letter, digit or sign for itself: those are bindings, which `?` lists', () => {
  const taken = parsed.flatMap(({ file, source }) => {
    const found: string[] = [];
    every(source, (node) => {
      if (!ts.isJsxAttribute(node) || !/^onKey(Down|Up|Press)(Capture)?$/u.test(node.name.getText())) return;
      every(node, (inside) => {
        const compared =
          ts.isStringLiteralLike(inside) &&
          ts.isBinaryExpression(inside.parent) &&
          inside.parent.getText().includes('.key ');
        const named = ts.isPropertyAssignment(inside) && inside.name.getText().replaceAll("'", '').length === 1;
        if (compared && inside.text.length === 1) found.push(`${file}: ${inside.text}`);
        if (named) found.push(`${file}: ${inside.name.getText()}`);
      });
    });
    return found;
  });
  expect(taken).toEqual([]);
});

test('a key that is left out of `?` is a second way to an act that stands there', () => {
  const alone = bindings.filter(
    ({ file, label, hidden }) =>
      hidden && !bindings.some((other) => !other.hidden && other.file === file && other.label === label),
  );
  expect(alone).toEqual([]);
});

test('a key that stands on a button is one that the same feature, or the window around it, has registered', () => {
  const registered = new Set(bindings.map(({ file, keys }) => `${file.split('/').slice(0, 3).join('/')} ${keys}`));
  const idle = parsed.flatMap(({ file, source }) => {
    const found: string[] = [];
    every(source, (node) => {
      if (!ts.isJsxAttribute(node) || node.name.getText() !== 'keys' || node.initializer === undefined) return;
      if (!ts.isStringLiteral(node.initializer)) return;
      const key = node.initializer.text;
      const feature = file.split('/').slice(0, 3).join('/');
      // Longer names are what fields, forms and dialogs do by themselves.
      const known = [feature, 'renderer/app/shell.tsx'].some((place) => registered.has(`${place} ${key}`));
      if (key.length === 1 && !known) found.push(`${file}: ${key}`);
    });
    return found;
  });
  expect(idle).toEqual([]);
});

test('every menu is one whose acts are in the palette, and every button registers itself there', () => {
  // The theme says how they look.
  const drawn = parsed.filter(({ file }) => file.endsWith('.tsx'));
  const others = drawn.flatMap(({ file, source }) => {
    const found: string[] = [];
    every(source, (node) => {
      if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return;
      if (node.moduleSpecifier.text !== '@mantine/core') return;
      every(node, (name) => {
        if (!ts.isImportSpecifier(name)) return;
        const imported = (name.propertyName ?? name.name).text;
        if (['Menu', 'Button', 'ActionIcon', 'UnstyledButton', 'CloseButton'].includes(imported))
          found.push(`${file}: ${imported}`);
      });
    });
    return found;
  });
  expect(others).toEqual(['renderer/ui/control/act-menu.tsx: Menu', 'renderer/ui/control/button.tsx: Button']);
});
