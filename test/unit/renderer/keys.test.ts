import { describe, expect, it } from 'vitest';
import { createKeyRegistry } from '#renderer/ui/keys/registry.ts';
import { chordOf } from '#renderer/ui/keys/chord.ts';
import type { KeyPress } from '#renderer/ui/keys/chord.ts';
import { manualTimers } from './manual-timers.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const view = { typing: false, dialog: false, onControl: false, rightToLeft: false };

const setUp = () => {
  const timers = manualTimers();
  const keys = createKeyRegistry({ timers });
  const ran: string[] = [];
  const bind = (binding: string, always = false) => ({
    keys: binding,
    label: binding,
    always,
    run: () => ran.push(binding),
  });
  return { timers, keys, ran, bind };
};

describe('chords', () => {
  it('are the same with Ctrl and with Cmd', () => {
    expect(chordOf(press('k', { ctrlKey: true }))).toBe('mod+k');
    expect(chordOf(press('k', { metaKey: true }))).toBe('mod+k');
  });
  it('take typed signs as they are and letters with Shift as such', () => {
    expect(chordOf(press('?', { shiftKey: true }))).toBe('?');
    expect(chordOf(press('X', { shiftKey: true }))).toBe('shift+x');
    expect(chordOf(press('Enter', { ctrlKey: true }))).toBe('mod+enter');
  });
  it('work on layouts without Latin letters by the physical key', () => {
    expect(chordOf(press('о', { code: 'KeyJ' }))).toBe('j');
  });
  it('lead on and back in the direction of the page', () => {
    expect(chordOf(press('ArrowRight'))).toBe('right');
    expect(chordOf(press('ArrowLeft'), true)).toBe('right');
    expect(chordOf(press('ArrowRight'), true)).toBe('left');
    expect(chordOf(press('ArrowDown'), true)).toBe('down');
  });
  it('leave Alt and bare modifiers alone', () => {
    expect(chordOf(press('j', { altKey: true }))).toBeUndefined();
    expect(chordOf(press('Shift', { shiftKey: true }))).toBeUndefined();
  });
});

describe('the key registry', () => {
  it('runs the newest binding of a key and falls back when it leaves', () => {
    const { keys, ran } = setUp();
    keys.add('everywhere', [{ keys: 'j', label: 'outer', run: () => ran.push('outer') }]);
    const leave = keys.add('here', [{ keys: 'j', label: 'inner', run: () => ran.push('inner') }]);
    keys.press(press('j'), view);
    leave();
    keys.press(press('j'), view);
    expect(ran).toEqual(['inner', 'outer']);
  });
  it('never fires while somebody types or a dialog is open, except for what is marked so', () => {
    const { keys, ran, bind } = setUp();
    keys.add('everywhere', [bind('j'), bind('mod+k', true)]);
    for (const place of [
      { ...view, typing: true },
      { ...view, dialog: true },
    ]) {
      expect(keys.press(press('j'), place)).toBe(false);
      expect(keys.press(press('k', { ctrlKey: true }), place)).toBe(true);
    }
    expect(ran).toEqual(['mod+k', 'mod+k']);
  });
  it('leaves Enter and Space to a focused control', () => {
    const { keys, ran, bind } = setUp();
    keys.add('here', [bind('enter'), bind('j')]);
    expect(keys.press(press('Enter'), { ...view, onControl: true })).toBe(false);
    expect(keys.press(press('j'), { ...view, onControl: true })).toBe(true);
    expect(ran).toEqual(['j']);
  });
  it('goes with g and a letter, and forgets a g that nothing follows', () => {
    const { keys, ran, bind, timers } = setUp();
    keys.add('go', [bind('g t')]);
    keys.add('here', [bind('t')]);
    keys.press(press('g'), view);
    keys.press(press('t'), view);
    keys.press(press('g'), view);
    timers.advance(5000);
    keys.press(press('t'), view);
    expect(ran).toEqual(['g t', 't']);
  });
});
