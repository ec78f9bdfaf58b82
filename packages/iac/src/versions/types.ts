// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Where a version is written. @public */
export interface VersionPlace {
  /** The file, which may be another one than the unit's: a change there changes every unit that reads it. */
  path: string;
  /** Offsets of the version's own characters, in UTF-16 code units. */
  start: number;
  end: number;
  line: number;
  column: number;
  text: string;
}

/**
 * How a version is given: in the source itself (`literal`), behind a base that is interpolated (`interpolated-base`), in
 * a local of the same file (`local`) or of one that is included or read (`include`), in the values of a stack
 * (`values`), as the attribute `version` of a module call (`attribute`), or not at all (`none`).
 *
 * @public
 */
export type VersionForm =
  | 'literal'
  | 'interpolated-base'
  | 'local'
  | 'include'
  | 'values'
  | 'attribute'
  | 'none';

/** A source that a file takes something from, with what is known of its version. @public */
export interface ResolvedSource {
  /** What is taken: a Terraform module, or the template of a stack's unit or stack. */
  of: 'module' | 'unit-template' | 'stack-template';
  /** Path in the file, as {@link HclEdit} has it: `['terraform', 'source']`, `['unit', 'db', 'source']`. */
  at: string[];
  kind: 'git' | 'registry' | 'local' | 'unknown';
  /** Without the version; undefined where a part of it is not known. */
  source?: string;
  version?: string;
  form: VersionForm;
  /** Undefined where the version is not written in one piece. */
  place?: VersionPlace;
  /** Why source or version are not known. */
  reason?: string;
}
