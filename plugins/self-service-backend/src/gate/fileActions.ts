// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ChangeFile } from '@fairway/backstage-plugin-self-service-common';
import { selfServiceError } from '../errors';
import type { BaseReader, DecidedFile, GateQuestion } from './types';

/**
 * What happens to each file, against the base.
 *
 * @throws ConflictError `file-exists` unless existing files may be replaced, InputError `file-missing` for one that is
 * to go and is not there
 */
export async function actionsOf(
  files: ChangeFile[],
  options: {
    base: BaseReader;
    repoUrl: string;
    onExists?: GateQuestion['onExists'];
  },
): Promise<DecidedFile[]> {
  const { base, repoUrl, onExists = 'fail' } = options;
  const decided: DecidedFile[] = [];
  for (const file of files) {
    const { path } = file;
    const before = await base.read(path);
    if ('delete' in file) {
      if (before === undefined) {
        throw selfServiceError('file-missing', { path, repoUrl });
      }
      decided.push({ path, action: 'deleted' });
    } else if (before === undefined) {
      decided.push({ path, action: 'created' });
    } else if (before === file.content) {
      decided.push({ path, action: 'unchanged' });
    } else if (onExists === 'replace') {
      decided.push({ path, action: 'updated' });
    } else {
      throw selfServiceError('file-exists', { path, repoUrl });
    }
  }
  return decided;
}
