// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
/**
 * What shows nothing, or turns the order of what is read: format characters, fillers. Not the joiners inside an emoji
 * or an Arabic word, and not the selectors of an emoji's look.
 */
const INVISIBLE =
  /(?!(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})|(?<=\p{Script=Arabic})\u200c(?=\p{Script=Arabic})|[\ufe00-\ufe0f])[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const NOTHING_TO_SEE =
  /^[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Whether a text shows nothing: empty, spaces, invisible characters. */
export function isBlank(text: string): boolean {
  return NOTHING_TO_SEE.test(text);
}

export function hasInvisible(text: string): boolean {
  return text.search(INVISIBLE) !== -1;
}

/** Invisible characters as their code: `\u{202e}`. */
export function showInvisible(text: string): string {
  return text.replace(
    INVISIBLE,
    character => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}

/** Text on one line: control characters and line breaks become spaces, invisible ones their code. */
export function oneLine(text: string): string {
  return showInvisible(text.replace(CONTROL, ' '))
    .replace(/ {2,}/g, ' ')
    .trim();
}
