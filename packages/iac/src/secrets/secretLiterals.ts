// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Secrets that show themselves by their form. A scanner knows many more; these are the ones that are never anything else,
// so that a change may be refused for one.
const FORMS: { what: string; pattern: RegExp }[] = [
  { what: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
  {
    what: 'an AWS access key',
    pattern: /\b(?:AKIA|ASIA)(?!.{0,12}EXAMPLE)[A-Z0-9]{16}\b/,
  },
  {
    what: 'a GitHub token',
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{50,})\b/,
  },
  { what: 'a GitLab token', pattern: /\bglpat-[A-Za-z0-9_-]{20,}/ },
  { what: 'a Slack token', pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/ },
  { what: 'a Google API key', pattern: /\bAIza[A-Za-z0-9_-]{35}\b/ },
  { what: 'a Stripe key', pattern: /\b[rs]k_live_[A-Za-z0-9]{16,}\b/ },
  {
    what: 'a JSON web token',
    pattern:
      /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/,
  },
  {
    what: 'an address with a password in it',
    pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"']+:[^\s/@"'$]{3,}@/,
  },
];

/** Where a text has what looks like a secret; the secret itself is not told. @public */
export interface SecretLiteral {
  /** `an AWS access key`. */
  what: string;
  /** From 1. */
  line: number;
}

/**
 * Secrets that can be told by their form alone, at most one a line.
 *
 * @param isLooked - which lines are looked at, from 1; all of them if left out
 * @public
 */
export function secretLiterals(
  text: string,
  isLooked: (line: number) => boolean = () => true,
): SecretLiteral[] {
  return text.split('\n').flatMap((content, index) => {
    const line = index + 1;
    if (!isLooked(line)) return [];
    const form = FORMS.find(({ pattern }) => pattern.test(content));
    return form ? [{ what: form.what, line }] : [];
  });
}
