// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { createBackend } from '@backstage/backend-defaults';

/**
 * Starts the backend, or ends the process: Backstage logs a failed start and lives on, which looks
 * like a portal that is slow to get ready, to a person and to whatever supervises it.
 */
export function startOrExit(backend: ReturnType<typeof createBackend>): void {
  backend.start().catch(error => {
    process.stderr.write(`${error.stack ?? error}\n`);
    process.exit(1);
  });
}
