// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type HclBlock, type HclExpression, parseHcl } from '@fairway/iac';

export const UNIT_FILE = 'terragrunt.hcl';
export const STACK_FILE = 'terragrunt.stack.hcl';

/** A block of a file by its type and name. */
export async function findBlock(
  content: string,
  { type, name }: { type: string; name: string },
): Promise<HclBlock | undefined> {
  const { body } = await parseHcl(content);
  return body.blocks.find(
    block => block.type === type && block.labels[0] === name,
  );
}

export function valueOf(
  block: HclBlock,
  name: string,
): HclExpression | undefined {
  return block.body.attributes.find(each => each.name === name)?.value;
}

/** The text of an attribute; undefined where it is none. */
export function literalOf(block: HclBlock, name: string): string | undefined {
  const value = valueOf(block, name);
  return value?.kind === 'literal' && typeof value.value === 'string'
    ? value.value
    : undefined;
}

/** The folder of a file; "" at the top. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
