/**
 * A part of a catalogue in another language. Its keys are those of English, which test/unit/renderer/catalogues holds
 * them to; the type stays open so that a key English has just lost or gained never stops the build: what a language
 * lacks is shown in English.
 */
export interface Messages {
  readonly [key: string]: string | Messages;
}
