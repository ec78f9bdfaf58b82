// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestEvent } from '@fairway/requests-common';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../__testUtils__/fakeBackend';
import { requestOf } from '../../__testUtils__/fixtures';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const eventsOf = (id: string): RequestEvent[] =>
  ['created', 'submitted'].map((type, index) => ({
    requestId: id,
    sequence: index + 1,
    type,
    actorRef: 'user:default/pia',
    at: '2026-11-22T09:30:00.000Z',
    data: { revision: 1 },
    prevHash: '0'.repeat(64),
    hash: String(index + 1).repeat(64),
  }));

/** Somebody else's request, with two events. */
function withOne() {
  const backend = new FakeBackend();
  backend.requests.me = 'user:default/ada';
  backend.requests.put(requestOf());
  backend.requests.eventsOf = eventsOf;
  return backend;
}

const open = (backend: FakeBackend, query = '') =>
  renderPlugin({ path: `/self-service/audit${query}`, backend });

const callsOf = (backend: FakeBackend, path: string) =>
  backend.calls.filter(
    call => call.split('?')[0] === `/self-service/requests${path}`,
  );

const queryOf = (call: string = '') =>
  Object.fromEntries(new URLSearchParams(call.split('?')[1]));

describe('the audit page', () => {
  it('says that every chain is intact, and verifies again when asked', async () => {
    const user = userEvent.setup();
    const backend = withOne();
    open(backend);
    expect(
      await screen.findByText(/9 events of 2 requests were verified/),
    ).toBeInTheDocument();
    backend.requests.chain = { ok: true, requests: 2, events: 11 };
    await user.click(screen.getByRole('button', { name: 'Verify again' }));
    expect(
      await screen.findByText(/11 events of 2 requests were verified/),
    ).toBeInTheDocument();
    expect(callsOf(backend, '/verify')).toHaveLength(2);
  });

  it('names the first broken event, and leads to its request', async () => {
    const backend = withOne();
    backend.requests.chain = {
      ok: false,
      requests: 2,
      events: 9,
      broken: {
        requestId: requestOf().id,
        number: 12,
        sequence: 4,
        problem: 'Its content is not what its hash was made of.',
      },
    };
    open(backend);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('a history was changed');
    expect(alert).toHaveTextContent(
      'Its content is not what its hash was made of.',
    );
    expect(
      within(alert).getByRole('link', { name: 'event 4 of request #12' }),
    ).toHaveAttribute('href', `/self-service/requests/${requestOf().id}`);
    expect(screen.queryByText(/were verified/)).not.toBeInTheDocument();
  });

  it('opens a request to its events by keyboard, and asks for them only then', async () => {
    const user = userEvent.setup();
    const backend = withOne();
    open(backend);
    const trigger = await screen.findByRole('button', {
      name: /#12 Create database pg-orders/,
    });
    expect(trigger).toHaveTextContent('Waiting for a decision · dev');
    const path = `/${requestOf().id}/events`;
    expect(callsOf(backend, path)).toEqual([]);

    act(() => trigger.focus());
    await user.keyboard('{Enter}');
    const list = await screen.findByRole('list', {
      name: 'Events of request #12',
    });
    const [created, submitted] = within(list).getAllByRole('listitem');
    expect(created).toHaveTextContent(/1\. Drafted.*pia/);
    expect(submitted).toHaveTextContent('2'.repeat(64));
    expect(callsOf(backend, path)).toHaveLength(1);
  });

  it('filters by text, state and days on the server, and keeps that in the address', async () => {
    const user = userEvent.setup();
    const backend = withOne();
    open(backend, '?from=2026-11-01');
    expect(await screen.findByLabelText('Made from')).toHaveValue('2026-11-01');
    await user.type(screen.getByRole('searchbox'), 'orders');
    await user.click(
      await screen.findByRole('tab', { name: /^Waiting for a decision/ }),
    );
    fireEvent.change(screen.getByLabelText('Made until'), {
      target: { value: '2026-11-30' },
    });
    await waitFor(() =>
      expect(queryOf(callsOf(backend, '').at(-1))).toEqual({
        decision: expect.stringContaining('pending'),
        text: 'orders',
        since: new Date('2026-11-01T00:00:00').toISOString(),
        // The last day is a part of it.
        until: new Date('2026-12-01T00:00:00').toISOString(),
        limit: '20',
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Any time' }));
    await waitFor(() =>
      expect(queryOf(callsOf(backend, '').at(-1))).not.toHaveProperty('since'),
    );
  });

  it('goes through the pages', async () => {
    const user = userEvent.setup();
    const backend = withOne();
    backend.requests.put(
      ...Array.from({ length: 20 }, (_, index) =>
        requestOf({ number: index + 20, title: `Database ${index + 20}` }),
      ),
    );
    open(backend);
    await screen.findByRole('button', { name: /#39 Database 39/ });
    await user.click(screen.getByRole('button', { name: 'Older requests' }));
    expect(
      await screen.findByRole('button', { name: /#12 Create database/ }),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Newer requests' }),
      ).toBeEnabled(),
    );
    await user.click(screen.getByRole('button', { name: 'Newer requests' }));
    expect(
      await screen.findByRole('button', { name: /#39 Database 39/ }),
    ).toBeInTheDocument();
  });

  it('says that nothing matches', async () => {
    open(withOne(), '?q=nothing-is-called-so');
    expect(
      await screen.findByRole('heading', { name: 'No request matches' }),
    ).toBeInTheDocument();
  });

  it('says code and cause of an error, and tries again', async () => {
    const user = userEvent.setup();
    const backend = withOne();
    backend.requests.instead.set('', () => ({
      status: 503,
      name: 'ServiceUnavailableError',
      code: 'database-unavailable',
      message: 'The database is away.',
    }));
    open(backend);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('database-unavailable');
    backend.requests.instead.clear();
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('button', { name: /#12 Create database/ }),
    ).toBeInTheDocument();
  });

  it('shows the list also when the verification fails', async () => {
    const backend = withOne();
    backend.requests.instead.set('/verify', () => ({
      status: 500,
      name: 'Error',
      message: 'Out of memory',
    }));
    open(backend);
    const region = await screen.findByRole('region', {
      name: 'Are the histories intact?',
    });
    expect(within(region).getByRole('alert')).toHaveTextContent(
      'Out of memory',
    );
    expect(
      await screen.findByRole('button', { name: /#12 Create database/ }),
    ).toBeInTheDocument();
  });

  it('is not for those who do not administer requests, and says whom to ask', async () => {
    const backend = withOne();
    backend.requests.isAdministrator = false;
    open(backend);
    expect(
      await screen.findByText(
        'Not allowed: this is for those who administer requests',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('selfService.administrators')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Export/ }),
    ).not.toBeInTheDocument();
    // Neither the list nor the verification is even tried.
    expect(callsOf(backend, '')).toEqual([]);
    expect(callsOf(backend, '/verify')).toEqual([]);
  });

  it('says what failed when it cannot be asked who administers, and asks again', async () => {
    const user = userEvent.setup();
    const backend = withOne();
    backend.requests.instead.set('/me', () => ({
      status: 503,
      name: 'ServiceUnavailableError',
      message: 'The catalog is away.',
    }));
    open(backend);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The catalog is away.');
    backend.requests.instead.clear();
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('button', { name: /#12 Create database/ }),
    ).toBeInTheDocument();
  });
});
