// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { appTreeApiRef, useApiHolder } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { requestSourceDataRef } from './RequestSourceBlueprint';
import type { RequestSource } from './types';

/**
 * The request sources of all installed plugins, in the order of the app's extensions. Empty in an app of the old
 * frontend system, where a plugin passes its own source instead.
 *
 * @public
 */
export function useRequestSources(): RequestSource[] {
  const apis = useApiHolder();
  return useMemo(() => {
    const nodes = apis.get(appTreeApiRef)?.getTree().tree.nodes.values() ?? [];
    return [...nodes].flatMap(node => {
      const ref = node.instance?.getData(requestSourceDataRef);
      return (ref && apis.get(ref)) ?? [];
    });
  }, [apis]);
}
