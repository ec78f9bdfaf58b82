// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../__testUtils__/fakeBackend';
import { targetsOf } from '../../__testUtils__/fixtures';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const REFUSED = {
  status: 403,
  name: 'NotAllowedError',
  code: 'policy-denied',
  message: 'Modules are for engineers.',
  details: { by: 'engineers-only', askFor: ['group:default/platform'] },
};
const BROKEN = {
  status: 503,
  name: 'ServiceUnavailableError',
  code: 'modules-unavailable',
  message: 'The modules repository is away. Try again.',
};

const template = (name: string, moduleRef: string): Entity => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name, namespace: 'default', title: `Form ${name}` },
  spec: { type: 'infrastructure', steps: [{ input: { moduleRef } }] },
});
const TEMPLATES = [
  template('any', '${{ parameters.module }}'),
  template('database', 'postgres-database'),
  template('network', 'network'),
];

function open(path = '', change: (backend: FakeBackend) => void = () => {}) {
  const backend = new FakeBackend();
  backend.myTargets = () => targetsOf();
  change(backend);
  renderPlugin({
    path: `/self-service/modules${path}`,
    backend,
    entities: TEMPLATES,
  });
  return backend;
}

const table = (name: RegExp | string) => screen.findByRole('table', { name });

describe('the list of modules', () => {
  it('says of each its name, service, latest approved version, owner and description', async () => {
    open();
    const [, first, second] = within(await table('Modules')).getAllByRole(
      'row',
    );
    expect(
      within(first)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual([
      'v1.1.0',
      'postgres-database',
      'platform',
      'An instance with its settings.',
    ]);
    expect(
      within(first).getByRole('link', { name: 'PostgreSQL database' }),
    ).toHaveAttribute('href', '/self-service/modules/postgres-database');
    expect(second).toHaveTextContent('None approved');
  });

  it('finds by any word of what it says, and offers the way back from nothing', async () => {
    const user = userEvent.setup();
    open();
    const search = await screen.findByRole('searchbox', {
      name: 'Search the modules',
    });
    await user.type(search, 'storage BUCK');
    await waitFor(() =>
      expect(screen.getByText('1 of 2 modules')).toBeInTheDocument(),
    );
    expect(screen.getByRole('link', { name: 'Bucket' })).toBeInTheDocument();
    await user.type(search, 'x');
    expect(await screen.findByText('No module matches')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show all modules' }));
    expect(await screen.findByText('2 of 2 modules')).toBeInTheDocument();
  });

  it('says in words that it loads', async () => {
    open('', ({ reads }) =>
      reads.instead.set('/self-service/modules', () => new Promise(() => {})),
    );
    expect(
      await screen.findByText('The modules are loading'),
    ).toBeInTheDocument();
  });

  it('says what to do when there are none', async () => {
    open('', ({ reads }) => {
      reads.modules = [];
    });
    expect(await screen.findByText('No modules yet')).toBeInTheDocument();
    expect(screen.getByText(/added to iac-catalog.yaml/)).toBeInTheDocument();
  });

  it('says what went wrong, and tries again', async () => {
    const user = userEvent.setup();
    const { reads } = open('', backend =>
      backend.reads.instead.set('/self-service/modules', () => BROKEN),
    );
    expect(
      await screen.findByText(/The modules repository is away/),
    ).toBeInTheDocument();
    expect(screen.getByText('modules-unavailable')).toBeInTheDocument();
    reads.instead.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await table('Modules')).toBeInTheDocument();
  });

  it('says who is not allowed by which rule, and whom to ask', async () => {
    open('', ({ reads }) =>
      reads.instead.set('/self-service/modules', () => REFUSED),
    );
    expect(
      await screen.findByText('Not allowed: you may not see the modules'),
    ).toBeInTheDocument();
    expect(screen.getByText('engineers-only')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'platform' })).toBeInTheDocument();
  });
});

