// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A portal with a clock of ends that tests move, and what people do with resources that end, over HTTP.
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { notificationService } from '@backstage/plugin-notifications-node';
import type {
  ManagedResource,
  ResourceDetail,
} from '@fairway/backstage-plugin-self-service-common';
import {
  person,
  type Portal,
  service,
  startPortal,
} from '../../__testUtils__/portal';
import { pusher } from '../../__testUtils__/pusher';
import { DEV, unit } from '../../__testUtils__/world';
import { movedClock } from './movedClock';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** For the tests of one file. What belongs to Pia is gone after each, since a team has one at a time in this company. */
export function portalOfEnds() {
  const { clock, feature } = movedClock();
  const sent = jest.fn();
  let portal: Portal;

  const mine = async (name: string, query = ''): Promise<ManagedResource[]> =>
    (await portal.send('get', `/resources${query}`, { as: person(name) })).body
      .items;

  const reconcile = () =>
    portal.scheduler.triggerTask('self-service-reconcile');

  /** Out of Git by hand, past the portal, which nobody tells; from then on it counts against no limit. */
  async function takeAway(folder: string): Promise<void> {
    const path = `${DEV}/${folder}/terragrunt.hcl`;
    await pusher(portal.world.gitDir)('main', { [path]: undefined }, 'dan');
    await reconcile();
  }

  beforeAll(async () => {
    portal = await startPortal({
      features: [
        feature,
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({ send: sent }),
        }),
      ],
    });
  });

  afterAll(() => portal.stop());

  beforeEach(() => {
    clock.ahead = 0;
    sent.mockReset();
  });

  afterEach(async () => {
    for (const { name, phase } of await mine('pia')) {
      if (phase !== 'gone') await takeAway(name);
    }
  });

  const round = () => portal.scheduler.triggerTask('self-service-lifetimes');

  const get = async (id: string, name = 'pia'): Promise<ResourceDetail> =>
    (await portal.send('get', `/resources/${id}`, { as: person(name) })).body;

  const act = (path: string, name: string, body: object = {}) =>
    portal.send('post', path, {
      as: person(name),
      body: { reason: 'Not done yet', ...body },
    });

  return {
    portal: () => portal,
    mine,
    takeAway,
    reconcile,
    round,
    get,
    setAhead: (milliseconds: number) => {
      clock.ahead = milliseconds;
    },
    async goOn(milliseconds: number) {
      clock.ahead += milliseconds;
      await round();
    },
    /** What owners were told of ends. */
    told: () =>
      sent.mock.calls
        .map(([message]) => message)
        .filter(({ payload }) => payload.topic === 'self-service lifetimes'),
    extend: (id: string, body: object, name = 'paul') =>
      act(`/resources/${id}/extend`, name, body),
    keep: (id: string, name = 'paul') => act(`/resources/${id}/keep`, name),

    /** There, by an approved request. */
    async order(
      folder: string,
      options: { lifetime?: string; by?: string; module?: string } = {},
    ): Promise<ManagedResource> {
      const { lifetime = 'P14D', by = 'pia', module } = options;
      const path = `${DEV}/${folder}/terragrunt.hcl`;
      const files = [{ path, content: unit({ module }) }];
      const opened = await portal.open(by, files, { lifetime });
      await portal.approve(opened);
      await portal.until(
        opened.id,
        ({ execution }) => execution === 'succeeded',
      );
      const found = (await mine(by)).find(({ name }) => name === folder);
      if (!found) throw new Error(`${folder} is not there`);
      return found;
    },

    /** The removal that is asked for. */
    async removalOf(id: string) {
      const { lifetime } = await get(id);
      if (!lifetime?.removalRequestId) {
        throw new Error('No removal is asked for');
      }
      return portal.until(
        lifetime.removalRequestId,
        ({ outputs }) => outputs.pullRequestNumber !== undefined,
      );
    },

    async annotationsOf(name: string) {
      const { body } = await portal.send('get', '/entities', {
        as: service('plugin:catalog'),
      });
      return body.entities.find(
        (each: { metadata: { name: string } }) => each.metadata.name === name,
      )?.metadata.annotations;
    },
  };
}

export const until = (moment: number) => new Date(moment).toISOString();
