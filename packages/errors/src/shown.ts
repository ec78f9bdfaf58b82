// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** A path, a name or a reference is whole; 10 kB of a name help nobody. */
const MAX_LENGTH = 200;

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Text as it may stand in a message or a log line: what is invisible, turns the
 * direction of writing or ends the line is escaped as `\u{…}`. Doing it twice
 * is the same as doing it once.
 */
export function visible(text: string): string {
  return text.replace(
    INVISIBLE,
    character => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

/**
 * Somebody's input as it may stand in a message: made {@link visible}, and cut
 * after `limit` characters with a note of how many there were.
 *
 * @public
 */
export function shown(value: string | number, limit = MAX_LENGTH): string {
  const characters = Array.from(String(value));
  if (characters.length <= limit) return visible(characters.join(''));
  return `${visible(characters.slice(0, limit).join(''))}… (${
    characters.length
  } characters)`;
}
