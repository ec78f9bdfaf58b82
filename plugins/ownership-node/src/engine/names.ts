// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

const PLAIN = /^[\x21-\x7e]*$/;

/**
 * The form in which names are compared: trimmed, composed, lower case. Folding
 * twice is the same as folding once.
 */
export function fold(name: string): string {
  // Nearly every name is plain; composing is what takes the time.
  if (PLAIN.test(name)) return name.toLowerCase();
  return name.normalize('NFKC').toLowerCase().normalize('NFKC').trim();
}

/** Somebody's input as it may stand in a message or a log line: short, and on one line. */
export function shown(input: string): string {
  if (input.length <= 100 && PLAIN.test(input)) return input;
  const short = input.length > 100 ? `${input.slice(0, 100)}…` : input;
  return short.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    sign => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  );
}

/** Distance in single-letter edits, up to `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row.push(
        Math.min(row[j - 1] + 1, previous[j] + 1, previous[j - 1] + cost),
      );
    }
    previous = row;
  }
  return previous[b.length];
}

/** The known name that somebody most likely meant, if one is near enough. */
export function nearest(
  name: string,
  known: Iterable<string>,
): string | undefined {
  const folded = fold(name);
  const limit = folded.length < 5 ? 1 : 2;
  if (folded.length > 64) return undefined;
  let best: { name: string; distance: number } | undefined;
  for (const candidate of known) {
    const d = distance(folded, fold(candidate), limit);
    if (d <= limit && d < (best?.distance ?? Infinity)) {
      best = { name: candidate, distance: d };
    }
  }
  return best?.name;
}

/** The end of a message about an unknown name: the likely one, else the first few. */
export function writeInstead(name: string, known: Iterable<string>): string {
  const names = [...known];
  const near = nearest(name, names);
  if (near) return `did you mean "${near}"?`;
  if (!names.length) return 'none is defined';
  const more = names.length > 12 ? ', …' : '';
  return `write one of ${names.slice(0, 12).join(', ')}${more}`;
}

/** `changeTicket` as people say it: `change ticket`. */
export function words(attribute: string): string {
  return attribute.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}

/** `a, b and c`. */
export function enumerate(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items[items.length - 1]}`;
}
