// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestAction } from '@fairway/requests-common';

/** Why nothing is allowed. */
export const CAUSE = 'Ask the group orders for it.';
const NO: RequestAction = { allowed: false, because: CAUSE };

/** None of the actions of a view is allowed any more. */
export const refusedOf = <Name extends string>(
  actions: Record<Name, RequestAction>,
) =>
  Object.fromEntries(Object.keys(actions).map(name => [name, NO])) as Record<
    Name,
    RequestAction
  >;

/** More of something than any page may draw. */
export const many = <T>(make: (index: number) => T): T[] =>
  Array.from({ length: 500 }, (_, index) => make(index));

/** No page draws more rows and items than these, of all its lists together. */
export const MOST_DRAWN = 300;
