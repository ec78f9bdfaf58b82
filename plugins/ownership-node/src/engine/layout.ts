// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { engineError } from './errors';
import type { CompiledLayout, CompiledPolicy } from './model';
import { enumerate, fold, shown } from './names';

const PLACEHOLDERS = [
  'account',
  'region',
  'environment',
  'unit',
  'service',
] as const;
const PLACEHOLDER = /\{([^{}]*)\}/g;

/** Which target a path belongs to; what the pattern does not name is left out. @public */
export interface PathTarget {
  /** As the path has it: a name that the repository resolves to an account id. */
  account?: string;
  region?: string;
  /** Canonical if the policy knows it, else as the path has it. */
  environment?: string;
  unit?: string;
  /** Canonical if the policy knows it, else as the path has it. */
  service?: string;
  /** The part of the path that the target lives in, without a slash at the end. */
  folder: string;
}

/** Compiles one `glob` of `layout:`; a string says what is wrong with it. */
export function compileGlob(
  glob: string,
): Pick<CompiledLayout, 'pattern' | 'depth'> | string {
  const segments = glob.split('/');
  const example = "such as 'deploy/{environment}/{service}/**'";
  if (segments.some(part => ['', '.', '..'].includes(part))) {
    return `"${glob}" is not a relative path: write one without empty, "." and ".." segments, ${example}`;
  }
  const names = [...glob.matchAll(PLACEHOLDER)].map(match => match[1]);
  const unknown = names.find(name => !PLACEHOLDERS.some(p => p === name));
  if (unknown !== undefined) {
    return `Unknown placeholder "{${unknown}}": write ${enumerate(
      PLACEHOLDERS.map(name => `{${name}}`),
      'or',
    )}`;
  }
  if (new Set(names).size !== names.length) {
    return `"${glob}" has a placeholder twice: write each once`;
  }
  if (!names.length) {
    return `"${glob}" names no target: write at least one placeholder, ${example}`;
  }
  let depth = 0;
  const patterns: string[] = [];
  for (const [index, segment] of segments.entries()) {
    if (segment === '**') {
      if (index !== segments.length - 1) {
        return `"**" is not the last segment of "${glob}": move it to the end`;
      }
      // At least one segment: a file beside the folders is no target of its own.
      patterns.push('.+');
    } else {
      if (segment.includes('**') || /[?[\]!]/.test(segment)) {
        return `"${segment}" is no segment of a layout: write plain names, {placeholders} and *`;
      }
      if ([...segment.matchAll(PLACEHOLDER)].length > 1) {
        return `"${segment}" has two placeholders in one segment: write one in each`;
      }
      patterns.push(segmentPattern(segment));
      if (!segment.includes('*') && depth === index) depth = index + 1;
    }
  }
  return { pattern: new RegExp(`^${patterns.join('/')}$`, 'su'), depth };
}

function segmentPattern(segment: string): string {
  return segment
    .split(/(\{[^{}]*\}|\*)/)
    .map(part => {
      if (part === '*') return '[^/]*';
      if (part.startsWith('{')) return `(?<${part.slice(1, -1)}>[^/]+)`;
      return part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    })
    .join('');
}

function checkPath(path: string) {
  const refuse = (reason: string) =>
    engineError('ownership-path-invalid', { path: shown(path), reason });
  if (!path) throw refuse('it is empty');
  if (path.length > 4_096) throw refuse('it is longer than 4096 characters');
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f\\]/.test(path)) {
    throw refuse('it has a backslash or a control character');
  }
  for (const segment of path.split('/')) {
    if (segment === '') throw refuse('it has an empty segment');
    if (segment === '.' || segment === '..') {
      throw refuse(`it has a "${segment}" segment`);
    }
  }
}

/**
 * The target that a file of a repository belongs to, by the `layout:` of the
 * policy.
 *
 * @param options - `repo` as the layout names it; `path` of a file, relative
 * to the repository's root
 * @throws InputError `ownership-path-invalid`, `ownership-path-without-layout`
 * (no entry matches), `ownership-path-ambiguous` (more than one does)
 * @public
 */
export function targetOfPath(
  policy: CompiledPolicy,
  options: { repo: string; path: string },
): PathTarget {
  const { repo, path } = options;
  checkPath(path);
  const inRepo = policy.internals.layout.filter(
    entry => entry.repo === fold(repo),
  );
  const matching = inRepo.flatMap(entry => {
    const match = entry.pattern.exec(path);
    return match ? [{ entry, groups: match.groups ?? {} }] : [];
  });
  const values = {
    path: shown(path),
    repo: shown(repo),
    source: policy.source,
  };
  if (!matching.length) {
    const examples = enumerate(
      (inRepo.length ? inRepo : policy.internals.layout).map(
        ({ glob, repo: of }) =>
          inRepo.length ? `"${glob}"` : `"${glob}" in "${of}"`,
      ),
      'or',
    );
    throw engineError('ownership-path-without-layout', {
      ...values,
      examples: examples || 'one that layout names (it has no entries)',
    });
  }
  if (matching.length > 1) {
    throw engineError('ownership-path-ambiguous', {
      ...values,
      globs: enumerate(
        matching.map(({ entry }) => `"${entry.glob}" (line ${entry.line})`),
      ),
    });
  }
  const [{ entry, groups }] = matching;
  const canonical = (kind: 'environment' | 'service') => {
    const name = groups[kind];
    if (name === undefined) return {};
    return {
      [kind]: policy.internals.byName[kind].get(fold(name))?.name ?? name,
    };
  };
  return {
    ...groups,
    ...canonical('environment'),
    ...canonical('service'),
    folder: path.split('/').slice(0, entry.depth).join('/'),
  };
}
