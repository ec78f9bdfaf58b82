// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** "changeTicket" and "change_ticket" as "change ticket". */
export function inWords(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_.-]+/g, ' ')
    .toLowerCase();
}

/** "changeTicket" as "Change ticket". */
export function asTitle(name: string): string {
  const words = inWords(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "changeTicket" as "a change ticket". */
export function withArticle(name: string): string {
  const words = inWords(name);
  return `${/^[aeio]/.test(words) ? 'an' : 'a'} ${words}`;
}
