// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** A unit that needs another one. @public */
export interface Dependent {
  /** Folder of the unit that depends, from the repository's root. */
  unit: string;
  /**
   * - `dependency`: a `dependency` block, in the unit or in a file that it includes
   * - `dependencies`: the `paths` of a `dependencies` block
   * - `stack-values`: a path among the `values` that a stack gives to one of its units
   * - `stack-source`: a stack makes one of its units from the folder
   */
  by: 'dependency' | 'dependencies' | 'stack-values' | 'stack-source';
  /** Label of the `dependency` or stack unit. */
  name?: string;
  /** The file that says so. */
  path: string;
  line: number;
}

/** @public */
export interface Dependents {
  /** Sorted by unit. */
  dependents: Dependent[];
  /** What could not be followed, and may be a dependent: a path that is computed, a file that does not parse. */
  unresolved: { path: string; line: number; message: string }[];
}
