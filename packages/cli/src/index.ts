// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The `fairway` command line. Run it through `bin/fairway`.
 *
 * @packageDocumentation
 */

import { run } from './program';

run(process.argv).then(exitCode => {
  process.exitCode = exitCode;
});
