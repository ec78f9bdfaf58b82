// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { selfServiceError, wordsOf } from '../errors';

/** Reads a key of the configuration; whatever is wrong is told with its name. */
export function at<T>(key: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw invalid(key, wordsOf(error), error);
  }
}

export function invalid(key: string, problem: string, cause?: unknown) {
  return selfServiceError('config-invalid', { key, problem }, { cause });
}
