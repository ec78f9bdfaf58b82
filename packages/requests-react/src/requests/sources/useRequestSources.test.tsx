// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  configApiRef,
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
  routeResolutionApiRef,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { MemoryRequests } from '../../__testUtils__/MemoryRequests';
import { RequestSourceBlueprint } from './RequestSourceBlueprint';
import { useRequestSources } from './useRequestSources';

const Sources = () => (
  <ul>
    {useRequestSources().map(source => (
      <li key={source.id}>
        {source.title}: {source.pageOf({ id: 'one' }) ?? 'no page'}
      </li>
    ))}
  </ul>
);

const rootRouteRef = createRouteRef({ params: ['id'] });

const first = createFrontendPlugin({
  pluginId: 'first',
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/first/:id',
        routeRef: rootRouteRef,
        loader: async () => <Sources />,
      },
    }),
    RequestSourceBlueprint.make({
      params: define =>
        define({
          deps: { config: configApiRef, routes: routeResolutionApiRef },
          factory: ({ config, routes }) => ({
            id: 'first',
            title: `First of ${config.getOptionalString('app.title')}`,
            api: new MemoryRequests(),
            pageOf: ({ id }) => routes.resolve(rootRouteRef)?.({ id }),
          }),
        }),
    }),
  ],
});

const second = createFrontendPlugin({
  pluginId: 'second',
  extensions: [
    RequestSourceBlueprint.make({
      params: define =>
        define({
          deps: {},
          factory: () => ({
            id: 'second',
            title: 'Second',
            api: new MemoryRequests(),
            pageOf: () => undefined,
          }),
        }),
    }),
  ],
});

describe('useRequestSources', () => {
  it('finds the source of every installed plugin, with what it depends on', async () => {
    renderTestApp({
      features: [first, second],
      config: { app: { title: 'the portal' } },
      initialRouteEntries: ['/first/x'],
    });
    expect(
      await screen.findByText('First of the portal: /first/one'),
    ).toBeInTheDocument();
    expect(screen.getByText('Second: no page')).toBeInTheDocument();
  });

  it('finds the one of a plugin that is installed alone', async () => {
    renderTestApp({
      features: [first],
      initialRouteEntries: ['/first/x'],
    });
    await screen.findByText(/First of/);
    expect(screen.queryByText(/Second/)).not.toBeInTheDocument();
  });
});
