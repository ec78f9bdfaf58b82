// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { requestError } from '../errors';

/** Where a page begins: behind or before a number, in the order of the list. */
export interface Position {
  number: number;
  side: 'after' | 'before';
}

type Order = 'newest' | 'oldest';

const FORM = /^(newest|oldest) (after|before) ([1-9][0-9]{0,9})$/;

export function toCursor(position: Position, order: Order): string {
  return Buffer.from(`${order} ${position.side} ${position.number}`).toString(
    'base64url',
  );
}

/** @throws InputError `cursor-invalid` */
export function fromCursor(cursor: string, order: Order): Position {
  const match = FORM.exec(Buffer.from(cursor, 'base64url').toString());
  if (!match) {
    throw requestError('cursor-invalid', {
      cursor,
      reason: 'is not one of ours',
    });
  }
  if (match[1] !== order) {
    throw requestError('cursor-invalid', {
      cursor,
      reason: `belongs to a list with the order "${match[1]}"`,
    });
  }
  return { side: match[2] as Position['side'], number: Number(match[3]) };
}
