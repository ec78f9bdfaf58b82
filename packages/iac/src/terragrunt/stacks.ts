// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Evaluator } from '../evaluate/Evaluator';
import { fromRoot } from '../evaluate/Repository';
import { Scope } from '../evaluate/types';
import { HclBlock } from '../hcl/types';

/**
 * The folder that Terragrunt generates a stack's unit in: below `.terragrunt-stack` beside the stack's file, or with
 * `no_dot_terragrunt_stack` right beside it.
 */
export function generatedFolder(
  block: HclBlock,
  scope: Scope,
  evaluator: Evaluator,
): string | undefined {
  const find = (name: string) =>
    block.body.attributes.find(attribute => attribute.name === name)?.value;
  const path = find('path');
  const text = path && evaluator.string(path, scope);
  if (text === undefined) return undefined;
  const beside = find('no_dot_terragrunt_stack');
  const isBeside = beside?.kind === 'literal' && beside.value === true;
  const folder = isBeside
    ? scope.unitFolder
    : [scope.unitFolder, '.terragrunt-stack'].filter(Boolean).join('/');
  return fromRoot(folder, text);
}

/** The folder in this repository that a stack's unit is made from; undefined for one from elsewhere. */
export function templateOf(
  block: HclBlock,
  scope: Scope,
  evaluator: Evaluator,
): string | undefined {
  const source = block.body.attributes.find(({ name }) => name === 'source');
  const text = source && evaluator.string(source.value, scope);
  return text !== undefined && /^(\.{1,2}(\/|$)|\0)/.test(text)
    ? fromRoot(scope.unitFolder, text.replace('//', '/'))
    : undefined;
}
