// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { HclExpression } from '../hcl/types';

type IncludedFile =
  | { by: 'parent-name'; parent: string }
  | { by: 'beside-parent'; parent: string; path: string }
  | { by: 'path'; path: string };

const FILE = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;
const BELOW = /^(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)+$/;

/**
 * The file that an include's path names, in one of the three forms that there are:
 * `find_in_parent_folders("root.hcl")`, `"${dirname(find_in_parent_folders("root.hcl"))}/_envcommon/x.hcl"`, or text.
 */
export function includedFile(path: HclExpression): IncludedFile | undefined {
  if (path.kind === 'literal' && typeof path.value === 'string') {
    return { by: 'path', path: path.value };
  }
  const direct = parentName(path);
  if (direct !== undefined) return { by: 'parent-name', parent: direct };
  if (path.kind !== 'template' || path.heredoc) return undefined;

  const [first, second, ...rest] = path.parts;
  if (first?.kind !== 'interpolation' || second?.kind !== 'text') {
    return undefined;
  }
  const folderOf = first.expression;
  if (folderOf.kind !== 'call' || folderOf.name !== 'dirname') return undefined;
  const [inner, ...more] = folderOf.arguments;
  const parent = inner && parentName(inner);
  return parent !== undefined &&
    more.length + rest.length === 0 &&
    BELOW.test(second.text)
    ? { by: 'beside-parent', parent, path: second.text.slice(1) }
    : undefined;
}

function parentName(expression: HclExpression): string | undefined {
  if (expression.kind !== 'call') return undefined;
  if (expression.name !== 'find_in_parent_folders') return undefined;
  const [name, ...rest] = expression.arguments;
  return name?.kind === 'literal' &&
    typeof name.value === 'string' &&
    rest.length === 0 &&
    FILE.test(name.value)
    ? name.value
    : undefined;
}
