// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The plugin in a backend of its own, with the real ownership backend beside it and real repositories below it; what
// people, services and pipelines do to it is done over HTTP.
import {
  type BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the real one answers here
import ownershipPlugin from '@fairway/backstage-plugin-ownership-backend';
import type {
  ChangeFile,
  ChangeOutputs,
} from '@fairway/backstage-plugin-self-service-common';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { RequestDetail } from '@fairway/requests-common';
import request from 'supertest';
import selfServicePlugin from '../index';
import { waitFor } from './waitFor';
import { createWorld, LIVE, PEOPLE, type World } from './world';

export const service = (subject: string) =>
  mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'self-service',
  });

/** The static external access token of a runner. */
export const RUNNER = service('external:demo-runner');

export const person = (name: string) =>
  mockCredentials.user.header(`user:default/${name}`);

/** A request whose outputs are known to be those of a change. */
export type ChangeDetail = RequestDetail & { outputs: ChangeOutputs };

export type Portal = Awaited<ReturnType<typeof startPortal>>;

export async function startPortal(
  options: {
    /** Over the keys of `selfService`. */
    settings?: JsonObject;
    /** Of the catalog, beside the people. */
    entities?: Entity[];
    /** Beside `selfService`. */
    config?: JsonObject;
    /** Beside those that every test has. */
    features?: BackendFeature[];
  } = {},
) {
  const world: World = await createWorld();
  const auditor = mockServices.auditor.mock();
  const audited = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(audited);
  const events = mockServices.events();
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      selfServicePlugin,
      ownershipPlugin,
      catalogServiceMock.factory({
        entities: [...PEOPLE, ...(options.entities ?? [])],
      }),
      // Whoever sends no token is nobody.
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      mockServices.rootConfig.factory({
        data: {
          ...world.config,
          ...options.config,
          selfService: {
            ...(world.config.selfService as JsonObject),
            ...options.settings,
          },
        },
      }),
      auditor.factory,
      ...(options.features ?? []),
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
  let keys = 0;

  const send = (
    method: 'get' | 'post' | 'patch',
    path: string,
    { as, body }: { as?: string; body?: object } = {},
  ) => {
    const call = request(backend.server)[method](`/api/self-service${path}`);
    if (as !== undefined) call.set('Authorization', as);
    return body === undefined ? call : call.send(body);
  };

  const until = (
    id: string,
    condition: (detail: ChangeDetail) => boolean,
  ): Promise<ChangeDetail> =>
    waitFor(
      async () => {
        const { body } = await send('get', `/requests/${id}`, {
          as: person('pat'),
        });
        if (body.error) throw new Error(JSON.stringify(body.error));
        return condition(body) && body;
      },
      // As long as Git takes on a busy machine.
      { within: 50_000 },
    );

  /** Submitted by a person, with its pull request open. */
  const open = async (name: string, files: ChangeFile[], more: object = {}) => {
    const { body } = await send('post', '/requests', {
      as: person(name),
      body: {
        kind: 'change',
        submit: 'now',
        title: 'Order a database',
        idempotencyKey: `portal-${keys++}`,
        payload: { repoUrl: LIVE, files, ...more },
      },
    });
    if (body.error) throw new Error(JSON.stringify(body.error));
    return until(
      body.request.id,
      ({ outputs }) => outputs.pullRequestNumber !== undefined,
    );
  };

  const approve = ({ id, planDigest }: RequestDetail, name = 'pat') =>
    send('post', `/requests/${id}/approve`, {
      as: person(name),
      body: { planDigest },
    });

  /** Merged, and waiting for the word of a pipeline. */
  const merged = async (
    name: string,
    files: ChangeFile[],
    more: object = {},
  ) => {
    const opened = await open(name, files, more);
    await approve(opened);
    return until(
      opened.id,
      ({ execution, outputs }) =>
        execution === 'waiting' && outputs.mergeSha !== undefined,
    );
  };

  return {
    world,
    backend,
    auditor,
    audited,
    events,
    scheduler,
    send,
    until,
    open,
    approve,
    merged,
    async stop() {
      await backend.stop();
      await world.remove();
    },
  };
}

/** The code of a refusal. */
export const codeOf = ({ body }: { body: { error?: { code?: string } } }) =>
  body.error?.code;
