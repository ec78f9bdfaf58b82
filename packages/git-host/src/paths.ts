// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { gitHostError } from './errors';

/** Longest path and longest segment, in bytes of UTF-8. @public */
export const PATH_LIMITS = { pathBytes: 1024, segmentBytes: 255 } as const;

/** Letters, marks and digits of every script, and the few signs that no shell, URL or file system gives a meaning to. */
const SEGMENT = /^[\p{L}\p{M}\p{N}._@+=,() -]+$/u;
/** Devices of Windows: a checkout there fails, with any extension. */
const WINDOWS_DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

const bytes = (text: string) => Buffer.byteLength(text, 'utf8');

/** Git's own folder under every name that some file system takes for it. */
const isGitFolder = (segment: string) =>
  /^\.git[. ]*$/i.test(segment) ||
  /^\.git[. ]*:/i.test(segment) ||
  /^git~[0-9]+[. ]*$/i.test(segment);

function segmentProblem(segment: string): string | undefined {
  if (segment === '') {
    return 'has an empty segment';
  }
  if (segment === '.' || segment === '..') {
    return `has the segment ${segment}`;
  }
  if (isGitFolder(segment)) {
    return "reaches into Git's own folder";
  }
  if (bytes(segment) > PATH_LIMITS.segmentBytes) {
    return `has a segment of more than ${PATH_LIMITS.segmentBytes} bytes`;
  }
  if (/[. ]$/.test(segment)) {
    return 'has a segment that ends with a dot or a space';
  }
  if (/^[ -]/.test(segment)) {
    return 'has a segment that begins with a space or a hyphen';
  }
  if (WINDOWS_DEVICE.test(segment)) {
    return `has the segment ${segment}, a device name`;
  }
  const foreign = Array.from(segment).find(
    character => !SEGMENT.test(character),
  );
  return foreign === undefined
    ? undefined
    : `has the character ${foreign}, which is not allowed`;
}

/** Why a path must not be written; undefined when it may. */
function pathProblem(path: string): string | undefined {
  if (path === '') {
    return 'is empty';
  }
  if (bytes(path) > PATH_LIMITS.pathBytes) {
    return `has more than ${PATH_LIMITS.pathBytes} bytes`;
  }
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) {
    return 'is absolute';
  }
  if (path.includes('\\')) {
    return 'has a backslash';
  }
  if (/\p{Cc}/u.test(path)) {
    return 'has a control character';
  }
  if (path !== path.normalize('NFC')) {
    return 'is not in Unicode normal form C';
  }
  return path.split('/').map(segmentProblem).find(Boolean);
}

/**
 * Throws `git-path-invalid` for a path that must not be written: relative to the repository root, with `/`,
 * allow-listed characters, NFC, no `.`, `..`, empty segment or `.git` under any of its names.
 *
 * Needed because `git fast-import` itself takes `../evil` and `.git/config`.
 *
 * @public
 */
export function checkPath(path: string): void {
  const reason = pathProblem(path);
  if (reason) {
    throw gitHostError('git-path-invalid', { path, reason });
  }
}

/** For reading: repositories hold names that we would not write, so only what leaves the tree is refused. */
export function checkReadPath(path: string): void {
  const segments = path.split('/');
  const reason =
    (/[\0\n]/.test(path) && 'has a control character') ||
    (segments.includes('') && 'is absolute or has an empty segment') ||
    (segments.some(segment => segment === '.' || segment === '..') &&
      'has the segment . or ..');
  if (reason) {
    throw gitHostError('git-path-invalid', { path, reason });
  }
}

/** The same key for names that a file system without case cannot keep apart. */
export function caseKey(name: string): string {
  // Down and up: the capital sharp s only meets `SS` by way of its small form.
  return name.normalize('NFC').toLowerCase().toUpperCase().normalize('NFC');
}

/** `a/b/c` gives `''`, `a`, `a/b`. */
export function parentFolders(path: string): string[] {
  const segments = path.split('/');
  return segments.map((_, index) => segments.slice(0, index).join('/'));
}
