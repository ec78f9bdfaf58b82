// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isUtf8 } from 'node:buffer';
import {
  CHANGE_LIMITS,
  type RepositoryText,
} from '@fairway/backstage-plugin-self-service-common';
import type { GitHost, RepositoryRef } from '@fairway/git-host';
import { selfServiceError } from '../errors';

/** Files that are read at a time: a host over the network takes its while, and has its limits. */
const AT_A_TIME = 8;

/**
 * Text files of one commit, by path.
 *
 * @throws InputError `too-many-files-to-read`, `file-not-readable` for what is no text or too large
 */
export async function readTexts(
  paths: string[],
  options: {
    host: GitHost;
    repository: RepositoryRef;
    ref: string;
    limit: number;
    /** Leaves out what cannot be read as text, rather than refusing. */
    lenient?: boolean;
  },
): Promise<{ texts: RepositoryText[]; missing: string[] }> {
  const { host, repository, ref, limit, lenient } = options;
  const wanted = [...new Set(paths)].sort();
  if (wanted.length > limit) {
    throw selfServiceError('too-many-files-to-read', {
      count: wanted.length,
      limit,
    });
  }
  const texts: RepositoryText[] = [];
  const missing: string[] = [];
  for (let from = 0; from < wanted.length; from += AT_A_TIME) {
    const some = wanted.slice(from, from + AT_A_TIME);
    const contents = await Promise.all(
      some.map(path => host.readFile(repository, { ref, path })),
    );
    for (const [index, path] of some.entries()) {
      const bytes = contents[index];
      if (!bytes) {
        missing.push(path);
      } else if (bytes.length <= CHANGE_LIMITS.fileBytes && isUtf8(bytes)) {
        texts.push({ path, content: Buffer.from(bytes).toString('utf8') });
      } else if (!lenient) {
        throw selfServiceError('file-not-readable', {
          path,
          limit: CHANGE_LIMITS.fileBytes,
        });
      }
    }
  }
  return { texts, missing };
}
