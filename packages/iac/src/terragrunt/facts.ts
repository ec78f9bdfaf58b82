// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject } from '@backstage/types';

/** Why a unit is not plain. The list is closed. @public */
export type UnitFindingCode =
  | 'syntax'
  | 'json-form'
  | 'invisible-character'
  | 'ambiguous'
  | 'block-not-allowed'
  | 'attribute-not-allowed'
  | 'attribute-missing'
  | 'label'
  | 'duplicate'
  | 'function-not-allowed'
  | 'expression'
  | 'template'
  | 'heredoc'
  | 'wrong-type'
  | 'source-missing'
  | 'source-form'
  | 'path-absolute'
  | 'path-outside-repository'
  | 'path-form';

/** @public */
export interface UnitFinding {
  code: UnitFindingCode;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** What was found, in quotes, and what to do. */
  message: string;
}

/** @public */
export interface UnitInclude {
  /** Label of the block; undefined for an include without one. */
  name?: string;
  /** How the file is found: the nearest of that name above, relative to that one's folder, or a path from the unit's folder. */
  by: 'parent-name' | 'beside-parent' | 'path';
  /** Name searched for above (`root.hcl`), for `parent-name` and `beside-parent`. */
  parent?: string;
  /** Path from the repository's root for `path`, from the parent file's folder for `beside-parent`. */
  path?: string;
}

/** What a unit says, without running it. Of what is in the findings, the rest may be missing. @public */
export interface UnitFacts {
  /** The literal text of `terraform.source`. */
  source?: string;
  /** `git::https://host/acme/infrastructure-modules.git` */
  repository?: string;
  /** `modules/network` */
  modulePath?: string;
  /** What stands behind `?ref=`. */
  ref?: string;
  includes: UnitInclude[];
  /** `configPath` as written; `path` from the repository's root. */
  dependencies: { name: string; configPath: string; path?: string }[];
  inputKeys: string[];
  /** The inputs that are values. */
  inputs: JsonObject;
  /** The inputs, by path (`inputs.subnets[0]`), that read a dependency's outputs. */
  references: { path: string; dependency: string; output: string }[];
  /** Empty for a unit in which nothing hides. In the order of the text. */
  findings: UnitFinding[];
}
