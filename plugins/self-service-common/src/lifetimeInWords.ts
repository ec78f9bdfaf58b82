// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseDuration, wordsOfMilliseconds } from '@fairway/requests-common';

/**
 * A lifetime for people, exactly, in the largest unit that says it whole: `P14D` as "14 days", `P1DT12H` as "36 hours".
 *
 * @throws InputError `duration-invalid`
 * @public
 */
export function lifetimeInWords(lifetime: string): string {
  return wordsOfMilliseconds(String(parseDuration(lifetime)), 'en') ?? lifetime;
}
