// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { engineError } from './errors';
import { shown } from './names';

/**
 * A glob as the lines of a CODEOWNERS file, which knows `*`, `**` and `?` but
 * neither braces nor sets.
 *
 * @throws InputError `ownership-glob-unsupported`
 */
export function codeownersPatterns(glob: string): string[] {
  if (/[!()\\]|\s/.test(glob)) {
    throw engineError('ownership-glob-unsupported', { glob: shown(glob) });
  }
  return braces(glob).map(pattern => {
    // A set protects more as "any letter", never less.
    const plain = pattern.replace(/\[[^\]]*\]/g, '?');
    const folder = plain.replace(/\/\*\*$/, '/');
    // Without a slash in front or in the middle, a line holds in every folder.
    return folder.startsWith('**/') ? folder : `/${folder.replace(/^\//, '')}`;
  });
}

/** `a.{b,c}` as `a.b` and `a.c`. */
function braces(glob: string): string[] {
  const inner = /\{([^{}]*)\}/.exec(glob);
  if (!inner) return [glob];
  const before = glob.slice(0, inner.index);
  const after = glob.slice(inner.index + inner[0].length);
  return inner[1]
    .split(',')
    .flatMap(each => braces(`${before}${each}${after}`));
}
