// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { wordsOfBytes, wordsOfMilliseconds } from '@fairway/requests-common';
import { localMoments } from '../../components/RelativeTime/localMoments';

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const NUMBER = /^\d+$/;
const LEAST_BYTES = 1_000;

/** What a value says to people where its field or its form tells: `604800000` of `retention.ms` is `7 days`. */
export function valueInWords(
  path: string,
  value: string,
  language?: string,
): string | undefined {
  if (MOMENT.test(value)) return localMoments(value, language);
  if (!NUMBER.test(value)) return undefined;
  if (path.endsWith('.ms')) return wordsOfMilliseconds(value, language);
  const number = Number(value);
  return path.endsWith('.bytes') && number >= LEAST_BYTES
    ? wordsOfBytes(number, language)
    : undefined;
}
