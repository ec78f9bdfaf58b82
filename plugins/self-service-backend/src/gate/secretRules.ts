// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ChangeFile } from '@fairway/backstage-plugin-self-service-common';
import { findSecrets } from '@fairway/iac';
import { selfServiceError } from '../errors';
import type { BaseReader } from './types';

/**
 * Looks for secrets in the lines that a change adds; what is there already is not this change's. Whoever proposes
 * cannot switch it off.
 *
 * @throws InputError `change-secret-found`, which does not tell the secret
 */
export async function checkAddedSecrets(
  files: ChangeFile[],
  base: BaseReader,
): Promise<void> {
  for (const file of files) {
    if ('delete' in file) continue;
    const { path, content } = file;
    const before = new Set((await base.read(path))?.split('\n'));
    const lines = content.split('\n');
    const [found] = await findSecrets(content, {
      path,
      isLooked: line => !before.has(lines[line - 1]),
    });
    if (found) {
      const { what, line } = found;
      throw selfServiceError('change-secret-found', { path, what, line });
    }
  }
}
