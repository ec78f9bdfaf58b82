// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** The full entity ref of a group. Throws for anything else. */
export function readGroup(ref: string): string {
  const parsed = parseEntityRef(ref);
  if (parsed.kind.toLocaleLowerCase('en-US') !== 'group') {
    throw new Error(`"${ref}" is not a group`);
  }
  return stringifyEntityRef(parsed);
}
