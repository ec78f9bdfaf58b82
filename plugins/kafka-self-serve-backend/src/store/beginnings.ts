// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Every beginning of a name, itself too: at most as many keys of an index as it has letters. */
export function beginningsOf(name: string): string[] {
  return Array.from(name.split(''), (_, index) => name.slice(0, index + 1));
}
