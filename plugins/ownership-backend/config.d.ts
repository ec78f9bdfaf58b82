// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export interface Config {
  /**
   * Team and environment ownership: who may change what where.
   */
  ownership?: {
    /**
     * Where the policy comes from: one of `file`, `directory` and `url`.
     * Without it, everything that an ownership policy manages is refused.
     *
     * It is read at start, every 30 seconds and, for files, when they change.
     * An edit with errors leaves the last good revision in force, also over a
     * restart and on other replicas.
     */
    policy?: {
      /**
       * Path of the policy file, relative to the folder that the backend is
       * started in, for example `../../examples/ownership/policy.yaml`.
       */
      file?: string;
      /**
       * Path of a folder whose `.yaml`, `.yml` and `.json` files are the
       * policy together: one policy, files of teams that may only narrow their
       * own services, and test cases.
       */
      directory?: string;
      /**
       * URL of the policy file, for example on a Git host. It is read with the
       * portal's `integrations`, or as `backend.reading.allow` lets it.
       */
      url?: string;
      /**
       * Path, or with `url` the URL, of the policy's test cases. They run at
       * every load, and a case that fails keeps the edit out. Not with
       * `directory`, where the cases lie in the folder.
       */
      tests?: string;
    };
    /**
     * Groups whose members administer the ownership policy: they may have
     * other people's decisions explained, and approve and end break-glass
     * grants. They also need the permission `ownership.administer`. Nobody by
     * default; for example `[group:default/platform]`.
     */
    administrators?: string[];
  };
}
