// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend, listed } from '../../__testUtils__/fakeBackend';
import { changeOf } from '../../__testUtils__/fixtures';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const open = (backend: FakeBackend) =>
  renderPlugin({ path: '/self-service', backend });

describe('ChangesPage', () => {
  it('lists changes with number and title, environment, state, requester and time', async () => {
    const backend = new FakeBackend();
    backend.listChanges = () => ({
      items: [
        listed(changeOf({ id: 'a/b', createdAt: new Date().toISOString() })),
        listed(
          changeOf({ id: 'c', number: 11, title: 'Other', state: 'merged' }),
        ),
      ],
    });
    open(backend);
    const row = await screen.findByRole('row', { name: /Create database/ });
    // The table's own name is fixed, so the region around it says what it lists.
    expect(
      screen.getByRole('region', { name: 'Changes of you and your teams' }),
    ).toContainElement(row);
    expect(
      within(row).getByRole('link', { name: '#12 Create database pg-orders' }),
    ).toHaveAttribute('href', '/self-service/changes/a%2Fb');
    expect(within(row).getByText('dev')).toBeInTheDocument();
    expect(within(row).getByText('Open for review')).toBeInTheDocument();
    expect(within(row).getByRole('link', { name: /pia/ })).toHaveAttribute(
      'href',
      '/catalog/default/user/pia',
    );
    const time = within(row).getByText('now');
    expect(time).toHaveAttribute('title', expect.stringMatching(/20\d\d/));
    expect(screen.getByText('Merged')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Order something' }),
    ).toHaveAttribute('href', '/create');
    expect(
      screen.queryByRole('button', { name: /next/i }),
    ).not.toBeInTheDocument();
  });

  it('goes through the pages by cursor', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    backend.listChanges = query =>
      query.get('cursor') === 'two'
        ? { items: [listed(changeOf({ id: '2', title: 'Second page' }))] }
        : {
            items: [listed(changeOf({ id: '1', title: 'First page' }))],
            nextCursor: 'two',
          };
    open(backend);
    await screen.findByText(/First page/);
    await user.click(screen.getByRole('button', { name: /next/i }));
    expect(await screen.findByText(/Second page/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /previous/i }));
    expect(await screen.findByText(/First page/)).toBeInTheDocument();
    expect(backend.calls).toEqual([
      '/self-service/changes?limit=20',
      '/self-service/changes?cursor=two&limit=20',
    ]);
  });

  it('shows rows in outline while loading', async () => {
    const backend = new FakeBackend();
    backend.listChanges = () => new Promise(() => {});
    open(backend);
    expect(await screen.findByText('Loading table data.')).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'Changes of you and your teams' }),
    ).toHaveAttribute('aria-busy', 'true');
  });

  it('says what this is when there is nothing, and leads to the templates', async () => {
    const user = userEvent.setup();
    open(new FakeBackend());
    expect(
      await screen.findByRole('heading', { name: 'No changes yet' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Order something' }));
    expect(await screen.findByText('The templates')).toBeInTheDocument();
  });

  it('shows code, cause and remedy of an error, and tries again', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    backend.listChanges = () => ({
      status: 503,
      name: 'ServiceUnavailableError',
      code: 'host-unavailable',
      message: 'The repository cannot be read.',
    });
    open(backend);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Error: The changes could not be loaded');
    expect(alert).toHaveTextContent('host-unavailable');
    expect(alert).toHaveTextContent('The repository cannot be read.');
    expect(alert).toHaveTextContent('Try again in a minute.');

    backend.listChanges = () => ({ items: [listed(changeOf())] });
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/Create database/)).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.queryByRole('alert')).not.toBeInTheDocument(),
    );
  });

  it('says which rule refuses and whom to ask', async () => {
    const backend = new FakeBackend();
    backend.listChanges = () => ({
      status: 403,
      name: 'NotAllowedError',
      message: 'Guests see no changes.',
      details: { by: 'no-guests', askFor: ['group:default/platform'] },
    });
    open(backend);
    expect(
      await screen.findByText('Not allowed: you may not see changes'),
    ).toBeInTheDocument();
    expect(screen.getByText('Guests see no changes.')).toBeInTheDocument();
    expect(screen.getByText('no-guests')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /platform/ })).toHaveAttribute(
      'href',
      '/catalog/default/group/platform',
    );
  });
});
