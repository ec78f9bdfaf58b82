// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// One path is one state, one row of the catalog and one lock. A unit of a stack and a unit of its own, or units of two
// stacks, can come to the same path without any file being written twice, so a new one is looked for here.
import type { ChangeFile } from '@fairway/backstage-plugin-self-service-common';
import { isIacError, parseHcl } from '@fairway/iac';
import { selfServiceError } from '../errors';
import type { BaseReader } from './types';

const UNIT_FILE = 'terragrunt.hcl';
const STACK_FILE = 'terragrunt.stack.hcl';

/**
 * Refuses a new unit whose path another file makes, at the base or in the change. What the change takes away counts as
 * well: until it is applied, its state is there.
 *
 * @throws NotAllowedError `unit-path-taken`
 */
export async function checkPathFree(
  unit: { folder: string; file: string },
  options: { base: BaseReader; files: ChangeFile[] },
): Promise<void> {
  const { folder, file } = unit;
  const own = `${folder}/${UNIT_FILE}`;
  const stacks = foldersAbove(folder).map(above =>
    above ? `${above}/${STACK_FILE}` : STACK_FILE,
  );
  for (const other of [own, ...stacks].filter(path => path !== file)) {
    for (const content of await contentsOf(other, options)) {
      if (other === own || (await makes(other, content, folder))) {
        throw selfServiceError('unit-path-taken', { folder, file, other });
      }
    }
  }
}

/** As it is at the base, and as the change has it. */
async function contentsOf(
  path: string,
  options: { base: BaseReader; files: ChangeFile[] },
): Promise<string[]> {
  const { base, files } = options;
  const before = await base.read(path);
  const change = files.find(file => file.path === path);
  return [
    ...(before === undefined ? [] : [before]),
    ...(change && 'content' in change ? [change.content] : []),
  ];
}

async function makes(
  stack: string,
  content: string,
  folder: string,
): Promise<boolean> {
  const above = stack.slice(0, -STACK_FILE.length);
  try {
    const { body } = await parseHcl(content);
    return body.blocks.some(({ type, body: { attributes } }) => {
      const path = attributes.find(({ name }) => name === 'path')?.value;
      return (
        type === 'unit' &&
        path?.kind === 'literal' &&
        `${above}${path.value}` === folder
      );
    });
  } catch (error) {
    // Nothing is generated of a stack that does not parse; one that is written is refused where it is read.
    if (isIacError(error)) return false;
    throw error;
  }
}

function foldersAbove(folder: string): string[] {
  const segments = folder.split('/');
  return segments.map((_, index) =>
    segments.slice(0, segments.length - 1 - index).join('/'),
  );
}
