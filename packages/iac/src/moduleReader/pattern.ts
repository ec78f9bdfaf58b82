// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A regular expression of Terraform (RE2) as one of JSON Schema (ECMAScript, Unicode), where both read it alike.
 *
 * Syntax: https://github.com/google/re2/wiki/Syntax
 *
 * @returns undefined where they may differ
 */
export function patternOf(pattern: string): string | undefined {
  const differs =
    /\(\?(?!:)|\\[AzZCQEapPxX]|\[\[:|\\[0-7]|\(\*/.test(pattern) ||
    // Doubled and possessive repetitions.
    /[*+?}][*+]/.test(pattern);
  if (differs || pattern.length > 1_000) return undefined;
  try {
    return new RegExp(pattern, 'u').source === '(?:)' ? undefined : pattern;
  } catch {
    return undefined;
  }
}
