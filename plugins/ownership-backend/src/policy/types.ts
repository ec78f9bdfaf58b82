// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PolicyProblem } from '@fairway/backstage-plugin-ownership-common';
import type { CompiledPolicy } from '@fairway/backstage-plugin-ownership-node';

/** As configured: relative to the folder that the backend is started in. */
export interface PolicyPaths {
  file: string;
  tests?: string;
}

/** A text and the name that messages about it use. */
export interface PolicyFile {
  name: string;
  text: string;
}

export interface PolicyFiles {
  policy: PolicyFile;
  tests?: PolicyFile;
}

/** Where the policy's files come from. */
export interface PolicySource {
  /** Name of the policy file, without folder. */
  readonly name: string;
  /** The files as they stand, or what keeps them from being read. */
  read(): Promise<PolicyFiles | { problem: PolicyProblem }>;
}

/** A revision that compiled and passed its cases. */
export interface LoadedPolicy {
  policy: CompiledPolicy;
  revision: string;
  /** ISO 8601. */
  loadedAt: string;
  text: string;
  source: string;
}
