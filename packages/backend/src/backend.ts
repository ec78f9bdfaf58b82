// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createBackend } from '@backstage/backend-defaults';

/** What the portal is made of, in development and in production; not yet started. */
export const backend = createBackend();

// The frontend's files and configuration
backend.add(import('@backstage/plugin-app-backend'));

// Sign-in; the demo's personas come from ../dev and are not in here
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(
  import('@backstage/plugin-auth-backend-module-oauth2-proxy-provider'),
);

// Events between plugins and replicas, live refresh in the browser, news for people
backend.add(import('@backstage/plugin-events-backend'));
// Webhooks of GitHub, verified; closed until events.modules.github.webhookSecret is set
backend.add(import('@backstage/plugin-events-backend-module-github'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));

// Catalog
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@fairway/backstage-plugin-catalog-backend-module-fairway'));

// Permissions: who deletes, cancels and dry-runs. What a team may change is decided by the
// ownership engine, whatever policy is here.
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@fairway/backstage-plugin-permission-backend-module-ownership'),
);

// Scaffolder, with the actions that write infrastructure as code and those that ask for Kafka
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@fairway/backstage-plugin-scaffolder-backend-module-iac'));
backend.add(
  import('@fairway/backstage-plugin-scaffolder-backend-module-kafka'),
);

// Who may change what, and the only writer of Git
backend.add(import('@fairway/backstage-plugin-ownership-backend'));
backend.add(import('@fairway/backstage-plugin-self-service-backend'));

// Kafka: environments, applications, requests that are applied to the clusters
backend.add(import('@fairway/backstage-plugin-kafka-self-serve-backend'));

// Registered actions as tools of MCP, as whoever calls; which plugins' is backend.actions.pluginSources
backend.add(import('@backstage/plugin-mcp-actions-backend'));

// Search, in memory: Lunr is its engine where no other is added
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@fairway/backstage-plugin-search-backend-module-kafka'));
