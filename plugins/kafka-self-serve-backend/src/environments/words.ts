// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Holdings } from '../domain/stored';

/** What keeps an environment from being deleted. */
type Held = Holdings & { requests: number };

const WORDS: Record<keyof Held, [string, string]> = {
  instances: ['application instance', 'application instances'],
  topics: ['topic', 'topics'],
  subjects: ['subject', 'subjects'],
  grants: ['grant', 'grants'],
  credentials: ['credential', 'credentials'],
  requests: ['open request', 'open requests'],
};

/** `3 application instances`, `1 topic`; nothing that there is none of. */
export function holdsInWords(holdings: Held): string[] {
  return (Object.keys(WORDS) as (keyof Held)[])
    .filter(key => holdings[key] > 0)
    .map(key => {
      const [one, many] = WORDS[key];
      return `${holdings[key]} ${holdings[key] === 1 ? one : many}`;
    });
}
