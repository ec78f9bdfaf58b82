// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PolicyProblem } from '@fairway/backstage-plugin-ownership-common';
import type { CompiledPolicy } from '@fairway/backstage-plugin-ownership-node';

/** Where the policy is, as configured; paths are relative to the folder that the backend is started in. */
export type PolicyLocation =
  | { kind: 'file' | 'url'; place: string; tests?: string }
  | { kind: 'directory'; place: string };

/** A text and the name that messages about it use. */
export interface PolicyFile {
  name: string;
  text: string;
}

/** One policy file with its cases, or all files of a folder. */
export type PolicyFiles =
  | { policy: PolicyFile; tests?: PolicyFile }
  | { folder: PolicyFile[] };

/** Where the policy's files come from. */
export interface PolicySource {
  /** Name of the file, folder or URL, without what is before it. */
  readonly name: string;
  /** The files as they stand, or what keeps them from being read. */
  read(): Promise<PolicyFiles | { problem: PolicyProblem }>;
  /** Calls back soon after something changed; a hint only. */
  watch?(onChange: () => void): { close(): void };
}

/** A revision that compiled and passed its cases. */
export interface LoadedPolicy {
  policy: CompiledPolicy;
  revision: string;
  /** ISO 8601. */
  loadedAt: string;
  text: string;
  source: string;
  /** The test cases, each file; unknown for a revision that came from the database. */
  tests: PolicyFile[];
}
