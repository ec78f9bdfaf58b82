// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { stringify } from 'yaml';
import type { StoredEnvironment, StoredPolicy } from '../domain/stored';

/** What administrators wrote, so that the configuration of a portal can have it. Credentials are not in it: they are in no environment. */
export function definitionsFile(options: {
  environments: readonly StoredEnvironment[];
  policies: readonly StoredPolicy[];
}): string {
  const environments = options.environments.map(environment => {
    // What the portal found out, and keeps for itself.
    const { clusterId, status, rowVersion, configured, ...written } =
      environment;
    return written;
  });
  const policies = options.policies.map(
    ({ rowVersion, configured, ...written }) => written,
  );
  return stringify({ kafkaSelfServe: { policies, environments } });
}
