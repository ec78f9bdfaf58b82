// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { findSecrets } from '@fairway/iac';
import type { CheckedFile, Finding } from './types';

/** The engine `secrets`: secretlint with its recommended rules, and secrets that have a form of their own. */
export async function checkSecrets(files: CheckedFile[]): Promise<Finding[]> {
  const found = await Promise.all(
    files.map(async ({ path, content }) => {
      const secrets = await findSecrets(content, { path });
      return secrets.map(
        ({ rule, what, line }): Finding => ({
          engine: 'secrets',
          rule,
          severity: 'error',
          path,
          line,
          message: `This looks like a secret: ${what}. Keep it in the secret store, and give a reference.`,
        }),
      );
    }),
  );
  return found.flat();
}
