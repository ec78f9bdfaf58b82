// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';

/** A unit of a repository, as its files at the tip of the default branch say. @public */
export interface UnitSummary {
  /** Its folder. */
  path: string;
  /** Last part of the folder. */
  name: string;
  environment: string;
  /** The ownership policy's service. */
  service: string;
  account?: string;
  /** Left out where its source is none of a vetted module's, or cannot be followed. */
  module?: { name: string; version: string };
}

/** Answer of `GET /repositories/units`: the units that the person may plan. @public */
export interface UnitsAnswer {
  /** In its one spelling. */
  repoUrl: string;
  baseSha: string;
  /** By path. */
  units: UnitSummary[];
  /** How many more there are, which the person may not plan or whose service cannot be told. */
  hidden: number;
}

/** Answer of `GET /repositories/unit`: one unit with what its file sets, for whoever may plan it. @public */
export interface UnitAnswer extends UnitSummary {
  repoUrl: string;
  baseSha: string;
  /** The inputs that are plain values. */
  inputs: JsonObject;
  /** Inputs that are read from another unit's output. */
  references: { input: string; dependency: string; output: string }[];
  /** Inputs that are something else: an expression, or text with one in it. An edit leaves them as they are. */
  expressions: string[];
  dependencies: {
    name: string;
    /** As it is written: `../network`. */
    configPath: string;
    /** From the repository's root. */
    path?: string;
  }[];
}
