// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  EnvironmentActionName,
  EnvironmentCounts,
  KafkaEnvironmentView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { RequestAction } from '@fairway/requests-common';
import type { KafkaCaller } from '../domain/services';
import type { StoredEnvironment } from '../domain/stored';

const NONE: EnvironmentCounts = {
  instances: 0,
  topics: 0,
  orphans: 0,
  groups: 0,
  subjects: 0,
  grants: 0,
  drifted: 0,
};

/** What everybody sees of an environment; where it connects to is in the configuration, not here. */
export function environmentView(
  environment: StoredEnvironment,
  options: {
    caller: Pick<KafkaCaller, 'isAdministrator'>;
    counts?: EnvironmentCounts;
    embedded: boolean;
    /** Of the policy's environments, by their names in lower case. */
    tiers: ReadonlyMap<string, string>;
  },
): KafkaEnvironmentView {
  const { counts = NONE, embedded, tiers } = options;
  const tier = tiers.get(environment.environment.toLocaleLowerCase('en-US'));
  return {
    ...environment,
    embedded,
    ...(tier !== undefined && { tier }),
    counts,
    actions: actionsOf(environment, options.caller),
  };
}

function actionsOf(
  { configured, name }: StoredEnvironment,
  { isAdministrator }: Pick<KafkaCaller, 'isAdministrator'>,
): Record<EnvironmentActionName, RequestAction> {
  const administers = (because?: string): RequestAction => {
    const cause = isAdministrator
      ? because
      : 'Only administrators of Kafka self-serve may do this.';
    return cause === undefined
      ? { allowed: true }
      : { allowed: false, because: cause };
  };
  const written = configured
    ? `"${name}" comes from the configuration of the portal and is changed there.`
    : undefined;
  return {
    edit: administers(written),
    delete: administers(written),
    test: administers(),
    sync: { allowed: true },
  };
}
