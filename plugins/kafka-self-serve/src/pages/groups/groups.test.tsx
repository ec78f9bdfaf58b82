// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, FakeKafka } from '../../__testUtils__/FakeKafka';
import { groupOf, pageOf } from '../../__testUtils__/views';
import { renderKafka } from '../../__testUtils__/renderKafka';

describe('the list of consumer groups', () => {
  it('shows how far behind each is', async () => {
    renderKafka({
      path: '/kafka/groups?environment=dev',
      backend: new FakeKafka().on('GET /groups', () => pageOf(groupOf())),
    });
    const table = await screen.findByRole('table', { name: 'Consumer groups' });
    const row = within(table).getByRole('row', { name: /orders-reader/ });
    expect(row).toHaveTextContent(/Reading.*24/);
  });

  it('shows every letter at once, and asks once for the word', async () => {
    const { asked } = renderKafka({
      path: '/kafka/groups',
      backend: new FakeKafka().on('GET /groups', () => pageOf(groupOf())),
    });
    await screen.findByRole('table', { name: 'Consumer groups' });
    const search = screen.getByRole('searchbox');
    await userEvent.setup().type(search, 'reader');
    expect(search).toHaveValue('reader');
    const words = () =>
      asked
        .filter(({ call }) => call === 'GET /groups')
        .map(({ query }) => query.get('q'));
    await waitFor(() => expect(words().at(-1)).toBe('reader'));
    expect(words().length).toBeLessThan(6);
  });

  it('says what it is where there is none', async () => {
    renderKafka({
      path: '/kafka/groups',
      backend: new FakeKafka().on('GET /groups', () => pageOf()),
    });
    expect(
      await screen.findByRole('heading', { name: 'No consumer groups' }),
    ).toBeInTheDocument();
  });
});

describe('the page of a consumer group', () => {
  const open = (backend: FakeKafka) =>
    renderKafka({
      path: '/kafka/groups/dev/payments.orders-reader',
      backend,
    });

  it('tells the lag over time and by partition, and why it cannot be reset', async () => {
    open(
      new FakeKafka().on('GET /groups/dev/payments.orders-reader', () =>
        groupOf(),
      ),
    );
    expect(
      await screen.findByRole('img', {
        name: 'Lag from 40 to 24 records, at most 40, over 2 readings',
      }),
    ).toBeInTheDocument();
    expect(
      within(screen.getByRole('table', { name: 'Partitions' })).getByText(
        'reader-1',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Reset its offsets' }),
    ).toBeDisabled();
    expect(screen.getByText('Only its owner may reset it.')).toBeVisible();
  });

  it('says that one may not see it', async () => {
    open(
      new FakeKafka().on('GET /groups/dev/payments.orders-reader', () =>
        failure({ status: 403, name: 'NotAllowedError', message: 'No.' }),
      ),
    );
    expect(
      await screen.findByText(/You may not see this consumer group/),
    ).toBeInTheDocument();
  });
});
