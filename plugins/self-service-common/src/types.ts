// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** A vetted module as `GET /modules` and `GET /modules/:name` answer it. @public */
export interface VettedModule {
  name: string;
  title: string;
  description: string;
  /** The ownership policy's service that it deploys. */
  service: string;
  /** Where the module lies, without version: `git::https://…//modules/postgres-database`. */
  source: string;
  /** Group that keeps the modules, as entity ref, where the configuration names one. */
  ownerRef?: string;
  /** Newest first. */
  versions: {
    version: string;
    status: 'approved' | 'blocked';
    reason?: string;
  }[];
}
