import type { Sentences } from '../../sentences/sayer.ts';

/** What undoing answers. */
export const undo: Sentences = {
  'This was too long ago. Undo it in the history of the record.':
    'Das ist zu lange her. Mach es im Verlauf des Datensatzes rückgängig.',
  'Nothing was changed, so there is nothing to undo.':
    'Es wurde nichts geändert, also gibt es nichts rückgängig zu machen.',
  'A report stays as it was said. Report the right value as a new update.':
    'Eine Meldung bleibt, wie sie war. Melde den richtigen Wert als neuen Stand.',
  'There are two versions of “{{0}}”. Choose between them first.':
    'Von „{{0|said}}“ gibt es zwei Fassungen. Entscheide dich zuerst für eine.',
  'Somebody has changed “{{0}}” since, so this is not undone.':
    '„{{0|said}}“ wurde seitdem von jemand anderem geändert, deshalb wird das nicht rückgängig gemacht.',
  'You have changed “{{0}}” again since. Undo the later change first.':
    'Du hast „{{0|said}}“ seitdem noch einmal geändert. Mach zuerst die spätere Änderung rückgängig.',
  '“{{0}}” is another one by now, so this is not undone.':
    '„{{0|said}}“ lautet inzwischen anders, deshalb wird das nicht rückgängig gemacht.',
  'This change is not on this machine.': 'Diese Änderung ist nicht auf diesem Rechner.',
  'Only your own changes can be undone.': 'Nur eigene Änderungen lassen sich rückgängig machen.',
  'This change is no part of the record, so there is nothing to undo.':
    'Diese Änderung gehört nicht zum Datensatz, also gibt es nichts rückgängig zu machen.',
  'This began the record. What has begun is not undone.':
    'Damit hat der Datensatz begonnen. Ein Anfang lässt sich nicht rückgängig machen.',
  'This changed nothing that could be undone.': 'Das hat nichts geändert, was sich rückgängig machen ließe.',
};
