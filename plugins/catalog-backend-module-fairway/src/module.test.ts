// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// With the real catalog, over HTTP; the backends that are asked are small, and answer what a test says.
import { setTimeout as pause } from 'node:timers/promises';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the real one is filled here
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { ENTITIES_TOPIC } from '@fairway/backstage-plugin-self-service-common';
import catalogModuleFairway from './index';

jest.setTimeout(60_000);

/** What a backend answers, and how it was asked. */
interface Source {
  entities: Entity[];
  tag: string;
  down?: boolean;
  asked: { tag?: string; subject: string }[];
}

const resource = (name: string, state: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name, annotations: { 'fairway.dev/state': state } },
  spec: {
    type: 'postgres-database',
    owner: 'group:default/payments',
    dependsOn: ['resource:default/dev'],
  },
});

const environment: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'dev' },
  spec: { type: 'environment', owner: 'group:default/platform' },
};

const sourcePlugin = (pluginId: string, source: Source) =>
  createBackendPlugin({
    pluginId,
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          httpRouter.use((async (request, response, next) => {
            try {
              const { principal } = await httpAuth.credentials(request, {
                allow: ['service'],
              });
              const tag = request.headers['if-none-match'];
              source.asked.push({ tag, subject: principal.subject });
              response.setHeader('ETag', source.tag);
              if (source.down) response.status(503).end();
              else if (tag === source.tag) response.status(304).end();
              else response.json({ entities: source.entities });
            } catch (error) {
              next(error);
            }
          }) as import('express').RequestHandler);
        },
      });
    },
  });

async function start(config: object = {}) {
  const sources: Record<'self-service' | 'ownership', Source> = {
    'self-service': { entities: [], tag: '"s0"', asked: [] },
    ownership: { entities: [environment], tag: '"o0"', asked: [] },
  };
  const events = mockServices.events();
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleFairway,
      sourcePlugin('self-service', sources['self-service']),
      sourcePlugin('ownership', sources.ownership),
      mockServices.rootConfig.factory({
        data: {
          catalog: {
            processingInterval: { seconds: 1 },
            providers: { fairway: config },
          },
        } as never,
      }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => events,
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ],
  });
  const moved = (pluginId: string) =>
    events.publish({ topic: ENTITIES_TOPIC, eventPayload: { pluginId } });
  const refresh = (pluginId: string) =>
    scheduler.triggerTask(`fairway:${pluginId}:refresh`);
  return { backend, sources, moved, refresh, scheduler };
}

async function find(
  backend: TestBackend,
  name: string,
): Promise<Entity | undefined> {
  const response = await fetch(
    `http://localhost:${backend.server.port()}/api/catalog/entities/by-name/resource/default/${name}`,
    { headers: { Authorization: mockCredentials.service.header() } },
  );
  return response.status === 200 ? response.json() : undefined;
}

/** Asks the catalog until it says so. */
async function until<T>(
  probe: () => Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await probe();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for ${probe}`);
    await pause(50);
  }
}

describe('the entities of the suite in the catalog', () => {
  let portal: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    portal = await start();
  });

  afterAll(() => portal.backend.stop());

  const stateOf = async (name: string) =>
    (await find(portal.backend, name))?.metadata.annotations?.[
      'fairway.dev/state'
    ];

  const says = (tag: string, ...entities: Entity[]) =>
    Object.assign(portal.sources['self-service'], { tag, entities });

  it('are pending at once, ready later and gone at the end', async () => {
    const { backend, moved } = portal;
    says('"s1"', resource('dev-orders-db', 'pending'));
    await moved('self-service');
    const entity = await until(() => find(backend, 'dev-orders-db'));
    expect(entity.metadata.annotations).toMatchObject({
      'fairway.dev/state': 'pending',
      'backstage.io/managed-by-location': 'fairway:self-service',
    });
    says('"s2"', resource('dev-orders-db', 'ready'));
    await moved('self-service');
    await until(async () => (await stateOf('dev-orders-db')) === 'ready');
    says('"s3"');
    await moved('self-service');
    await until(async () => !(await find(backend, 'dev-orders-db')));
  });

  it('depend on their environment, which another backend gives', async () => {
    const { backend, moved, refresh } = portal;
    says('"s4"', resource('dev-users-db', 'ready'));
    await moved('self-service');
    await refresh('ownership');
    const entity = await until(async () => {
      const found = await find(backend, 'dev');
      return found?.relations?.length ? found : undefined;
    });
    expect(entity.relations).toContainEqual({
      type: 'dependencyOf',
      targetRef: 'resource:default/dev-users-db',
    });
  });

  it('stay as they are when their backend does not answer', async () => {
    const { backend, moved, refresh, sources } = portal;
    says('"s5"', resource('dev-kept-db', 'ready'));
    await moved('self-service');
    await until(() => find(backend, 'dev-kept-db'));
    Object.assign(sources['self-service'], { down: true, entities: [] });
    await moved('self-service');
    await refresh('self-service');
    Object.assign(sources.ownership, { tag: '"o1"', entities: [] });
    await refresh('ownership');
    await until(async () => !(await find(backend, 'dev')));
    expect(await stateOf('dev-kept-db')).toBe('ready');
    sources['self-service'].down = false;
  });

  it('are not asked for whole again while nothing changes, and as the catalog', async () => {
    const { moved, sources } = portal;
    says('"s6"', resource('dev-kept-db', 'ready'));
    await moved('self-service');
    sources['self-service'].asked.length = 0;
    await moved('self-service');
    await moved('ownership-of-another');
    expect(sources['self-service'].asked).toEqual([
      { tag: '"s6"', subject: 'plugin:catalog' },
    ]);
  });

  it('are read every minute in every replica when nothing is configured', async () => {
    const tasks = await portal.scheduler.getScheduledTasks();
    expect(tasks).toEqual(
      expect.arrayContaining(
        ['self-service', 'ownership'].map(id =>
          expect.objectContaining({
            id: `fairway:${id}:refresh`,
            scope: 'local',
          }),
        ),
      ),
    );
  });
});

describe('the configuration', () => {
  it('names the backends that are asked', async () => {
    const { backend, scheduler } = await start({
      plugins: ['ownership'],
      schedule: { frequency: { seconds: 5 }, timeout: { seconds: 5 } },
    });
    const tasks = await scheduler.getScheduledTasks();
    const ours = tasks.filter(({ id }) => id.startsWith('fairway:'));
    await backend.stop();
    expect(ours.map(({ id }) => id)).toEqual(['fairway:ownership:refresh']);
  });
});
