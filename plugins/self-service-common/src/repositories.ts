// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';

/** A text file of a repository; `path` is relative to its root. @public */
export interface RepositoryText {
  path: string;
  content: string;
}

/** Answer of `GET /repositories/files`: files at the tip of the default branch, for whoever may plan what they belong to. @public */
export interface RepositoryFilesAnswer {
  /** In its one spelling. */
  repoUrl: string;
  baseBranch: string;
  /** Commit that everything here was read from. */
  baseSha: string;
  /** Of a folder every file in it, by path. */
  files: RepositoryText[];
  /** Paths that were asked for and are not there. */
  missing: string[];
  /** Shared files that the units among them read: `root.hcl`, `env.hcl`, `_envcommon/…`. */
  shared: RepositoryText[];
}

/** A unit that needs another one. @public */
export interface UnitDependent {
  /** Folder of the unit. */
  unit: string;
  /** Name of the `dependency` block, or of the stack's unit. */
  name?: string;
  /** The file that says so, and where. */
  path: string;
  line: number;
}

/** Answer of `GET /repositories/dependents`. @public */
export interface DependentsAnswer {
  dependents: UnitDependent[];
  /** What may be a dependent, and could not be followed without running it. */
  unresolved: { path: string; line: number; message: string }[];
}

/** Answer of `GET /modules/:name/versions/:version`: what a vetted module takes at one version, also at a blocked one. @public */
export interface ModuleInspection {
  name: string;
  title: string;
  service: string;
  /** Without version. */
  source: string;
  version: string;
  status: 'approved' | 'blocked';
  /** Why it is blocked. */
  reason?: string;
  /** What the version's tag is. */
  commitSha: string;
  /** JSON Schema (draft 7) of the inputs. */
  schema: JsonObject;
  uiSchema: JsonObject;
  requiredInputs: string[];
  sensitiveInputs: string[];
  /** Inputs with the one value that they have wherever the module is used; every unit sets them so. */
  forcedInputs?: JsonObject;
  outputs: { name: string; description?: string; isSensitive: boolean }[];
  /** The `.tf` files, for whoever compares two versions. */
  files: RepositoryText[];
  /** The `terragrunt.hcl` of a template that stacks make units from. */
  template?: string;
  readme?: string;
  /** What of the module could not be read, with its place. */
  warnings: { path: string; line: number; message: string }[];
}
