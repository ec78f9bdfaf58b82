// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import { screen, waitFor } from '@testing-library/react';
import { FakeBackend } from '../../__testUtils__/fakeBackend';
import { openForm } from '../../__testUtils__/fieldForm';
import { ordersDb } from '../../__testUtils__/modules';

const LIVE = 'local?owner=acme&repo=infrastructure-live';
const UNITS = '/self-service/repositories/units';
const network = {
  ...ordersDb,
  path: 'live/acme-prod/eu-west-1/prod/network',
  name: 'network',
  environment: 'prod',
  module: { name: 'network', version: 'v1.1.0' },
};

function open(
  options: JsonObject = {},
  more: {
    initialState?: JsonObject;
    change?: (backend: FakeBackend) => void;
  } = {},
) {
  const backend = new FakeBackend();
  backend.reads.units = [ordersDb, network];
  more.change?.(backend);
  const form = openForm({
    backend,
    initialState: more.initialState,
    required: ['unit'],
    properties: {
      environment: { title: 'Environment', type: 'string' },
      unit: {
        title: 'Unit',
        type: 'string',
        'ui:field': 'FairwayUnit',
        'ui:options': { repoUrl: LIVE, ...options },
      },
    },
  });
  return { backend, ...form };
}

const picker = () => screen.findByRole('button', { name: /Unit/ });

describe('FairwayUnit', () => {
  it('offers what is there, with environment, module and version, and stores the folder', async () => {
    const { user, create } = open();
    await user.click(await picker());
    expect(
      screen.getAllByRole('option').map(({ textContent }) => textContent),
    ).toEqual([
      'orders-db · dev · postgres-database v1.0.0',
      'network · prod · network v1.1.0',
    ]);
    await user.click(screen.getByRole('option', { name: /orders-db/ }));
    expect(await create()).toMatchObject({ unit: ordersDb.path });
  });

  it('keeps to the environment of another field, and forgets what was chosen elsewhere', async () => {
    const { user, backend } = open(
      { environmentField: 'environment' },
      { initialState: { environment: 'dev', unit: ordersDb.path } },
    );
    expect(await picker()).toHaveTextContent('orders-db');
    await user.clear(screen.getByRole('textbox', { name: 'Environment' }));
    await user.type(
      screen.getByRole('textbox', { name: 'Environment' }),
      'prod',
    );
    await waitFor(async () =>
      expect(await picker()).toHaveTextContent('Choose a unit'),
    );
    expect(backend.calls).toContain(
      `${UNITS}?${new URLSearchParams({ repoUrl: LIVE, environment: 'prod' })}`,
    );
  });

  it('keeps to the units of one module where one is named', async () => {
    const { user } = open({ module: 'network' });
    await user.click(await picker());
    expect(screen.getAllByRole('option')).toHaveLength(1);
  });

  it('does not let a unit pass that is gone', async () => {
    const { backend, user, review, created } = open();
    await user.click(await picker());
    await user.click(screen.getByRole('option', { name: /orders-db/ }));
    backend.reads.units = [network];
    await review();
    expect(
      (await screen.findAllByText(/There is no unit “live\/acme-dev/)).length,
    ).toBeGreaterThan(0);
    expect(created).toEqual([]);
  });

  it('says so when there is nothing, and how many more there are', async () => {
    open(undefined, {
      change: ({ reads }) =>
        reads.instead.set(UNITS, () => ({
          repoUrl: LIVE,
          baseSha: 'a',
          units: [],
          hidden: 3,
        })),
    });
    expect(await screen.findByText('No units')).toBeInTheDocument();
    expect(
      screen.getByText('3 more are not shown: you may not see them.'),
    ).toBeInTheDocument();
  });

  it('says in words that it loads', async () => {
    open(undefined, {
      change: ({ reads }) =>
        reads.instead.set(UNITS, () => new Promise(() => {})),
    });
    expect(
      await screen.findByText('Looking for the units that you may see'),
    ).toBeInTheDocument();
  });

  it('says what went wrong, and who is not allowed', async () => {
    open(undefined, {
      change: ({ reads }) =>
        reads.instead.set(UNITS, () => ({
          status: 403,
          name: 'NotAllowedError',
          code: 'repository-not-configured',
          message: 'Not named.',
        })),
    });
    expect(
      await screen.findByText('Not allowed: you may not see the units'),
    ).toBeInTheDocument();
  });
});
