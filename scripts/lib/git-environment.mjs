// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import os from 'node:os';

/** For git in a bare repository: no configuration of a person or of the machine counts. */
export const gitEnvironment = gitDir => ({
  PATH: process.env.PATH,
  HOME: os.tmpdir(),
  GIT_CONFIG_GLOBAL: os.devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_DIR: gitDir,
});
