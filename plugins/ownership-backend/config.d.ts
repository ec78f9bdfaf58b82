// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export interface Config {
  /**
   * Team and environment ownership: who may change what where.
   */
  ownership?: {
    /**
     * Where the policy comes from. Without it, everything that an ownership
     * policy manages is refused.
     */
    policy?: {
      /**
       * Path of the policy file, relative to the folder that the backend is
       * started in, for example `../../examples/ownership/policy.yaml`.
       * It is read at start, every 30 seconds and when it changes; an edit
       * with errors leaves the last good revision in force.
       */
      file: string;
      /**
       * Path of the policy's test cases. They run at every load, and a case
       * that fails keeps the edit out.
       */
      tests?: string;
    };
  };
}
