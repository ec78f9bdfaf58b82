// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import type {
  KafkaEnvironmentView,
  KafkaSelfServeApi,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { type Loaded, useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../../api';

/** What a form is about, and the environment that it is in. */
interface AskedAbout<T> {
  thing: T;
  place: KafkaEnvironmentView;
}

export type ReadAsked<T> = (
  api: KafkaSelfServeApi,
  where: { environment: string; name: string },
  options: { signal: AbortSignal },
) => Promise<T>;

/** Loads both. `read` is the same in every render. */
export function useAskedAbout<T>(
  where: { environment: string; name: string },
  read: ReadAsked<T>,
): Loaded<AskedAbout<T>> {
  const { environment, name } = where;
  const api = useApi(kafkaSelfServeApiRef);
  return useLoad(
    useCallback(
      async (signal: AbortSignal) => {
        const [thing, place] = await Promise.all([
          read(api, { environment, name }, { signal }),
          api.environment(environment, { signal }),
        ]);
        return { thing, place };
      },
      [api, environment, name, read],
    ),
  );
}
