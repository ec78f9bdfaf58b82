// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  fieldChanges,
  type QuotaSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { StoredInstance } from '../domain/ports';
import { driftId } from './driftId';
import type { Difference } from './types';

/** Byte rates of the users of instances that are not what was asked for. */
export function quotaDrifts(options: {
  environment: string;
  instances: readonly StoredInstance[];
  observed: readonly QuotaSpec[];
}): Difference[] {
  const { environment, instances, observed } = options;
  const byUser = new Map(observed.map(quota => [quota.user, quota]));
  return instances.flatMap(({ id: instance, principals, quota = {} }) =>
    principals.flatMap((principal): Difference[] => {
      const user = principal.replace(/^User:/, '');
      const { producerByteRate, consumerByteRate } = byUser.get(user) ?? {
        user,
      };
      const changes = fieldChanges({
        of: `quota ${user}`,
        before: quota,
        after: { producerByteRate, consumerByteRate },
      });
      if (changes.length === 0) return [];
      const kind = 'quota-changed';
      const key = JSON.stringify(changes);
      return [
        {
          id: driftId({ environment, kind, name: user, key }),
          environment,
          kind,
          name: user,
          instance,
          title: `The quota of ${user} was changed on the cluster`,
          changes,
          repair: {
            kind: 'kafka.client-quota',
            payload: { environment, instance, quota: { ...quota } },
          },
        },
      ];
    }),
  );
}
