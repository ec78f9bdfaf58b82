// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  DiscoveryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import { GitHubWorkflows } from '@fairway/git-host';
import type { Clock, RequestEngine, RequestKind } from '@fairway/requests-node';
import type { Knex } from 'knex';
import type { SelfServiceSettings } from '../config/readSelfServiceConfig';
import type { People } from '../people/People';
import { ReportTokens } from '../reports/ReportTokens';
import type { LifetimeStore } from '../lifetimes/LifetimeStore';
import { createDispatchKind } from './createDispatchKind';
import { DispatchedEntities } from './DispatchedEntities';
import type { DispatchedStore } from './DispatchedStore';
import { DispatchGate } from './DispatchGate';
import { Receivers } from './receivers/Receivers';
import type { WorkflowReceiver } from './receivers/types';
import type { DispatchParts } from './types';
import { topicTransport } from './transports/topic';
import { webhookTransport } from './transports/webhook';
import { workflowTransport } from './transports/workflow';

const PLUGIN_ID = 'self-service';
const FIRST_PAUSE = 5_000;

/** What is done elsewhere, before the engine is there and after. */
export interface Dispatches {
  /** For the engine. */
  kind: RequestKind;
  /** Once the engine is there: what the catalog shows. */
  entities(options: {
    engine: RequestEngine;
    lifetimes: LifetimeStore;
  }): DispatchedEntities;
}

export function createDispatches(options: {
  auth: AuthService;
  discovery: DiscoveryService;
  ownership: OwnershipService;
  permissions: PermissionsService;
  integrations: ScmIntegrationRegistry;
  knex: Knex;
  settings: Pick<SelfServiceSettings, 'dispatch' | 'worker'>;
  people: People;
  dispatched: DispatchedStore;
  held: DispatchParts['held'];
  terms: DispatchParts['terms'];
  rules: DispatchParts['rules'];
  urlOf: (requestId: string) => string;
  clock?: Clock;
}): Dispatches {
  const { discovery, integrations, knex, ownership, people } = options;
  const { dispatched, settings, urlOf, clock = () => new Date() } = options;
  const repoUrls = settings.dispatch
    .filter(
      (each): each is WorkflowReceiver => each.transport === 'github-workflow',
    )
    .map(({ repoUrl }) => repoUrl);
  const parts: DispatchParts = {
    gate: DispatchGate.create(options),
    receivers: Receivers.create(settings.dispatch),
    transports: {
      'github-workflow': workflowTransport({
        workflows: GitHubWorkflows.create({ repoUrls, integrations }),
      }),
      webhook: webhookTransport(),
      'kafka-topic': topicTransport(),
    },
    tokens: ReportTokens.create({ knex, clock }),
    ...{ dispatched, ownership, people, urlOf },
    ...{ held: options.held, terms: options.terms, rules: options.rules },
    firstPauseMilliseconds:
      settings.worker.retries?.firstPauseMilliseconds ?? FIRST_PAUSE,
    async reportUrlOf(requestId) {
      const base = await discovery.getExternalBaseUrl(PLUGIN_ID);
      return `${base}/requests/${requestId}/report`;
    },
  };
  return {
    kind: createDispatchKind(parts),
    entities({ engine, lifetimes }) {
      const { store } = engine;
      return DispatchedEntities.create({ store, dispatched, lifetimes, urlOf });
    },
  };
}
