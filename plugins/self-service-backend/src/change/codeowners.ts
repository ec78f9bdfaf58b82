// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import picomatch from 'picomatch';

/** Where GitHub looks for the file; the first that is there counts. */
export const CODEOWNERS_PATHS = [
  '.github/CODEOWNERS',
  'CODEOWNERS',
  'docs/CODEOWNERS',
];

/**
 * Owners of files by a CODEOWNERS file, as they are written there without `@`, each once: of each file the last line that
 * matches counts, and a line without owners makes it nobody's.
 *
 * Source: GitHub's "About code owners", CODEOWNERS syntax.
 */
export function codeOwnersOf(text: string, paths: string[]): string[] {
  const lines = text.split(/\r?\n/).flatMap(lineOf);
  const owners = paths.flatMap(
    path => lines.findLast(({ matches }) => matches(path))?.owners ?? [],
  );
  return [...new Set(owners)];
}

function lineOf(
  line: string,
): { matches: (path: string) => boolean; owners: string[] }[] {
  const [pattern, ...owners] = line
    .replace(/(^|\s)#.*$/, '')
    .trim()
    // A blank in a path is written with a backslash before it.
    .split(/(?<!\\)\s+/);
  // Neither negation nor sets are part of the syntax.
  if (!pattern || pattern.startsWith('!') || pattern.includes('[')) return [];
  const globs = globsOf(pattern.replaceAll('\\ ', ' '));
  const matches = picomatch(globs, {
    dot: true,
    nobrace: true,
    noext: true,
    nonegate: true,
  });
  return [{ matches, owners: owners.map(owner => owner.replace(/^@/, '')) }];
}

/** A pattern as globs from the root; one without a slash in front or in the middle holds in every folder. */
function globsOf(pattern: string): string[] {
  const isAnchored = pattern.replace(/\/$/, '').includes('/');
  const plain = pattern.replace(/^\//, '');
  const glob = isAnchored ? plain : `**/${plain}`;
  if (glob.endsWith('/')) return [`${glob}**`];
  // `docs/*` is about the files in it, and not those further below.
  return /\/\*$/.test(glob) ? [glob] : [glob, `${glob}/**`];
}
