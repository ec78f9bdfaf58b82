// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  DatabaseService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import type { Knex } from 'knex';
import { PolicyAuthority } from './authority/PolicyAuthority';
import { ConnectedClusters } from './clusters/ConnectedClusters';
import type { KafkaSelfServeSettings } from './config/readSelfServeConfig';
import type { KafkaParts } from './domain/parts';
import { CatalogDirectory } from './people/CatalogDirectory';
import { EngineRequests } from './state/EngineRequests';
import { StoredState } from './state/StoredState';
import { connect, KnexKafkaStores } from './store';

export interface CreatedParts {
  knex: Knex;
  parts: KafkaParts;
  authority: PolicyAuthority;
  clusters: ConnectedClusters;
  openRequests: EngineRequests;
}

/** The parts that everything else of this plugin is made of. */
export async function createKafkaParts(options: {
  auth: AuthService;
  catalog: CatalogService;
  database: DatabaseService;
  logger: LoggerService;
  ownership: OwnershipService;
  scheduler: SchedulerService;
  settings: KafkaSelfServeSettings;
}): Promise<CreatedParts> {
  const { database, logger, scheduler, settings } = options;
  const { administrators, asksPolicy, connections } = settings;
  const clock = () => new Date();
  const knex = await connect(database);
  const stores = KnexKafkaStores.of(knex, clock);
  const people = CatalogDirectory.create(options);
  const clusters = ConnectedClusters.create({ connections, stores, logger });
  const authority = PolicyAuthority.create({
    people,
    administrators,
    ...(asksPolicy && { ownership: options.ownership }),
  });
  const openRequests = EngineRequests.create();
  const parts: KafkaParts = {
    stores,
    clusters,
    state: StoredState.create({ stores, clusters }),
    authority,
    openRequests,
    people,
    administrators,
    scheduler,
    clock,
    logger,
  };
  return { knex, parts, authority, clusters, openRequests };
}
