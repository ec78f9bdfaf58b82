// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HclBlock } from '@fairway/iac';

/** The text of an attribute; undefined where it is none. */
export function literalOf(block: HclBlock, name: string): string | undefined {
  const value = block.body.attributes.find(each => each.name === name)?.value;
  return value?.kind === 'literal' && typeof value.value === 'string'
    ? value.value
    : undefined;
}

/** A folder below that of a file. */
export function folderOf(path: string, below = ''): string {
  return [parentOf(path), below].filter(Boolean).join('/');
}

export function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
