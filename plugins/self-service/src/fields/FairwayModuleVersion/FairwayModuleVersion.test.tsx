// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import { screen, waitFor } from '@testing-library/react';
import { FakeBackend } from '../../__testUtils__/fakeBackend';
import { openForm } from '../../__testUtils__/fieldForm';
import { bucket, database, ordersDb } from '../../__testUtils__/modules';

const MODULE = '/self-service/modules/postgres-database';

function open(
  options: JsonObject = { module: 'postgres-database' },
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
    initialState: more.initialState,
    required: ['version'],
    properties: {
      version: {
        title: 'Version',
        type: 'string',
        'ui:field': 'FairwayModuleVersion',
        'ui:options': options,
      },
    },
  });
  return { backend, ...form };
}

const radio = (name: RegExp) => screen.findByRole('radio', { name });

describe('FairwayModuleVersion', () => {
  it('chooses the newest approved version, and greys a blocked one with the reason', async () => {
    const { create } = open();
    const blocked = await radio(/^v1.2.0/);
    expect(blocked).toBeDisabled();
    expect(blocked).toHaveAccessibleName(/Blocked/);
    expect(blocked).toHaveAccessibleDescription('It loses backups');
    await waitFor(async () => expect(await radio(/^v1.1.0/)).toBeChecked());
    expect(await radio(/^v1.1.0/)).toHaveAccessibleName(/Newest/);
    expect(await create()).toEqual({ version: 'v1.1.0' });
  });

  it('lets another approved version be chosen, by keyboard too', async () => {
    const { user, create } = open();
    await waitFor(async () => expect(await radio(/^v1.1.0/)).toBeChecked());
    await user.tab();
    while (document.activeElement?.tagName === 'A') await user.tab();
    expect(await radio(/^v1.1.0/)).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(await create()).toEqual({ version: 'v1.0.0' });
  });

  it('knows the module of a unit, and which version it has now', async () => {
    open(
      { repoUrl: 'live', unitField: 'unit' },
      { initialState: { unit: ordersDb.path } },
    );
    expect(await radio(/^v1.0.0/)).toHaveAccessibleName(/In use now/);
  });

  it('does not let a version pass that was blocked meanwhile', async () => {
    const { backend, user, created, review } = open();
    await waitFor(async () => expect(await radio(/^v1.1.0/)).toBeChecked());
    backend.reads.modules = [
      {
        ...database,
        versions: [
          { version: 'v1.1.0', status: 'blocked', reason: 'Found wanting.' },
        ],
      },
    ];
    await review();
    expect(
      (
        await screen.findAllByText(
          /The version v1.1.0 is blocked: Found wanting/,
        )
      ).length,
    ).toBeGreaterThan(0);
    expect(
      screen.getByRole('radiogroup', { name: /^Version/ }),
    ).toHaveAttribute('aria-invalid', 'true');
    await user.click(await radio(/^v1.0.0/));
    await review();
    expect(
      (await screen.findAllByText(/“v1.0.0” is not listed/)).length,
    ).toBeGreaterThan(0);
    expect(created).toEqual([]);
  });

  it('does not let a version pass that could not be checked', async () => {
    const { backend, review, created } = open();
    await waitFor(async () => expect(await radio(/^v1.1.0/)).toBeChecked());
    backend.reads.instead.set(MODULE, () => ({
      status: 503,
      name: 'ServiceUnavailableError',
      message: 'Away',
    }));
    await review();
    expect(
      (await screen.findAllByText(/could not be checked .* \(Away\)/)).length,
    ).toBeGreaterThan(0);
    expect(created).toEqual([]);
  });

  it('says so when nothing is named yet', async () => {
    open({ moduleField: 'module' });
    expect(
      await screen.findByText('Choose what to use first'),
    ).toBeInTheDocument();
  });

  it('says so when no version is listed', async () => {
    open(
      { module: 'bucket' },
      {
        change: ({ reads }) => {
          reads.modules = [{ ...bucket, versions: [] }];
        },
      },
    );
    expect(
      await screen.findByText(/lists no version of “Bucket”/),
    ).toBeInTheDocument();
  });

  it('says so when every version is blocked, and whom to ask', async () => {
    open(
      { module: 'bucket' },
      {
        change: ({ reads }) => {
          reads.modules = [{ ...bucket, ownerRef: 'group:default/platform' }];
        },
      },
    );
    expect(
      await screen.findByText(
        'Not allowed: no version of this module may be used',
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'platform' })).toBeInTheDocument();
    expect(await radio(/^v1.0.0/)).toBeDisabled();
  });

  it('says in words that it loads', async () => {
    open(undefined, {
      change: ({ reads }) =>
        reads.instead.set(MODULE, () => new Promise(() => {})),
    });
    expect(
      await screen.findByText('Reading which versions may be used'),
    ).toBeInTheDocument();
  });

  it('says what went wrong, and tries again', async () => {
    const { user, backend } = open(undefined, {
      change: ({ reads }) =>
        reads.instead.set(MODULE, () => ({
          status: 503,
          name: 'ServiceUnavailableError',
          code: 'modules-unavailable',
          message: 'Away',
        })),
    });
    expect(await screen.findByText('modules-unavailable')).toBeInTheDocument();
    backend.reads.instead.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await radio(/^v1.1.0/)).toBeInTheDocument();
  });
});