describe('the page of a module', () => {
  it('shows the inputs of the newest approved version, required ones first', async () => {
    open('/postgres-database');
    const rows = within(await table('Inputs of v1.1.0')).getAllByRole('row');
    expect(rows[1]).toHaveTextContent(
      'namestringRequiredNoneUnique within the account.Lower-case letters and hyphens.',
    );
    expect(rows[2]).toHaveTextContent('data_classification');
    expect(rows[3]).toHaveTextContent('sizestringOptional"small"');
    const words = rows.map(({ textContent }) => textContent).join('\n');
    expect(words).toContain('list(string)');
    expect(words).toContain('map(string)');
    expect(words).toContain('object({ day, hour })');
    expect(words).toContain('extraany');
    expect(words).toContain('Sensitive: given as a reference');
    expect(await table('Outputs of v1.1.0')).toHaveTextContent(
      'endpointWhere to connect.passwordSensitive',
    );
  });

  it('lists the versions with why one is blocked, and shows another one', async () => {
    const user = userEvent.setup();
    open('/postgres-database');
    const versions = await table('Versions of the module');
    const [, blocked, shown] = within(versions).getAllByRole('row');
    expect(blocked).toHaveTextContent('BlockedIt loses backups');
    expect(shown).toHaveTextContent('v1.1.0 Shown belowApproved');
    await user.click(screen.getByRole('link', { name: 'Show v1.2.0' }));
    expect(await table('Inputs of v1.2.0')).toBeInTheDocument();
    expect(screen.getByText(/Blocked: It loses backups/)).toBeInTheDocument();
  });

  it('says who may use it where, oneself first', async () => {
    const backend = open('/postgres-database');
    const [, dev, prod, staging] = within(
      await table('Who may deploy postgres-database, by environment'),
    ).getAllByRole('row');
    expect(dev).toHaveTextContent('devYou maypayments, data');
    expect(prod).toHaveTextContent(
      'prodYou may, with change ticketdata (with change ticket)',
    );
    expect(staging).toHaveTextContent('stagingYou mayNobody');
    expect(backend.calls).toContain(
      '/ownership/matrix?action=service.deploy&service=postgres-database',
    );
  });

  it('leads to the forms that use it, those for any module filled with its name', async () => {
    open('/postgres-database');
    const links = await screen.findAllByRole('link', { name: /^Use it: / });
    expect(
      links.map(link => [link.textContent, link.getAttribute('href')]),
    ).toEqual([
      ['Use it: Form database', '/create/templates/default/database'],
      [
        'Use it: Form any',
        `/create/templates/default/any?formData=${encodeURIComponent(
          '{"module":"postgres-database"}',
        )}`,
      ],
    ]);
  });

  it('renders the README, and nothing of it runs', async () => {
    open('/postgres-database');
    const readme = await screen.findByRole('region', { name: 'README' });
    expect(
      within(readme).getByRole('heading', {
        level: 4,
        name: 'PostgreSQL database',
      }),
    ).toBeInTheDocument();
    expect(within(readme).getByText('its').tagName).toBe('STRONG');
    expect(within(readme).getByText('inputs = {}')).toBeInTheDocument();
    expect(
      within(readme).getByRole('table', { name: 'Table: name, default' }),
    ).toHaveTextContent('sizesmall');
    expect(within(readme).getAllByRole('listitem')).toHaveLength(2);
    expect(
      within(readme)
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual(['https://docs.test/guide']);
  });

  it('shows a module of which no version is approved, with the reason', async () => {
    open('/bucket');
    expect(await screen.findByText('None approved')).toBeInTheDocument();
    expect(
      (await screen.findAllByText(/It is open to all/)).length,
    ).toBeGreaterThan(0);
  });

  it.each([
    ['a module', '/self-service/modules/postgres-database', /this module$/],
    [
      'a version',
      '/self-service/modules/postgres-database/versions/v1.1.0',
      /this version$/,
    ],
    ['the policy', '/ownership/matrix', /not see who may use it$/],
  ])('says so when %s may not be seen', async (_, path, words) => {
    open('/postgres-database', ({ reads }) =>
      reads.instead.set(path, () => REFUSED),
    );
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.getByText('engineers-only')).toBeInTheDocument();
  });

  it.each([
    ['a module', '/self-service/modules/postgres-database'],
    ['a version', '/self-service/modules/postgres-database/versions/v1.1.0'],
    ['the policy', '/ownership/matrix'],
  ])('says what went wrong when %s cannot be read', async (_, path) => {
    open('/postgres-database', ({ reads }) =>
      reads.instead.set(path, () => BROKEN),
    );
    expect(await screen.findByText('modules-unavailable')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
  });

  it('says so when there is no such module', async () => {
    open('/nothing', ({ reads }) =>
      reads.instead.set('/self-service/modules/nothing', () => ({
        status: 404,
        name: 'NotFoundError',
        code: 'module-not-found',
        message: 'There is no module "nothing".',
      })),
    );
    expect(
      await screen.findByText(/There is no module "nothing"/),
    ).toBeInTheDocument();
  });
});
