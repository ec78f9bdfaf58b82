// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { HclExpression, HclFile } from '../hcl/types';

/** One text file of a repository, its path from the root. @public */
export interface RepositoryFile {
  path: string;
  content: string;
}

/** Where an expression stands, and for whom it is evaluated. */
export interface Scope {
  /** The file that the expression stands in. */
  file: ParsedFile;
  /** Folder of the unit that is evaluated: what relative paths and `get_terragrunt_dir()` mean. */
  unitFolder: string;
  /** The unit's own file, whose includes count. */
  unitFile: ParsedFile;
  /** What a stack gives to the unit: an object, and where it stands. */
  values?: { expression: HclExpression; scope: Scope };
}

export interface ParsedFile {
  path: string;
  hcl: HclFile;
}

/** How a piece of text came to stand where it does. */
export type PieceOrigin = 'own' | 'local' | 'include' | 'values';

/** Text, and where it was written; without a place where it was made by a function, or is written with escapes. */
export interface Piece {
  text: string;
  origin: PieceOrigin;
  place?: { path: string; start: number };
  /** True for what is not known; its text is how it is written. */
  isUnknown?: boolean;
}

/** What an expression gives, as far as it is known without running anything. */
export type Value =
  | { kind: 'text'; pieces: Piece[] }
  | { kind: 'file'; path: string }
  | { kind: 'expression'; expression: HclExpression; scope: Scope };
