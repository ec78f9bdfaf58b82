// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseAllDocuments } from 'yaml';
import { cliError } from '../errors';
import { readInput } from './input';

interface Written {
  kind?: unknown;
  metadata?: { name?: unknown; namespace?: unknown };
}

/** Refs of the groups in catalog files. */
export async function readGroups(paths: readonly string[]): Promise<string[]> {
  const groups: string[] = [];
  for (const path of paths) {
    const { text } = await readInput(path);
    for (const document of parseAllDocuments(text)) {
      const [error] = document.errors;
      if (error) {
        const reason = error.message.split('\n')[0];
        throw cliError('cli-catalog-invalid', { path, reason });
      }
      const entity = document.toJS() as Written | undefined;
      const { name, namespace = 'default' } = entity?.metadata ?? {};
      if (entity?.kind === 'Group' && typeof name === 'string') {
        groups.push(`group:${namespace}/${name}`.toLowerCase());
      }
    }
  }
  return groups;
}
