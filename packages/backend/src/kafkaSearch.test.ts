// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The demo's template for topics and the search, against the whole portal with a cluster inside of it.
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { KAFKA, kafkaApplication, kafkaDone } from './__testUtils__/kafka';
import {
  eventually,
  type Portal,
  startPortal,
} from './__testUtils__/startPortal';

jest.setTimeout(120_000);

/** One for all, so that the test says when the search reads. */
const scheduler = mockServices.scheduler();
const schedulerFactory = createServiceFactory({
  service: coreServices.scheduler,
  deps: {},
  factory: () => scheduler,
});

const TEMPLATE = readFileSync(
  resolve(
    __dirname,
    '../../../examples/templates/request-kafka-topic/template.yaml',
  ),
  'utf8',
);

describe('Kafka in the create page and in the search', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      permissions: false,
      settings: KAFKA,
      alsoInstall: [schedulerFactory],
      templates: [TEMPLATE],
    });
    await eventually(
      () => portal.post('pat', 'kafka-self-serve/environments/dev/sync'),
      ({ status }) => status === 200,
    );
    await kafkaApplication(portal, {
      by: 'pia',
      name: 'ledger',
      team: 'payments',
    });
    await kafkaDone(portal, { by: 'pia' }, 'kafka.topic', {
      operation: 'create',
      environment: 'dev',
      instance: 'ledger@dev',
      name: 'ledger.booked',
    });
  });

  afterAll(() => portal?.stop());

  it('finds a topic by a word of its name, with the way to its page', async () => {
    await scheduler.triggerTask('search_index_kafka_topic');
    const { body } = await eventually(
      () => portal.get('pia', 'search/query?term=booked'),
      found => !!found.body.results?.length,
    );
    expect(body.results[0]).toMatchObject({
      type: 'kafka-topic',
      document: {
        title: 'ledger.booked',
        location: '/kafka/topics/dev/ledger.booked',
        application: 'ledger',
        owner: 'group:default/payments',
      },
    });
  });

  it('asks for the topic of the form in the environment of its application', async () => {
    const template = 'request-kafka-topic';
    await eventually(
      () =>
        portal.get(
          'pia',
          `catalog/entities/by-name/template/default/${template}`,
        ),
      ({ status }) => status === 200,
    );
    const { body } = await portal.post('pia', 'scaffolder/v2/tasks', {
      templateRef: `template:default/${template}`,
      values: {
        application: 'ledger@dev',
        name: 'ledger.closed',
        description: 'Books that were closed',
        size: 'S',
        reason: 'Reports are made from it',
      },
    });
    const { log } = await portal.endOf(body.id);
    expect(log).toContain('A draft: look at it and submit it at ');
    const requests = await portal.get('pia', 'kafka-self-serve/requests');
    expect(
      requests.body.items.map(({ title, decision }: any) => [title, decision]),
    ).toContainEqual([expect.stringContaining('ledger.closed'), 'draft']);
  });
});
