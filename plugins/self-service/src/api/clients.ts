// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { OwnershipClient } from '@fairway/backstage-plugin-ownership-common';
import {
  ActionsClient,
  InfrastructureClient,
  LifetimesClient,
  SelfServiceClient,
} from '@fairway/backstage-plugin-self-service-common';
import { RequestsClient } from '@fairway/requests-common';
import { lifetimesApiRef } from '../lifetime/api';
import {
  actionsApiRef,
  infrastructureApiRef,
  ownershipApiRef,
  selfServiceApiRef,
  selfServiceRequestsApiRef,
} from './index';

const selfServiceApi = ApiBlueprint.make({
  name: 'client',
  params: define =>
    define({
      api: selfServiceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => SelfServiceClient.create(options),
    }),
});

const infrastructureApi = ApiBlueprint.make({
  name: 'infrastructure',
  params: define =>
    define({
      api: infrastructureApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => InfrastructureClient.create(options),
    }),
});

const lifetimesApi = ApiBlueprint.make({
  name: 'lifetimes',
  params: define =>
    define({
      api: lifetimesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => LifetimesClient.create(options),
    }),
});

const actionsApi = ApiBlueprint.make({
  name: 'actions',
  params: define =>
    define({
      api: actionsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => ActionsClient.create(options),
    }),
});

const requestsApi = ApiBlueprint.make({
  name: 'requests',
  params: define =>
    define({
      api: selfServiceRequestsApiRef,
      deps: { discovery: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discovery, fetchApi }) =>
        RequestsClient.create({
          discovery,
          fetch: fetchApi.fetch,
          pluginId: 'self-service',
        }),
    }),
});

const ownershipApi = ApiBlueprint.make({
  name: 'ownership',
  params: define =>
    define({
      api: ownershipApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => new OwnershipClient(options),
    }),
});

/** What the pages ask of backends. */
export const clients = [
  selfServiceApi,
  infrastructureApi,
  lifetimesApi,
  actionsApi,
  requestsApi,
  ownershipApi,
];
