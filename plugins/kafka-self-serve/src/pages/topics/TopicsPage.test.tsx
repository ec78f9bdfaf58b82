// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure } from '../../__testUtils__/FakeKafka';
import { renderKafka } from '../../__testUtils__/renderKafka';
import { topicSummaryOf } from '../../__testUtils__/views';

const pageOf = (...names: string[]) => ({
  items: names.map(name => topicSummaryOf({ name })),
  total: names.length,
  snapshots: [],
});

describe('the list of topics', () => {
  it('says that it loads, then shows what there is', async () => {
    let answer: (page: object) => void = () => {};
    const later = new Promise<object>(resolve => {
      answer = resolve;
    });
    renderKafka({
      path: '/kafka/topics',
      answers: { 'GET /topics': () => later },
    });
    expect(
      await screen.findByText('The topics are loading'),
    ).toBeInTheDocument();
    answer(pageOf('orders.created'));
    const link = await screen.findByRole('link', { name: 'orders.created' });
    expect(link).toHaveAttribute('href', '/kafka/topics/dev/orders.created');
    expect(
      screen.getByRole('link', { name: 'Ask for a topic' }),
    ).toHaveAttribute('href', '/kafka/topics/new');
  });

  it('offers to ask for the first topic where there is none', async () => {
    renderKafka({
      path: '/kafka/topics',
      answers: { 'GET /topics': () => pageOf() },
    });
    expect(await screen.findByText('No topics yet')).toBeInTheDocument();
  });

  it('offers to clear the filters where nothing fits them', async () => {
    const { asked } = renderKafka({
      path: '/kafka/topics?q=zzz&owner=none',
      answers: { 'GET /topics': () => pageOf() },
    });
    await userEvent.setup().click(
      await screen.findByRole('button', {
        name: 'Clear the search and filters',
      }),
    );
    await waitFor(() => {
      const last = asked.filter(({ call }) => call === 'GET /topics').at(-1);
      expect(last?.query.toString()).toBe('');
    });
  });

  it('says why it failed, and that somebody may not see it', async () => {
    renderKafka({
      path: '/kafka/topics',
      answers: {
        'GET /topics': () =>
          failure({ status: 403, message: 'Ask your lead.' }),
      },
    });
    expect(await screen.findByText('Ask your lead.')).toBeInTheDocument();
    expect(screen.getByText(/You may not see topics/)).toBeInTheDocument();
  });

  it('asks once for a word that is typed, and shows every letter at once', async () => {
    const { asked } = renderKafka({
      path: '/kafka/topics',
      answers: { 'GET /topics': () => pageOf('orders.created') },
    });
    await screen.findByRole('link', { name: 'orders.created' });
    const search = screen.getByRole('searchbox', { name: 'Search topics' });
    await userEvent.setup().type(search, 'created');
    expect(search).toHaveValue('created');
    const queries = () =>
      asked
        .filter(({ call }) => call === 'GET /topics')
        .map(({ query }) => query.get('q'));
    await waitFor(() => expect(queries().at(-1)).toBe('created'));
    expect(queries().length).toBeLessThan(7);
  });

  it('sends order and filters of the address, and shows the chosen columns', async () => {
    const { asked } = renderKafka({
      path: '/kafka/topics?sort=-bytes&label=team%3Da&columns=bytes',
      answers: {
        'GET /topics': () => ({
          items: [topicSummaryOf({ bytes: 1_048_576 })],
          snapshots: [],
        }),
      },
    });
    const table = await screen.findByRole('table', { name: 'Topics' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(header => header.textContent),
    ).toEqual(['Topic', 'On disk']);
    expect(within(table).getByText('1 MB')).toBeInTheDocument();
    const { query } = asked.find(({ call }) => call === 'GET /topics')!;
    expect(query.get('sort')).toBe('-bytes');
    expect(query.get('label')).toBe('team=a');
  });
});
