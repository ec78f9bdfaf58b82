// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { GitHost, RepositoryRef } from '../types';

/** A repository of its own for one test, and somebody else who works in it. */
export interface GitHostContractSubject {
  host: GitHost;
  repository: RepositoryRef;
  /** A repository that the host was not made for. */
  foreignRepository: RepositoryRef;
  /** Who merges, where the host says so itself and takes no author. */
  mergesAs?: { name: string; email: string };
  /** Makes the host want more before it merges, where auto-merge has nothing to wait for otherwise. */
  wantMoreBeforeMerging?(): void;
  /** Another person's commit, made without the host; a new branch starts at the default branch. Answers its id. */
  push(options: {
    branch: string;
    files: Record<string, string | undefined>;
  }): Promise<string>;
  /** Another person merges a branch into the default branch with a merge commit. Answers its id. */
  merge(options: { branch: string }): Promise<string>;
  /** A place where there is no such repository yet. */
  beginning(): Promise<BeginningSubject>;
  dispose(): Promise<void>;
}

/** A repository that is not there, and that the host may begin. */
export interface BeginningSubject {
  /** Another host each time, as processes after one another have it. */
  host(): Promise<GitHost>;
  repository: RepositoryRef;
  /** Ids of the commits of the default branch, newest first. */
  history(): Promise<string[]>;
  /** Another person's commit on the default branch. */
  push(files: Record<string, string>): Promise<void>;
  dispose(): Promise<void>;
}

/** Files of the default branch, `main`, that every subject begins with; `link` is a symbolic link to `live`. */
export const CONTRACT_FILES = {
  'README.md': 'Infrastructure\n',
  'live/acme/env.hcl': 'locals {}\n',
  'live/acme/db/terragrunt.hcl': 'inputs = {\n  size = 1\n}\n',
  'scripts/run.sh': '#!/bin/sh\n',
} as const;
export const CONTRACT_EXECUTABLES = ['scripts/run.sh'];
export const CONTRACT_LINKS = { link: 'live' } as const;

/** One of them, which most tests change. */
export const UNIT = 'live/acme/db/terragrunt.hcl';
