// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { shown, visible } from './shown';

/** Sentences are longer than names, and still no place for a whole file. */
const LONGEST_SENTENCE = 2000;

const ALONE = /^\{\w+\}$/;

/**
 * Puts the values into a message. Where one stands decides how it is shown:
 *
 * - in quotes, `"{path}"`, it is somebody's input: visible, on one line, short;
 * - outside of quotes, `{reason}`, it is a sentence: visible, on one line;
 * - as the whole message, `{problems}`, it is the words of another part of
 *   ours: whole, and its lines stay lines.
 */
export function formatMessage(
  message: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name, at: number) => {
    if (!Object.hasOwn(values, name)) return placeholder;
    if (ALONE.test(message)) {
      return String(values[name]).split('\n').map(visible).join('\n');
    }
    const isQuoted = message.slice(0, at).split('"').length % 2 === 0;
    return isQuoted
      ? shown(values[name])
      : shown(values[name], LONGEST_SENTENCE);
  });
}
