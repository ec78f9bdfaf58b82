// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  AWAY,
  FakeBackend,
  NEVER,
  REFUSED,
} from '../../__testUtils__/fakeBackend';
import { matrixPage, whoCan } from '../../__testUtils__/fixtures';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const open = (backend: FakeBackend, search = '') =>
  renderPlugin({ path: `/ownership/matrix${search}`, backend });

const choose = async (label: string, option: string) => {
  const user = userEvent.setup();
  await user.click(
    screen.getByRole('button', { name: new RegExp(`${label}$`) }),
  );
  await user.click(await screen.findByRole('option', { name: option }));
};

const lastMatrix = (backend: FakeBackend) =>
  backend
    .callsTo('/matrix')
    .filter(call => call.includes('offset='))
    .at(-1);

describe('MatrixPage', () => {
  it('says in words who may do it, service by service', async () => {
    open(new FakeBackend());
    const table = await screen.findByRole('table', {
      name: 'service.deploy by environment',
    });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(cell => cell.textContent),
    ).toEqual(['What', 'dev', 'prod']);
    const row = within(table).getByRole('row', { name: /^networking/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual(['netops: Allowed', 'netops: With changeTicket']);
  });

  it('turns rows and cells round: what a team may', async () => {
    const user = userEvent.setup();
    open(new FakeBackend());
    await user.click(await screen.findByRole('radio', { name: 'By team' }));
    const row = await screen.findByRole('row', { name: /^payments/ });
    expect(row).toHaveTextContent('payments-api: Allowed');
    expect(screen.getByRole('row', { name: /^data/ })).toHaveTextContent(
      'Nothing',
    );
  });

  it('filters by action, team, service and environment, on the server', async () => {
    const backend = new FakeBackend();
    open(backend);
    await screen.findByRole('table');
    await choose('Team', 'netops');
    await choose('Service', 'payments-api');
    await choose('Environment', 'prod');
    await waitFor(() =>
      expect(lastMatrix(backend)).toBe(
        'GET /matrix?action=service.deploy&environment=prod&service=payments-api&team=netops&offset=0&limit=500',
      ),
    );
    // One answer was asked for: a refusal is one.
    expect(
      await screen.findByRole('button', {
        name: 'netops: Not allowed, payments-api in prod',
      }),
    ).toBeInTheDocument();

    await choose('Action', 'store.request');
    // Stores are no services.
    await waitFor(() =>
      expect(lastMatrix(backend)).toBe(
        'GET /matrix?action=store.request&environment=prod&team=netops&offset=0&limit=500',
      ),
    );
    expect(
      screen.queryByRole('button', { name: /Service$/ }),
    ).not.toBeInTheDocument();
  });

  it('starts with the filters of the address', async () => {
    const backend = new FakeBackend();
    open(backend, '?action=service.plan&team=data&rows=teams');
    await screen.findByRole('table', { name: 'service.plan by environment' });
    expect(lastMatrix(backend)).toBe(
      'GET /matrix?action=service.plan&team=data&offset=0&limit=500',
    );
  });

  it('explains a cell: rule, line, condition, and the way on', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    open(backend);
    await user.click(
      await screen.findByRole('button', {
        name: 'payments: With changeTicket, payments-api in prod',
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'payments: service.deploy payments-api in prod',
    });
    expect(await within(dialog).findByText('owners-prod')).toBeInTheDocument();
    expect(dialog).toHaveTextContent(
      '(line 29; for owner:service; if request.changeTicket is given)',
    );
    expect(
      within(dialog).getByRole('link', { name: 'Who can' }),
    ).toHaveAttribute(
      'href',
      '/ownership/who-can?action=service.deploy&environment=prod&service=payments-api',
    );
    expect(backend.callsTo('/who-can')).toEqual([
      'GET /who-can?action=service.deploy&environment=prod&service=payments-api',
    ]);
    await user.click(
      within(dialog).getByRole('link', { name: 'Explain it for me' }),
    );
    expect(
      await screen.findByRole('region', { name: 'Decision' }),
    ).toBeInTheDocument();
  });

  it('explains why nobody may, and whom to ask', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    backend.matrix = query => {
      const page = matrixPage(query);
      const rows = page.rows.map(row => ({
        ...row,
        cells: row.cells.map(cell => ({ ...cell, decision: 'deny' as const })),
      }));
      return { ...page, rows };
    };
    backend.whoCan = () => whoCan({ entries: [] });
    open(backend);
    await user.click(
      await screen.findByRole('button', {
        name: 'Nobody: payments-api in prod',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText(/No rule allows service.deploy/),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByRole('link', { name: /payments/ }),
    ).toHaveAttribute('href', '/catalog/default/group/payments');
  });

  it('says how much is shown of a large matrix, and shows more', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    backend.matrix = query => {
      const page = matrixPage(query);
      const offset = Number(query.get('offset') ?? 0);
      return {
        ...page,
        rows: offset === 0 ? page.rows.slice(0, 2) : page.rows.slice(2),
        total: 4,
      };
    };
    open(backend);
    expect(await screen.findByText(/2 of 4 rows/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(
      await screen.findByRole('columnheader', { name: 'prod' }),
    ).toBeInTheDocument();
    expect(lastMatrix(backend)).toContain('offset=500');
    expect(screen.queryByText(/of 4 rows/)).not.toBeInTheDocument();
  });

  it('shows an outline while loading', async () => {
    const backend = new FakeBackend();
    backend.matrix = NEVER;
    open(backend);
    expect(await screen.findByText('Loading the matrix')).toBeInTheDocument();
  });

  it('says what to do when nothing matches', async () => {
    const backend = new FakeBackend();
    backend.matrix = query => ({ ...matrixPage(query), rows: [], total: 0 });
    open(backend);
    expect(
      await screen.findByRole('heading', { name: 'Nothing to show' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('shows code, cause and remedy of an error, and tries again', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    backend.matrix = () => AWAY;
    open(backend);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The matrix could not be loaded');
    expect(alert).toHaveTextContent('ownership-policy-missing');
    backend.matrix = matrixPage;
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table')).toBeInTheDocument();
  });

  it('says which rule refuses and whom to ask', async () => {
    const backend = new FakeBackend();
    backend.matrix = () => REFUSED;
    open(backend);
    expect(
      await screen.findByText('Not allowed: you may not see the matrix'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /platform/ })).toBeInTheDocument();
  });
});
