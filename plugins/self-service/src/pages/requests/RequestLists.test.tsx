// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../__testUtils__/fakeBackend';
import { requestOf } from '../../__testUtils__/fixtures';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const OLE = 'user:default/ole';

/** One of Pia's, and one of Ole's that Pia may decide about. */
function withTwo() {
  const backend = new FakeBackend();
  backend.requests.put(
    requestOf({ number: 12 }),
    requestOf({
      number: 13,
      title: 'Remove cache',
      requesterRef: OLE,
      waitingForMe: true,
    }),
  );
  return backend;
}

const open = (backend: FakeBackend, path = '') =>
  renderPlugin({ path: `/self-service/requests${path}`, backend });

const listCalls = (backend: FakeBackend) =>
  backend.calls.filter(call => /^\/self-service\/requests(\?|$)/.test(call));

describe('the lists of requests', () => {
  it('shows one’s own, each with a link to its page', async () => {
    open(withTwo());
    const table = await screen.findByRole('region', { name: 'My requests' });
    expect(
      await within(table).findByRole('link', {
        name: '#12 Create database pg-orders',
      }),
    ).toHaveAttribute(
      'href',
      '/self-service/requests/0193566f-0000-7000-8000-000000000012',
    );
    expect(within(table).queryByText(/Remove cache/)).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Order something' }),
    ).toHaveAttribute('href', '/create');
  });

  it('counts what is to decide, and shows it at an address of its own', async () => {
    const user = userEvent.setup();
    open(withTwo());
    const tab = await screen.findByRole('tab', { name: 'To decide (1)' });
    expect(screen.getByRole('tab', { name: 'My requests' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await user.click(tab);
    const table = await screen.findByRole('region', {
      name: 'Waiting for your decision',
    });
    expect(
      await within(table).findByRole('link', { name: '#13 Remove cache' }),
    ).toBeInTheDocument();
    expect(within(table).queryByText(/pg-orders/)).not.toBeInTheDocument();
    await waitFor(() =>
      expect(
        screen.getByRole('tab', { name: 'To decide (1)' }),
      ).toHaveAttribute('aria-selected', 'true'),
    );
  });

  it('can be gone through by keyboard', async () => {
    const user = userEvent.setup();
    open(withTwo());
    const tab = await screen.findByRole('tab', { name: 'My requests' });
    await waitFor(() => expect(tab).toHaveAttribute('aria-selected', 'true'));
    act(() => tab.focus());
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: /^To decide/ })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(
      await screen.findByRole('heading', { name: 'Waiting for your decision' }),
    ).toBeInTheDocument();
  });

  it('asks the server for a page at a time and for what is filtered', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    backend.requests.put(
      ...Array.from({ length: 21 }, (_, index) =>
        requestOf({ number: index + 1, title: `Database ${index + 1}` }),
      ),
    );
    open(backend);
    await screen.findByText(/Database 21/);
    expect(screen.queryByText(/#1 Database 1$/)).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /next/i }));
    expect(await screen.findByText(/#1 Database 1$/)).toBeInTheDocument();

    await user.type(screen.getByRole('searchbox'), 'Database 17');
    await waitFor(() =>
      expect(screen.queryByText(/#1 Database 1$/)).not.toBeInTheDocument(),
    );
    expect(await screen.findByText(/#17 Database 17/)).toBeInTheDocument();
    const last = new URLSearchParams(listCalls(backend).at(-1)?.split('?')[1]);
    expect(last.get('mine')).toBe('true');
    expect(last.get('text')).toBe('Database 17');
  });

  it('shows everybody’s to administrators', async () => {
    open(withTwo(), '/all');
    const table = await screen.findByRole('region', { name: 'All requests' });
    expect(
      await within(table).findByRole('link', { name: '#13 Remove cache' }),
    ).toBeInTheDocument();
    expect(within(table).getByText(/pg-orders/)).toBeInTheDocument();
  });

  it('says to others that all requests are not for them, and whom to ask', async () => {
    const backend = withTwo();
    backend.requests.isAdministrator = false;
    open(backend, '/all');
    expect(
      await screen.findByText(
        'Not allowed: this is for those who administer requests',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/Ask the people who run the portal/),
    ).toBeInTheDocument();
    expect(screen.getByText('selfService.administrators')).toBeInTheDocument();
    expect(screen.queryByText(/Remove cache/)).not.toBeInTheDocument();
    // Not even asked for
    expect(listCalls(backend)).toEqual([]);
  });

  it('asks who administers, and verifies no history for it', async () => {
    const backend = withTwo();
    open(backend, '/all');
    expect(await screen.findByText(/Remove cache/)).toBeInTheDocument();
    expect(backend.calls).toContain('/self-service/requests/me');
    expect(backend.calls).not.toContain('/self-service/requests/verify');
  });

  it('says that it is being asked', async () => {
    const backend = withTwo();
    backend.requests.instead.set('/me', () => new Promise(() => {}));
    open(backend, '/all');
    expect(
      await screen.findByText('Asking whether you are an administrator'),
    ).toBeInTheDocument();
  });

  it.each([
    ['', 'No requests yet', true],
    ['/to-decide', 'Nothing to decide', false],
  ])('says what %s is when it is empty', async (path, title, leadsOn) => {
    open(new FakeBackend(), path);
    expect(
      await screen.findByRole('heading', { name: title }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
    expect(
      screen.queryAllByRole('link', { name: 'Order something' }).length > 0,
    ).toBe(leadsOn);
  });

  it('shows code and cause of an error, and tries again', async () => {
    const user = userEvent.setup();
    const backend = withTwo();
    backend.requests.instead.set('', () => ({
      status: 503,
      name: 'ServiceUnavailableError',
      code: 'database-unavailable',
      message: 'The database is away.',
    }));
    open(backend);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('database-unavailable');
    expect(alert).toHaveTextContent('The database is away.');
    backend.requests.instead.clear();
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/pg-orders/)).toBeInTheDocument();
  });
});
