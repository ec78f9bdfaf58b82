// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeKafka } from '../../__testUtils__/FakeKafka';
import { requestOf } from '../../__testUtils__/views';
import { renderKafka } from '../../__testUtils__/renderKafka';

const open = (backend: FakeKafka) =>
  renderKafka({ path: '/kafka/requests', backend });

describe('the requests of everybody', () => {
  it('are not there for others, who are told so at their address', async () => {
    const backend = new FakeKafka();
    open(backend);
    expect(
      await screen.findByText(
        /The requests of everybody are for administrators/,
      ),
    ).toBeInTheDocument();
    expect(screen.queryByRole('tab', { name: 'Requests' })).toBeNull();
    expect(backend.calls.map(({ call }) => call)).not.toContain(
      'GET /requests',
    );
  });

  it('begin with those that wait the longest, counted by state', async () => {
    const backend = new FakeKafka({ isAdministrator: true }).on(
      'GET /requests',
      () => ({ items: [requestOf({ number: 4 }), requestOf({ number: 9 })] }),
    );
    open(backend);
    const table = await screen.findByRole('table', { name: 'Requests' });
    expect(
      within(table)
        .getAllByRole('link', { name: /^#/ })
        .map(link => link.textContent),
    ).toEqual([
      '#4 Create topic orders.new in dev',
      '#9 Create topic orders.new in dev',
    ]);
    const parts = await screen.findByRole('tablist', {
      name: 'Requests by state',
    });
    expect(
      within(parts)
        .getAllByRole('tab')
        .map(tab => tab.textContent),
    ).toEqual([
      'Pending (2)',
      'Failed (1)',
      'Approved (3)',
      'Rejected (1)',
      'All (7)',
    ]);
    const queries = backend.calls.filter(
      ({ call }) => call === 'GET /requests',
    );
    expect(queries[0].query.get('order')).toBe('oldest');
    expect(queries[0].query.getAll('decision')).toEqual(['pending']);
    await userEvent.click(within(parts).getByRole('tab', { name: /Failed/ }));
    await screen.findByRole('table', { name: 'Requests' });
    const last = backend.calls
      .filter(({ call }) => call === 'GET /requests')
      .pop()!;
    expect(last.query.get('order')).toBe('newest');
    expect(last.query.getAll('execution').join()).toBe(
      'failed,partially-applied',
    );
  });

  it('say that nothing waits', async () => {
    open(
      new FakeKafka({ isAdministrator: true }).on('GET /requests', () => ({
        items: [],
      })),
    );
    expect(
      await screen.findByRole('heading', { name: 'Nothing here' }),
    ).toBeInTheDocument();
  });
});
