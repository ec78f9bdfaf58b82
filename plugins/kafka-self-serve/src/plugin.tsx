// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
  routeResolutionApiRef,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import {
  KAFKA_SELF_SERVE_PLUGIN_ID,
  KafkaSelfServeClient,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { RequestsClient } from '@fairway/requests-common';
import { RequestSourceBlueprint } from '@fairway/requests-react';
import { RiFlowChart } from '@remixicon/react';
import { kafkaRequestsApiRef, kafkaSelfServeApiRef } from './api';
import {
  applicationRouteRef,
  applicationsRouteRef,
  driftRouteRef,
  environmentRouteRef,
  environmentsRouteRef,
  groupRouteRef,
  groupsRouteRef,
  myRequestsRouteRef,
  newApplicationRouteRef,
  policiesRouteRef,
  requestRouteRef,
  requestsRouteRef,
  reviseRouteRef,
  rootRouteRef,
  subjectRouteRef,
  subjectsRouteRef,
  toDecideRouteRef,
  newTopicRouteRef,
  offsetResetRouteRef,
  topicRouteRef,
  topicsRouteRef,
} from './routes';
import { createRequestSource } from './source';

/** Type of the documents that the search's module for Kafka gives. */
const SEARCH_TYPE = 'kafka-topic';

const kafkaApi = ApiBlueprint.make({
  name: 'client',
  params: define =>
    define({
      api: kafkaSelfServeApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => KafkaSelfServeClient.create(options),
    }),
});

const requestsApi = ApiBlueprint.make({
  name: 'requests',
  params: define =>
    define({
      api: kafkaRequestsApiRef,
      deps: { discovery: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discovery, fetchApi }) =>
        RequestsClient.create({
          discovery,
          fetch: fetchApi.fetch,
          pluginId: KAFKA_SELF_SERVE_PLUGIN_ID,
        }),
    }),
});

const requestSource = RequestSourceBlueprint.make({
  params: define =>
    define({
      deps: {
        api: kafkaRequestsApiRef,
        kafka: kafkaSelfServeApiRef,
        routes: routeResolutionApiRef,
        translations: translationApiRef,
      },
      factory: createRequestSource,
    }),
});

const kafkaPage = PageBlueprint.make({
  params: {
    path: '/kafka',
    title: 'Kafka',
    icon: <RiFlowChart />,
    routeRef: rootRouteRef,
    loader: () => import('./layout').then(m => <m.KafkaRoutes />),
  },
});

const isComponent = { kind: { $in: ['Component', 'System'] } };

const entityCard = EntityCardBlueprint.make({
  name: 'summary',
  params: {
    filter: isComponent,
    loader: () => import('./entity').then(m => <m.KafkaCard />),
  },
});

const entityKafka = EntityContentBlueprint.make({
  name: 'kafka',
  params: {
    path: 'kafka',
    title: 'Kafka',
    filter: isComponent,
    loader: () => import('./entity').then(m => <m.EntityKafka />),
  },
});

const applicationField = FormFieldBlueprint.make({
  name: 'application',
  params: {
    field: () => import('./fields').then(m => m.kafkaApplicationField),
  },
});

const topicField = FormFieldBlueprint.make({
  name: 'topic',
  params: { field: () => import('./fields').then(m => m.kafkaTopicField) },
});

const topicResult = SearchResultListItemBlueprint.make({
  name: 'topic',
  params: {
    icon: <RiFlowChart />,
    predicate: ({ type }) => type === SEARCH_TYPE,
    component: () => import('./search').then(m => m.TopicResult),
  },
});

const topicResultType = SearchFilterResultTypeBlueprint.make({
  name: 'topic',
  params: { value: SEARCH_TYPE, name: 'Kafka topics', icon: <RiFlowChart /> },
});

/** The plugin, for `createApp({ features })` where features are not discovered. @public */
export const kafkaSelfServePlugin = createFrontendPlugin({
  pluginId: KAFKA_SELF_SERVE_PLUGIN_ID,
  title: 'Kafka',
  icon: <RiFlowChart />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    environments: environmentsRouteRef,
    environment: environmentRouteRef,
    applications: applicationsRouteRef,
    application: applicationRouteRef,
    newApplication: newApplicationRouteRef,
    groups: groupsRouteRef,
    group: groupRouteRef,
    subjects: subjectsRouteRef,
    subject: subjectRouteRef,
    drift: driftRouteRef,
    policies: policiesRouteRef,
    topics: topicsRouteRef,
    topic: topicRouteRef,
    newTopic: newTopicRouteRef,
    offsetReset: offsetResetRouteRef,
    myRequests: myRequestsRouteRef,
    toDecide: toDecideRouteRef,
    requests: requestsRouteRef,
    request: requestRouteRef,
    revise: reviseRouteRef,
  },
  extensions: [
    kafkaApi,
    requestsApi,
    requestSource,
    entityCard,
    entityKafka,
    applicationField,
    topicField,
    topicResult,
    topicResultType,
    kafkaPage,
  ],
});
