// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import { screen, within } from '@testing-library/react';
import { FakeBackend } from '../../__testUtils__/fakeBackend';
import { openForm } from '../../__testUtils__/fieldForm';
import { ordersDb } from '../../__testUtils__/modules';
import {
  blockName,
  relativePath,
  targetFolder,
  toDependencies,
} from './dependencies';

const LIVE = 'local?owner=acme&repo=infrastructure-live';
const UNITS = '/self-service/repositories/units';
const OPTIONS = {
  repoUrl: LIVE,
  environmentField: 'environment',
  target: 'live/acme-{environment}/eu-west-1/{environment}/{name}',
  module: 'postgres-database',
  version: 'v1.1.0',
};

function open(
  more: {
    initialState?: JsonObject;
    change?: (backend: FakeBackend) => void;
  } = {},
) {
  const backend = new FakeBackend();
  backend.reads.units = [ordersDb];
  more.change?.(backend);
  const form = openForm({
    backend,
    initialState: {
      environment: 'dev',
      name: 'reports-db',
      ...more.initialState,
    },
    properties: {
      environment: { title: 'Environment', type: 'string' },
      name: { title: 'Name', type: 'string' },
      dependencies: {
        title: 'Takes from',
        type: 'array',
        items: { type: 'object' },
        'ui:field': 'FairwayDependency',
        'ui:options': OPTIONS,
      },
    },
  });
  return { backend, ...form };
}

type User = ReturnType<typeof open>['user'];

async function choose(user: User, name: RegExp, option: RegExp) {
  await user.click(await screen.findByRole('button', { name }));
  await user.click(screen.getByRole('option', { name: option }));
}
const add = async (user: User) =>
  user.click(
    await screen.findByRole('button', { name: 'Take from another unit' }),
  );

describe('FairwayDependency', () => {
  it('takes outputs of another unit for inputs, as the action wants them', async () => {
    const { user, create } = open();
    expect(
      await screen.findByText('It takes nothing from other units yet.'),
    ).toBeInTheDocument();
    await add(user);
    await choose(user, /Choose a unit/, /orders-db/);
    await choose(user, /Input 1 filled from orders-db/, /^engine_version$/);
    await choose(user, /Output 1 of orders-db/, /^endpoint$/);
    await user.click(
      screen.getByRole('button', { name: 'Take an output of orders-db' }),
    );
    await choose(user, /Input 2 filled from orders-db/, /^admin_password$/);
    await choose(user, /Output 2 of orders-db/, /^password \(sensitive\)$/);
    expect((await create())?.dependencies).toEqual([
      {
        name: 'orders-db',
        configPath: '../orders-db',
        outputs: { engine_version: 'endpoint', admin_password: 'password' },
      },
    ]);
  });

  it('does not let a dependency pass that fills nothing, and takes it out again', async () => {
    const { user, review, create } = open();
    await add(user);
    await choose(user, /Choose a unit/, /orders-db/);
    await review();
    expect(
      (
        await screen.findAllByText(
          /Choose an input and an output for orders-db/,
        )
      ).length,
    ).toBeGreaterThan(0);
    await user.click(
      screen.getByRole('button', { name: 'Do not take from orders-db' }),
    );
    expect((await create())?.dependencies).toEqual([]);
  });

  it('shows what the form was opened with', async () => {
    open({
      initialState: {
        dependencies: [
          {
            name: 'orders-db',
            configPath: '../orders-db',
            outputs: { engine_version: 'endpoint' },
          },
        ],
      },
    });
    const unit = await screen.findByRole('group', { name: 'Unit 1' });
    expect(
      await within(unit).findByRole('button', {
        name: /engine_version.*Input 1 filled|Input 1 filled/,
      }),
    ).toHaveTextContent('engine_version');
  });

  it('says so when there is no other unit', async () => {
    open({
      change: ({ reads }) => {
        reads.units = [];
      },
    });
    expect(await screen.findByText('No other units')).toBeInTheDocument();
  });

  it('says in words that it loads', async () => {
    open({
      change: ({ reads }) =>
        reads.instead.set(UNITS, () => new Promise(() => {})),
    });
    expect(
      await screen.findByText('Looking for units with outputs'),
    ).toBeInTheDocument();
  });

  it('says what went wrong, and tries again', async () => {
    const { user, backend } = open({
      change: ({ reads }) =>
        reads.instead.set(UNITS, () => ({
          status: 503,
          name: 'ServiceUnavailableError',
          code: 'catalog-away',
          message: 'Away',
        })),
    });
    expect(await screen.findByText('catalog-away')).toBeInTheDocument();
    backend.reads.instead.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('button', { name: 'Take from another unit' }),
    ).toBeInTheDocument();
  });
});

describe('the value of dependencies', () => {
  it('names the way from the unit to the other', () => {
    expect(relativePath('a/b/c', 'a/d/e')).toBe('../../d/e');
    const row = { id: 0, unit: 'live/dev/1st net.work', outputs: [] };
    expect(toDependencies([row], 'live/prod/db')).toEqual([
      {
        name: '_1st_net_work',
        configPath: '../../dev/1st net.work',
        outputs: {},
      },
    ]);
    expect(toDependencies([row])[0].configPath).toBe('../1st net.work');
    expect(blockName('a/network')).toBe('network');
  });

  it('knows the folder once all fields of it are filled in', () => {
    expect(targetFolder('a/{x}/{y}', { x: '1', y: '2' })).toBe('a/1/2');
    expect(targetFolder('a/{x}/{y}', { x: '1' })).toBeUndefined();
    expect(targetFolder(undefined, {})).toBeUndefined();
  });
});
