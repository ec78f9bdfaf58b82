// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { analyticsApiRef } from '@backstage/frontend-plugin-api';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TopicResult } from './TopicResult';

describe('a topic among the results of a search', () => {
  it('leads to its page, says where it is and whose, and tells analytics what was found', async () => {
    const analytics = mockApis.analytics();
    renderInTestApp(
      <TestApiProvider apis={[[analyticsApiRef, analytics]]}>
        <ul>
          <TopicResult
            rank={2}
            result={
              {
                title: 'orders.created',
                text: '',
                location: '/kafka/topics/dev/orders.created',
                environment: 'dev',
                application: 'orders',
                owner: 'group:default/orders',
              } as never
            }
          />
        </ul>
      </TestApiProvider>,
    );
    const link = await screen.findByRole('link', { name: 'orders.created' });
    expect(link).toHaveAttribute('href', '/kafka/topics/dev/orders.created');
    expect(
      screen.getByText(/Kafka topic in dev, of orders/),
    ).toBeInTheDocument();
    await userEvent.click(link);
    expect(analytics.getEvents()).toContainEqual(
      expect.objectContaining({
        action: 'discover',
        subject: 'orders.created',
        value: 2,
      }),
    );
  });
});
