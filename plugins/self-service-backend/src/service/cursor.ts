// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { selfServiceError } from '../errors';

/** The cursor of a page is the number of its last change; encoded, so that nobody builds on that. */
export function encodeCursor(number: number): string {
  return Buffer.from(`n${number}`).toString('base64url');
}

/** @throws InputError `input-invalid` */
export function decodeCursor(cursor: string): number {
  const match = /^n([1-9][0-9]{0,8})$/.exec(
    Buffer.from(cursor, 'base64url').toString('utf8'),
  );
  if (!match) {
    throw selfServiceError('input-invalid', {
      problems: `the cursor "${cursor.slice(
        0,
        50,
      )}" is not one that this list gave`,
    });
  }
  return Number(match[1]);
}
