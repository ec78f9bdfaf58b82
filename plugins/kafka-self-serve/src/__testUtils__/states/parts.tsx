// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { ComponentType } from 'react';
import { EntityKafka, KafkaCard } from '../../entity';
import { KafkaApplication } from '../../fields/KafkaApplication';
import { KafkaTopic } from '../../fields/KafkaTopic';
import { TopicResult } from '../../search';
import {
  applicationOf,
  grantOf,
  groupOf,
  pageOf,
  topicSummaryOf,
} from '../views';
import type { PageStates } from './types';
import { many } from './worst';

const orders = applicationOf();
const COMPONENT = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders-api', namespace: 'default' },
};
const onEntity = (Part: ComponentType) => () =>
  (
    <EntityProvider entity={COMPONENT}>
      <Part />
    </EntityProvider>
  );
/** A field as a form without answers renders it. */
function inForm<Props>(Field: ComponentType<Props>, options: object = {}) {
  const props = { onChange: () => {}, uiSchema: { 'ui:options': options } };
  return () => (
    <Field {...(props as unknown as Props & JSX.IntrinsicAttributes)} />
  );
}

const ENTITY = {
  call: 'GET /applications',
  loading: 'What it has on Kafka is loading',
  error: 'What it has on Kafka could not be loaded',
  notAllowed: 'You may not see what it has on Kafka',
};
const NONE = { 'GET /applications': () => pageOf() };
const ANSWERS = {
  'GET /applications': () => pageOf(orders),
  'GET /applications/orders': () => orders,
  'GET /topics': () => pageOf(topicSummaryOf()),
  'GET /groups': () => pageOf(groupOf()),
};

/** What the plugin has in pages of others, by the id of its extension. */
export const partStates: PageStates[] = [
  {
    page: 'entity-card:kafka-self-serve/summary',
    open: onEntity(KafkaCard),
    answers: ANSWERS,
    reads: ENTITY,
    empty: {
      answers: NONE,
      title: /^No application on Kafka belongs to it\./,
      next: 'Ask for an application',
    },
    filled: {
      texts: ['4'],
      links: {
        orders: '/kafka/applications/orders',
        dev: '/kafka/environments/dev',
      },
    },
    worst: { without: 'it has no button, and the first applications' },
  },
  {
    page: 'entity-content:kafka-self-serve/kafka',
    open: onEntity(EntityKafka),
    answers: ANSWERS,
    reads: ENTITY,
    empty: {
      answers: NONE,
      title: 'Nothing on Kafka',
      next: 'Ask for an application',
    },
    filled: {
      texts: ['Ready', 'Reading', 'Nothing is under way.'],
      links: {
        orders: '/kafka/applications/orders',
        dev: '/kafka/environments/dev',
        'orders.created': '/kafka/topics/dev/orders.created',
        'payments.orders-reader': '/kafka/groups/dev/payments.orders-reader',
        'payments@dev': '/kafka/applications/payments',
      },
    },
    worst: {
      answers: {
        'GET /applications/orders': () =>
          applicationOf({
            accessOut: many(index => grantOf({ id: `grant-${index}` })),
          }),
      },
      shows: '50 of 500 are shown.',
    },
  },
  {
    page: 'scaffolder-form-field:kafka-self-serve/application',
    open: inForm(KafkaApplication),
    answers: ANSWERS,
    reads: {
      call: 'GET /applications',
      loading: 'Your applications are loading',
      error: 'Your applications could not be loaded',
      notAllowed: 'You may not see applications',
    },
    empty: {
      answers: NONE,
      title: 'None of your applications is in a Kafka environment',
      next: 'Ask for one under Kafka, Applications.',
    },
    filled: { texts: ['Application', 'Choose an application'], links: {} },
    worst: { without: 'its choices are searched where they are many' },
  },
  {
    page: 'scaffolder-form-field:kafka-self-serve/topic',
    open: inForm(KafkaTopic, { environment: 'dev' }),
    answers: ANSWERS,
    reads: {
      call: 'GET /topics',
      loading: 'The topics are loading',
      isUsable: true,
      error: 'The topics could not be searched',
      notAllowed: 'You may not search topics',
    },
    empty: {
      answers: { 'GET /topics': () => pageOf() },
      title:
        'There is no topic in dev yet. Ask for the first one under Kafka, Topics.',
      next: 'Topic',
    },
    filled: { texts: ['Topic'], links: {} },
    worst: { without: 'the server gives the first twenty' },
  },
  {
    page: 'search-result-list-item:kafka-self-serve/topic',
    open: () => (
      <ul>
        <TopicResult
          result={
            {
              title: 'orders.created',
              location: '/kafka/topics/dev/orders.created',
              environment: 'dev',
              application: 'orders',
            } as never
          }
        />
      </ul>
    ),
    answers: {},
    reads: { without: 'the search gives it all that it shows' },
    empty: { without: 'the search says so where nothing is found' },
    filled: {
      texts: [/Kafka topic in dev, of orders/],
      links: { 'orders.created': '/kafka/topics/dev/orders.created' },
    },
    worst: { without: 'one line without a button' },
  },
];
