// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  KAFKA_SELF_SERVE_PLUGIN_ID,
  KafkaSelfServeClient,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { RequestsClient } from '@fairway/requests-common';
import { kafkaRequestsApiRef, kafkaSelfServeApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { type Answers, FakeKafka } from '../FakeKafka';
import { renderKafka } from '../renderKafka';
import type { PageStates } from './types';

/** Opens a page in the app, or a part of one with the plugin's own clients, before a backend that knows these answers. */
export async function openStates(
  row: PageStates,
  options: { answers: Answers; isAdministrator?: boolean },
): Promise<FakeKafka> {
  const { open, enter } = row;
  const { answers } = options;
  const { isAdministrator = row.isAdministrator ?? !!row.administrators } =
    options;
  const backend = new FakeKafka({ isAdministrator, answers });
  if (typeof open === 'string') {
    renderKafka({ path: `/kafka${open}`, backend });
    await enter?.();
    return backend;
  }
  const discovery = mockApis.discovery();
  const { fetch } = backend;
  renderInTestApp(open(), {
    mountedRoutes: {
      '/kafka': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    apis: [
      [
        kafkaSelfServeApiRef,
        KafkaSelfServeClient.create({
          discoveryApi: discovery,
          fetchApi: { fetch },
        }),
      ],
      [
        kafkaRequestsApiRef,
        RequestsClient.create({
          discovery,
          fetch,
          pluginId: KAFKA_SELF_SERVE_PLUGIN_ID,
        }),
      ],
    ],
  });
  return backend;
}
