// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import type { RequestDetail } from '@fairway/requests-common';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../__testUtils__/fakeBackend';
import { allow, APPROVAL, requestOf } from '../../__testUtils__/fixtures';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const NINA = 'user:default/nina';

const ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'pg-orders',
    namespace: 'default',
    annotations: { 'fairway.dev/request': requestOf().id },
  },
  spec: { type: 'rds-postgres', owner: 'group:default/payments' },
};

/** Opens the start page, as a person would by coming back to it. */
function open(backend: FakeBackend, options: { entities?: Entity[] } = {}) {
  cleanup();
  return renderPlugin({ path: '/self-service/start', backend, ...options });
}

const steps = async () => {
  const list = await screen.findByRole('list', { name: 'Your first steps' });
  return within(list).getAllByRole('listitem');
};

const progress = (words: string) =>
  screen.findByText(words, { selector: '[role="status"]' });

/** Ordered after the first visit, as the steps want it. */
const ordered = (changes: Partial<RequestDetail> = {}) =>
  requestOf({
    createdAt: new Date(Date.now() + 1000).toISOString(),
    ...changes,
  });

beforeEach(() => window.localStorage.clear());

describe('the first steps', () => {
  it('say what to do and lead there', async () => {
    open(new FakeBackend());
    const [order, diff, ...others] = await steps();
    expect(others).toHaveLength(4);
    expect(order).toHaveAttribute('aria-current', 'step');
    expect(order).toHaveTextContent('Choose a template');
    expect(
      within(order).getByRole('link', { name: 'Open the templates' }),
    ).toHaveAttribute('href', '/create');
    expect(diff).toHaveTextContent('Still to come');
    expect(await progress('0 of 6 steps done')).toBeInTheDocument();
  });

  it('follow an order over two people until it is in the catalog', async () => {
    const backend = new FakeBackend();
    open(backend);
    await progress('0 of 6 steps done');

    backend.requests.put(ordered());
    open(backend);
    await progress('1 of 6 steps done');
    const [, diff, persona] = await steps();
    const page = `/self-service/requests/${requestOf().id}`;
    expect(
      within(diff).getByRole('link', { name: 'Open the request' }),
    ).toHaveAttribute('href', page);
    expect(
      within(persona).getByRole('link', { name: /payments/ }),
    ).toHaveAttribute('href', '/catalog/default/group/payments');

    // Looking at it is remembered, as no data tells of it.
    cleanup();
    renderPlugin({ path: page, backend });
    await screen.findByRole('region', { name: 'What it touches' });
    open(backend);
    await progress('2 of 6 steps done');

    // Another person in the same browser goes on with the same order.
    backend.requests.me = NINA;
    open(backend);
    await progress('3 of 6 steps done');

    backend.requests.put(
      ordered({
        decision: 'approved',
        execution: 'running',
        decisions: [APPROVAL],
      }),
    );
    open(backend);
    await progress('4 of 6 steps done');

    backend.requests.put(
      ordered({
        decision: 'approved',
        execution: 'succeeded',
        statusLabel: 'applied',
        decisions: [APPROVAL],
      }),
    );
    open(backend);
    await progress('5 of 6 steps done');

    open(backend, { entities: [ENTITY] });
    await progress(
      'All steps are done: you have seen a change from the order to the catalog.',
    );
    const last = (await steps())[5];
    expect(
      within(last).getByRole('link', { name: 'Open the catalog' }),
    ).toHaveAttribute('href', '/catalog/default/resource/pg-orders');
  });

  it('are not ticked by what was ordered before the first visit', async () => {
    const backend = new FakeBackend();
    backend.requests.put(
      requestOf({
        createdAt: '2026-01-01T00:00:00.000Z',
        execution: 'succeeded',
      }),
    );
    open(backend);
    expect(await progress('0 of 6 steps done')).toBeInTheDocument();
  });

  it('count what was ordered since the portal was first opened, on whichever page', async () => {
    const backend = new FakeBackend();
    renderPlugin({ path: '/self-service/requests', backend });
    await screen.findByRole('heading', { name: 'My requests' });
    backend.requests.put(ordered());
    open(backend);
    expect(await progress('1 of 6 steps done')).toBeInTheDocument();
  });

  it('follow the draft that one was led to, whatever the clock of the browser says', async () => {
    const backend = new FakeBackend();
    const draft = requestOf({
      decision: 'draft',
      actions: allow('submit', 'discard'),
      createdAt: new Date(Date.now() - 3_600_000).toISOString(),
    });
    backend.requests.put(draft);
    renderPlugin({ path: `/self-service/requests/${draft.id}`, backend });
    await screen.findByRole('region', { name: 'What it touches' });
    open(backend);
    expect(await progress('2 of 6 steps done')).toBeInTheDocument();
  });

  it('go on with the next order when the one before was rejected', async () => {
    const backend = new FakeBackend();
    open(backend);
    await progress('0 of 6 steps done');
    backend.requests.put(ordered({ decision: 'pending' }));
    open(backend);
    await progress('1 of 6 steps done');
    backend.requests.put(ordered({ decision: 'rejected' }));
    open(backend);
    expect(
      await screen.findByText(/Request #12 ended without being carried out/),
    ).toBeInTheDocument();
    backend.requests.put(ordered({ number: 14 }));
    open(backend);
    await waitFor(async () =>
      expect(
        within((await steps())[1]).getByRole('link', {
          name: 'Open the request',
        }),
      ).toHaveAttribute(
        'href',
        '/self-service/requests/0193566f-0000-7000-8000-000000000014',
      ),
    );
  });

  it('say so when the order may not be seen by the person', async () => {
    const backend = new FakeBackend();
    open(backend);
    await progress('0 of 6 steps done');
    backend.requests.put(ordered());
    open(backend);
    await progress('1 of 6 steps done');
    backend.requests.me = NINA;
    backend.requests.instead.set(`/${requestOf().id}`, () => ({
      status: 403,
      name: 'NotAllowedError',
      code: 'request-not-readable',
      message: 'It is for its requester.',
    }));
    open(backend);
    expect(
      await screen.findByText(/You may not see the request that was ordered/),
    ).toBeInTheDocument();
    expect(await progress('2 of 6 steps done')).toBeInTheDocument();
  });

  it('can be hidden, which is remembered, shown, and started over, by keyboard', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    open(backend);
    await progress('0 of 6 steps done');
    backend.requests.put(ordered());
    open(backend);
    await progress('1 of 6 steps done');
    const hide = screen.getByRole('button', { name: 'Hide the first steps' });
    act(() => hide.focus());
    await user.keyboard('{Enter}');
    expect(
      screen.queryByRole('list', { name: 'Your first steps' }),
    ).not.toBeInTheDocument();

    open(backend);
    await user.click(
      await screen.findByRole('button', { name: 'Show the first steps' }),
    );
    await progress('1 of 6 steps done');
    backend.requests.items.clear();
    await user.click(screen.getByRole('button', { name: 'Start over' }));
    expect(await progress('0 of 6 steps done')).toBeInTheDocument();
  });

  it('work where the browser remembers nothing', async () => {
    const denied = (name: 'getItem' | 'setItem') => {
      const original = Storage.prototype[name] as (
        ...input: string[]
      ) => string | null;
      return jest
        .spyOn(Storage.prototype, name)
        .mockImplementation(function access(
          this: Storage,
          ...input: string[]
        ): any {
          if (input[0].includes('first-steps')) throw new Error('denied');
          return original.apply(this, input);
        });
    };
    const spies = [denied('getItem'), denied('setItem')];
    try {
      const backend = new FakeBackend();
      open(backend);
      await progress('0 of 6 steps done');
      backend.requests.put(ordered());
      open(backend);
      expect(await progress('1 of 6 steps done')).toBeInTheDocument();
    } finally {
      spies.forEach(spy => spy.mockRestore());
    }
  });

  it('say code and cause when they cannot be loaded, and try again', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    backend.requests.instead.set('', () => ({
      status: 503,
      name: 'ServiceUnavailableError',
      code: 'database-unavailable',
      message: 'The database is away.',
    }));
    open(backend);
    const region = await screen.findByRole('region', {
      name: 'Your first steps',
    });
    const alert = await within(region).findByRole('alert');
    expect(alert).toHaveTextContent('database-unavailable');
    backend.requests.instead.clear();
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await progress('0 of 6 steps done')).toBeInTheDocument();
  });
});

describe('the start page', () => {
  it('shows what waits for the person, and their latest requests', async () => {
    const backend = new FakeBackend();
    backend.requests.put(
      requestOf({ number: 12 }),
      requestOf({
        number: 13,
        title: 'Remove cache',
        requesterRef: 'user:default/ole',
        waitingForMe: true,
      }),
    );
    open(backend);
    const waiting = await screen.findByRole('list', { name: 'To decide' });
    expect(
      within(waiting).getByRole('link', { name: '#13 Remove cache' }),
    ).toBeInTheDocument();
    const mine = await screen.findByRole('list', { name: 'My requests' });
    expect(
      within(mine).getByRole('link', { name: '#12 Create database pg-orders' }),
    ).toHaveAttribute('href', `/self-service/requests/${requestOf().id}`);
  });

  it('says in words that nothing waits and nothing was asked for', async () => {
    open(new FakeBackend());
    expect(
      await screen.findByText('Nothing waits for your decision.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('You have made no requests yet.'),
    ).toBeInTheDocument();
  });
});
