// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import { useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { ownershipApiRef } from '../api';

/** The names that the policy knows, for pickers. */
export interface Names {
  environments: string[];
  services: string[];
  stores: string[];
  /** With `everyone`. */
  teams: string[];
}

/** As many as the backend gives at once; the rest can be typed. */
const LIMIT = 500;

const nameOf = ({ on }: { on: string }) => on.slice(on.indexOf(':') + 1);

/** Loads the names. Without them everything can still be typed. */
export function useNames(): { names: Names; error?: Error } {
  const ownership = useApi(ownershipApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<Names> => {
      const [{ targets }, stores] = await Promise.all([
        ownership.myTargets({ action: 'service.plan', signal }),
        ownership.matrix({ action: 'store.request', limit: LIMIT }, { signal }),
      ]);
      const environments = targets.map(({ environment }) => environment);
      // Every environment has the same services: one is enough to know them.
      const services = await ownership.matrix(
        { action: 'service.plan', environment: environments[0], limit: LIMIT },
        { signal },
      );
      return {
        environments,
        services: services.rows.map(nameOf),
        stores: [...new Set(stores.rows.map(nameOf))],
        teams: services.teams,
      };
    },
    [ownership],
  );
  const { value, error } = useLoad(load);
  return {
    names: value ?? { environments: [], services: [], stores: [], teams: [] },
    error,
  };
}
