// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  GithubIntegration,
  type GithubIntegrationConfig,
  type ScmIntegrationRegistry,
} from '@backstage/integration';

/** The registry that Backstage makes of `integrations.github`, for one server. */
export function integrationsOf(
  config: GithubIntegrationConfig,
): ScmIntegrationRegistry {
  const integration = new GithubIntegration(config);
  const group = {
    list: () => [integration],
    byUrl: () => integration,
    byHost: (host: string) => (host === config.host ? integration : undefined),
  };
  return { ...group, github: group } as unknown as ScmIntegrationRegistry;
}
