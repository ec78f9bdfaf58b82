// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { wordsOfBytes, wordsOfMilliseconds } from '@fairway/requests-common';

const LANGUAGE = 'en';

/** A value as it is set, and beside it what it says to people: `604800000 (7 days)`. */
export function configInWords(key: string, value: string): string {
  const words = wordsOf(key, value);
  return words === undefined ? value : `${value} (${words})`;
}

function wordsOf(key: string, value: string): string | undefined {
  if (/retention\.(?:ms|bytes)$/.test(key) && value === '-1') {
    return 'no limit';
  }
  if (key.endsWith('.ms')) return wordsOfMilliseconds(value, LANGUAGE);
  const number = Number(value);
  return key.endsWith('.bytes') && number >= 1000
    ? wordsOfBytes(number, LANGUAGE)
    : undefined;
}
