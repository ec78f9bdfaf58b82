// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// One replica: a process of its own with the self-service, ownership and events backends on PostgreSQL. Whoever started it
// says where it dies, what time it is, and who belongs to which group; see Replica.ts.
import { flushCompileCache } from 'node:module';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import eventsPlugin from '@backstage/plugin-events-backend';
import githubEvents from '@backstage/plugin-events-backend-module-github';
import ownershipPlugin from '@fairway/backstage-plugin-ownership-backend';
import selfServicePlugin from '@fairway/backstage-plugin-self-service-backend';
import {
  catalogServiceMock,
  catalogServiceRef,
  eventsServiceRef,
} from './inside';
import type { Instruction, ReplicaOptions } from './Replica';
import { replaceWallClock } from './wallClock';

const setClock = replaceWallClock();
let catalog = catalogServiceMock();

function follow(instruction: Instruction): void {
  switch (instruction.what) {
    case 'die':
      process.env.FAIRWAY_FAILPOINT = instruction.at;
      process.env.FAIRWAY_FAILPOINT_MARKER = instruction.marker;
      break;
    case 'clock':
      setClock(instruction.offset);
      break;
    default:
      catalog = catalogServiceMock({ entities: instruction.people });
  }
}

async function start({ config, instructions }: ReplicaOptions) {
  instructions.forEach(follow);
  const events = mockServices.events();
  const { server } = await startTestBackend({
    features: [
      selfServicePlugin,
      ownershipPlugin,
      eventsPlugin,
      githubEvents,
      databaseServiceFactory,
      mockServices.rootConfig.factory({ data: config }),
      mockServices.rootLogger.factory({ level: 'warn' }),
      // Whoever sends no token is nobody.
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => events,
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        // People come and go while it runs.
        factory: () =>
          new Proxy(catalog, {
            get: (_, name) => Reflect.get(catalog, name)?.bind(catalog),
          }),
      }),
    ],
  });
  return server.port();
}

process.on(
  'message',
  async (message: { start: ReplicaOptions } | { follow: Instruction }) => {
    if ('follow' in message) {
      follow(message.follow);
      process.send?.({ type: 'followed' });
      return;
    }
    try {
      process.send?.({ type: 'started', port: await start(message.start) });
    } catch (error) {
      process.stderr.write(`${(error as Error).stack}\n`);
      process.exit(1);
    }
  },
);
// Whoever started it is gone.
process.on('disconnect', () => process.exit(0));
// Whoever is killed keeps nothing for the next one to start faster.
flushCompileCache();
process.send?.({ type: 'loaded' });
