// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import {
  LunrSearchEngine,
  TestPipeline,
} from '@backstage/plugin-search-backend-node';
import {
  kafkaResourceReadPermission,
  type TopicSummary,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TopicCollatorFactory } from './TopicCollatorFactory';

const topic = (name: string, rest: Partial<TopicSummary> = {}) => ({
  environment: 'prod',
  name,
  phase: 'ready',
  labels: {},
  shown: {},
  deletionProtection: false,
  ...rest,
});

/** By cursor, as the Kafka backend gives them; the third is never there. */
const PAGES: Record<string, object> = {
  '': {
    items: [
      topic('orders.created', {
        description: 'Whatever was ordered',
        labels: { domain: 'sales' },
        application: 'orders',
        ownerRef: 'group:default/orders',
        instance: 'orders@prod',
      }),
    ],
    snapshots: [],
    nextCursor: 'second',
  },
  second: { items: [topic('legacy&odd')], snapshots: [] },
  brokenFirst: { items: [topic('one')], snapshots: [], nextCursor: 'none' },
};

let server: Server;
let asked: { url: string; token?: string }[];
let first: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({
      url: request.url ?? '',
      token: request.headers.authorization,
    });
    const { searchParams } = new URL(request.url ?? '', 'http://kafka.test');
    const page = PAGES[searchParams.get('cursor') ?? first];
    response
      .writeHead(page ? 200 : 503, { 'content-type': 'application/json' })
      .end(JSON.stringify(page ?? { error: { name: 'Error', message: 'no' } }));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
});

beforeEach(() => {
  asked = [];
  first = '';
});

afterAll(() => new Promise(resolve => server.close(resolve)));

function createFactory() {
  const { port } = server.address() as AddressInfo;
  return TopicCollatorFactory.create({
    auth: mockServices.auth({ pluginId: 'search' }),
    discovery: {
      getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
      getExternalBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
    },
    locationTemplate: '/kafka/topics/:environment/:name',
  });
}

describe('the collator of topics', () => {
  it('gives a document for every topic of every page, as the search', async () => {
    const collator = await createFactory().getCollator();
    const { documents, error } = await TestPipeline.fromCollator(
      collator,
    ).execute();
    expect(error).toBeUndefined();
    expect(documents).toEqual([
      {
        title: 'orders.created',
        text: 'Whatever was ordered orders created orders prod domain=sales',
        location: '/kafka/topics/prod/orders.created',
        environment: 'prod',
        phase: 'ready',
        application: 'orders',
        owner: 'group:default/orders',
        authorization: { resourceRef: 'topic:prod/orders.created' },
      },
      expect.objectContaining({
        title: 'legacy&odd',
        location: '/kafka/topics/prod/legacy%26odd',
      }),
    ]);
    expect(asked.map(({ url }) => url)).toEqual([
      '/api/kafka-self-serve/search/topics?limit=100',
      '/api/kafka-self-serve/search/topics?limit=100&cursor=second',
    ]);
    expect(asked[0].token).toContain('kafka-self-serve');
  });

  it('says which permission a finder needs', () => {
    expect(createFactory().visibilityPermission).toBe(
      kafkaResourceReadPermission,
    );
  });

  it('fails where a page cannot be read, so that the search keeps what it has', async () => {
    first = 'brokenFirst';
    const { error } = await TestPipeline.fromCollator(
      await createFactory().getCollator(),
    ).execute();
    expect(String(error)).toContain('503');
  });

  it('lets a topic be found by one word of its name, and by its environment', async () => {
    const engine = new LunrSearchEngine({ logger: mockServices.logger.mock() });
    const collator = await createFactory().getCollator();
    const { documents } = await TestPipeline.fromCollator(collator).execute();
    await TestPipeline.fromIndexer(await engine.getIndexer('kafka-topic'))
      .withDocuments(documents)
      .execute();
    const found = async (term: string, filters = {}) =>
      (await engine.query({ term, filters })).results.map(
        ({ document }) => document.title,
      );
    expect(await found('created')).toEqual(['orders.created']);
    // The engine wants what is filtered, and only prefers the word.
    const [best] = await found('legacy', { environment: 'prod' });
    expect(best).toBe('legacy&odd');
    expect(await found('legacy', { environment: 'dev' })).toEqual([]);
  });
});
