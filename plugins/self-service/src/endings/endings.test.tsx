// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import type { BreakGlassRecord } from '@fairway/backstage-plugin-ownership-common';
import type { ManagedResource } from '@fairway/backstage-plugin-self-service-common';
import {
  RequestSourceBlueprint,
  type TemporaryAccess,
} from '@fairway/requests-react';
import { screen, within } from '@testing-library/react';
import { FakeBackend } from '../__testUtils__/fakeBackend';
import { renderPlugin } from '../__testUtils__/renderPlugin';

const DAY = 24 * 3_600_000;
const inDays = (days: number) =>
  new Date(Date.now() + (days + 0.5) * DAY).toISOString();

const DEV: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'dev', namespace: 'default' },
  spec: { type: 'environment', owner: 'group:default/platform' },
};

const GRANT: BreakGlassRecord = {
  id: 'grant-1',
  state: 'active',
  userEntityRef: 'user:default/test',
  reason: 'The ledger is stuck',
  ticket: 'INC-7',
  minutes: 60,
  service: 'networking',
  requestedAt: inDays(-1),
  expiresAt: inDays(1),
  approvedBy: ['user:default/pat'],
  approvalsNeeded: 1,
  mayApprove: false,
  mayClose: true,
};

const RESOURCE: ManagedResource = {
  id: 'a'.repeat(64),
  name: 'notes',
  entityRef: 'resource:default/dev-notes',
  receiver: 'notebook',
  path: 'dev/payments-api/notes',
  environment: 'dev',
  service: 'payments-api',
  requesterRef: 'user:default/test',
  requestId: 'request-1',
  phase: 'grace',
  lifetime: { duration: 'P2D', expiresAt: inDays(2), removalAt: inDays(3) },
  mayExtend: true,
};

/** A plugin beside it, which has access that ends. */
const neighbour = (temporaryAccess: () => Promise<TemporaryAccess[]>) =>
  createFrontendModule({
    pluginId: 'app',
    extensions: [
      RequestSourceBlueprint.make({
        name: 'neighbour',
        params: define =>
          define({
            deps: {},
            factory: () => ({
              id: 'neighbour',
              title: 'Neighbour',
              api: {
                list: async () => ({ items: [] }),
                counts: async () => ({ waitingForMe: 0 }),
              } as never,
              pageOf: () => undefined,
              temporaryAccess,
            }),
          }),
      }),
    ],
  });

const access = (changes: Partial<TemporaryAccess>): TemporaryAccess => ({
  id: 'one',
  title: 'Access of reader to orders.created',
  environment: 'dev',
  holderRefs: ['group:default/payments'],
  expiresAt: inDays(3),
  page: '/kafka/topics/dev/orders.created',
  ...changes,
});

function open(
  path: string,
  options: {
    backend?: FakeBackend;
    temporaryAccess?: () => Promise<TemporaryAccess[]>;
  } = {},
) {
  const { backend = new FakeBackend(), temporaryAccess } = options;
  renderPlugin({
    path: `/self-service/${path}`,
    backend,
    entities: [DEV],
    features: temporaryAccess ? [neighbour(temporaryAccess)] : [],
  });
}

const rows = async (name: string) =>
  within(await screen.findByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map(row => row.textContent);

describe('the page of an environment', () => {
  it('shows the access of every plugin that ends there within a week, the next first', async () => {
    const backend = new FakeBackend();
    backend.reads.breakGlass = [
      GRANT,
      { ...GRANT, id: 'grant-2', state: 'waiting', reason: 'Not yet' },
    ];
    open('environments/dev', {
      backend,
      temporaryAccess: async () => [
        access({}),
        access({ id: 'elsewhere', environment: 'prod', title: 'Of prod' }),
        access({ id: 'later', expiresAt: inDays(9), title: 'Later' }),
      ],
    });
    const shown = await rows('Access that ends in dev within a week');
    expect(shown).toHaveLength(2);
    expect(shown[0]).toMatch(/networking: The ledger is stuckEvery one/);
    expect(shown[1]).toMatch(/^Access of reader to orders\.createddev.*3 days/);
    expect(
      screen.getByRole('link', { name: 'Access of reader to orders.created' }),
    ).toHaveAttribute('href', '/kafka/topics/dev/orders.created');
  });

  it('says which plugin does not answer, and shows the rest', async () => {
    const backend = new FakeBackend();
    backend.reads.breakGlass = [GRANT];
    open('environments/dev', {
      backend,
      temporaryAccess: async () => {
        throw new Error('The cluster is away.');
      },
    });
    expect(await rows('Access that ends in dev within a week')).toHaveLength(1);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Neighbour.*The cluster is away\./,
    );
  });

  it('says that none ends', async () => {
    open('environments/dev');
    expect(
      await screen.findByText(/No access ends within a week/),
    ).toBeInTheDocument();
  });
});

describe('my requests', () => {
  it('show what of mine ends, and not the access of others', async () => {
    const backend = new FakeBackend();
    backend.reads.resources = [RESOURCE];
    backend.reads.breakGlass = [
      GRANT,
      { ...GRANT, id: 'grant-2', userEntityRef: 'user:default/pat' },
    ];
    open('requests', { backend });
    const resources = await rows(
      'Resources of yours that end, the next one first',
    );
    expect(resources).toEqual([expect.stringMatching(/notes.*dev.*2 days/)]);
    expect(await rows('Access of yours that ends')).toHaveLength(1);
  });

  it('do not say that nothing ends beside access that does', async () => {
    const backend = new FakeBackend();
    backend.reads.breakGlass = [GRANT];
    open('requests', { backend });
    expect(await rows('Access of yours that ends')).toHaveLength(1);
    expect(await screen.findByText(/No resource of yours/)).toBeInTheDocument();
    expect(screen.queryByText(/Nothing .* ends/)).not.toBeInTheDocument();
  });

  it('say that nothing ends', async () => {
    open('requests');
    expect(
      await screen.findByText(
        'No resource of yours or of your teams ends by itself.',
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('No access of yours ends soon.'),
    ).toBeInTheDocument();
  });
});
