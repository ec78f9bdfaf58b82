// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import { gitHostError } from './errors';
import { caseKey, checkPath, parentFolders } from './paths';
import type { FileChange } from './types';

/** Sizes in bytes. @public */
export interface ChangeLimits {
  files: number;
  fileBytes: number;
  totalBytes: number;
}

/** @public */
export const DEFAULT_CHANGE_LIMITS: ChangeLimits = {
  files: 400,
  fileBytes: 1024 * 1024,
  totalBytes: 10 * 1024 * 1024,
};

/** A file to write, checked, with the id that Git will give its content. */
export interface FileWrite {
  path: string;
  content: Buffer;
  /** Undefined: as the file has it already. */
  executable?: boolean;
  blobSha: string;
}

/** A change set that holds no contradiction in itself. */
export interface CheckedFiles {
  writes: FileWrite[];
  deletes: string[];
}

const blobSha = (content: Buffer) =>
  createHash('sha1')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');

function toBytes(path: string, content: string | Uint8Array): Buffer {
  if (typeof content !== 'string') {
    return Buffer.from(content);
  }
  const encoded = Buffer.from(content, 'utf8');
  // A lone surrogate would silently become U+FFFD.
  if (/\p{Cs}/u.test(content)) {
    throw gitHostError('git-content-invalid', { path });
  }
  return encoded;
}

/** Two of a change's own paths that cannot be in one tree. */
function checkAmongThemselves(writes: FileWrite[]): void {
  const files = new Set(writes.map(({ path }) => path));
  const spelling = new Map<string, string>();
  for (const { path } of writes) {
    const folders = parentFolders(path).slice(1);
    const file = folders.find(folder => files.has(folder));
    if (file !== undefined) {
      throw gitHostError('git-path-type-conflict', {
        path,
        existing: file,
        reason: 'is a file in the same change, not a folder',
      });
    }
    for (const name of [...folders, path]) {
      const existing = spelling.get(caseKey(name));
      if (existing !== undefined && existing !== name) {
        throw gitHostError('git-path-case-collision', { path, existing });
      }
      spelling.set(caseKey(name), name);
    }
  }
}

/**
 * Checks paths, contents and sizes before anything is asked of Git.
 * Throws the catalogued error that names the first offending value.
 */
export function checkFiles(
  files: FileChange[],
  options: { limits: ChangeLimits; branch: string },
): CheckedFiles {
  const { limits, branch } = options;
  if (files.length === 0) {
    throw gitHostError('git-change-empty', { branch });
  }
  if (files.length > limits.files) {
    throw gitHostError('git-change-too-many-files', {
      count: files.length,
      limit: limits.files,
    });
  }
  const checked: CheckedFiles = { writes: [], deletes: [] };
  const seen = new Set<string>();
  let total = 0;
  for (const file of files) {
    const { path } = file;
    checkPath(path);
    if (seen.has(path)) {
      throw gitHostError('git-path-duplicate', { path });
    }
    seen.add(path);
    if ('delete' in file) {
      checked.deletes.push(path);
      continue;
    }
    const content = toBytes(path, file.content);
    if (content.length > limits.fileBytes) {
      throw gitHostError('git-file-too-large', {
        path,
        size: content.length,
        limit: limits.fileBytes,
      });
    }
    total += content.length;
    checked.writes.push({
      path,
      content,
      executable: file.executable,
      blobSha: blobSha(content),
    });
  }
  if (total > limits.totalBytes) {
    throw gitHostError('git-change-too-large', {
      size: total,
      limit: limits.totalBytes,
    });
  }
  checkAmongThemselves(checked.writes);
  return checked;
}
