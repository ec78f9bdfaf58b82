// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import {
  createApiFactory,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route } from 'react-router-dom';
import { FakeKafka } from '../__testUtils__/FakeKafka';
import { topicSummaryOf } from '../__testUtils__/views';
import { KafkaPage } from './index';

/** An app as `create-app` made them before the new frontend system. */
function open(path: string, backend: FakeKafka) {
  window.history.pushState({}, '', path);
  const app = createApp({
    apis: [
      createApiFactory(fetchApiRef, { fetch: backend.fetch }),
      createApiFactory(discoveryApiRef, {
        getBaseUrl: async id => `http://portal.test/api/${id}`,
      }),
    ],
    configLoader: async () => [
      {
        context: 'test',
        data: {
          app: { title: 'Old', baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://portal.test' },
        },
      },
    ],
  });
  const Root = app.createRoot(
    <AppRouter>
      <FlatRoutes>
        <Route path="/streams" element={<KafkaPage />} />
      </FlatRoutes>
    </AppRouter>,
  );
  render(<Root />);
}

describe('the plugin in an app of the old frontend system', () => {
  it('shows its pages below the route that it was put at, and leads from one to the next', async () => {
    const backend = new FakeKafka().on('GET /topics', () => ({
      items: [topicSummaryOf({ name: 'orders.created' })],
      total: 1,
      snapshots: [],
    }));
    open('/streams/topics', backend);
    const topic = await screen.findByRole('link', { name: 'orders.created' });
    expect(topic).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/streams\/topics\/[^/]+\/orders\.created$/),
    );
    const areas = screen.getByRole('tablist', { name: 'Kafka' });
    await userEvent.click(
      within(areas).getByRole('tab', { name: 'Environments' }),
    );
    expect(
      await screen.findByRole('heading', { name: /environments/i, level: 2 }),
    ).toBeInTheDocument();
    expect(window.location.pathname).toBe('/streams/environments');
  });
});
