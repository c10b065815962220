/** Half of a character that takes two code units: no encoding can write it, so a page that has it differs from its own file. */
export const LONE_SURROGATE = /\p{Surrogate}/u;

/** Embeddings, overrides and isolates: what stands after one is shown in another order than it is written. */
export const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/;

const BIDI_CONTROLS = new RegExp(BIDI_CONTROL, "g");

/** The text in the order in which it is written. Letters keep their own direction. */
export function withoutBidiControls(text: string): string {
  return text.replace(BIDI_CONTROLS, "");
}

/** Anything but blanks, controls, and characters that leave no mark (joiners, fillers, the empty Braille cell). */
export const VISIBLE = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u;
