// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import { RepositoryFile } from '../evaluate/types';
import { Provenance } from './types';

/** Name of the file beside a unit: hidden, and no `.hcl`, so that nothing runs it. @public */
export const PROVENANCE_FILE = '.fairway.yaml';

/** A file that is not as it was written. @public */
export interface HandEdit {
  path: string;
  state: 'edited' | 'missing';
}

/** `sha256:` and the hash, in hexadecimal, of a text's UTF-8 bytes. @public */
export function hashContent(content: string): string {
  return `sha256:${createHash('sha256').update(content, 'utf8').digest('hex')}`;
}

/**
 * The files that somebody has changed or removed since they were written. A file that was not written, such as one
 * added by hand, is nobody's business here.
 *
 * @param files - the files of the unit as they are, paths from its folder
 * @public
 */
export function findHandEdits(
  provenance: Pick<Provenance, 'files'>,
  files: readonly RepositoryFile[],
): HandEdit[] {
  const now = new Map(files.map(({ path, content }) => [path, content]));
  return Object.entries(provenance.files).flatMap<HandEdit>(([path, hash]) => {
    const content = now.get(path);
    if (content === undefined) return [{ path, state: 'missing' }];
    return hashContent(content) === hash ? [] : [{ path, state: 'edited' }];
  });
}
