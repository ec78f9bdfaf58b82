// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, within } from '@testing-library/react';
import { failure } from '../../__testUtils__/FakeKafka';
import { renderKafka } from '../../__testUtils__/renderKafka';
import { topicDetailOf } from '../../__testUtils__/views';

const PATH = '/kafka/topics/dev/orders.created';
const ROUTE = 'GET /topics/dev/orders.created';

describe('the page of a topic', () => {
  it('leads to what can be asked for, and says why the rest cannot', async () => {
    renderKafka({ path: PATH, answers: { [ROUTE]: () => topicDetailOf() } });
    const actions = await screen.findByRole('group', {
      name: 'What can be asked for',
    });
    expect(
      within(actions).getByRole('link', { name: 'Get access' }),
    ).toHaveAttribute('href', `${PATH}/access`);
    expect(
      within(actions).getByRole('button', { name: 'Claim' }),
    ).toBeDisabled();
    expect(actions).toHaveAccessibleDescription(
      /Claim: It belongs to orders@dev already\./,
    );
  });

  it('shows configs with their source, groups with lag and partitions', async () => {
    renderKafka({ path: PATH, answers: { [ROUTE]: () => topicDetailOf() } });
    const configs = await screen.findByRole('table', { name: 'Configs' });
    expect(
      within(configs).getByRole('row', { name: /retention.ms/ }),
    ).toHaveTextContent('retention.ms7 days 604800000Its own1 day 86400000');
    const groups = screen.getByRole('table', { name: 'Consumer groups' });
    expect(
      within(groups).getByRole('row', { name: /orders.search/ }),
    ).toHaveTextContent('Reading212');
    expect(
      screen.getByRole('table', { name: 'Partitions' }),
    ).toBeInTheDocument();
  });

  it('shows what drifted, and draws no more partitions than can be read', async () => {
    renderKafka({
      path: PATH,
      answers: {
        [ROUTE]: () =>
          topicDetailOf({
            phase: 'drifted',
            drift: [{ path: 'retention.ms', before: '1', after: '2' }],
            layout: Array.from({ length: 400 }, (_, partition) => ({
              partition,
              leader: 1,
              replicas: [1],
              inSync: [1],
            })),
          }),
      },
    });
    expect(
      await screen.findByText(/somebody changed it there/),
    ).toBeInTheDocument();
    const partitions = screen.getByRole('table', { name: 'Partitions' });
    expect(within(partitions).getAllByRole('row')).toHaveLength(51);
    expect(screen.getByText('50 of 400 are shown.')).toBeInTheDocument();
  });

  it('says what is empty', async () => {
    renderKafka({
      path: PATH,
      answers: { [ROUTE]: () => topicDetailOf({ groups: [], layout: [] }) },
    });
    expect(await screen.findByText('Nobody reads it.')).toBeInTheDocument();
    expect(
      screen.getByText('Nobody but its owner has access.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('You see no request about it.'),
    ).toBeInTheDocument();
  });

  it.each([
    [403, 'You may not see this topic'],
    [500, 'The topic could not be loaded'],
  ])('has words for %s', async (status, words) => {
    renderKafka({
      path: PATH,
      answers: { [ROUTE]: () => failure({ status, message: 'Because.' }) },
    });
    expect(await screen.findByText(new RegExp(words))).toBeInTheDocument();
    expect(screen.getByText(/Because\./)).toBeInTheDocument();
  });
});
