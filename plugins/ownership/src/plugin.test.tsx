// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor } from '@testing-library/react';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { FakeBackend } from './__testUtils__/fakeBackend';
import { renderPlugin } from './__testUtils__/renderPlugin';
import { ownershipPlugin } from './plugin';
import { rootRouteRef, simulateRouteRef } from './routes';

describe('ownershipPlugin', () => {
  it('declares its page with path, title, icon and route, so that it shows in the menu', () => {
    const tester = createExtensionTester(
      ownershipPlugin.getExtension('page:ownership'),
    );
    expect(tester.get(coreExtensionData.routePath)).toBe('/ownership');
    expect(tester.get(coreExtensionData.title)).toBe('Ownership');
    expect(tester.get(coreExtensionData.icon)).toBeDefined();
    expect(tester.get(coreExtensionData.routeRef)).toBe(rootRouteRef);
  });

  it('declares its pages as tabs, each with a path, a title and a route', () => {
    const tester = createExtensionTester(
      ownershipPlugin.getExtension('sub-page:ownership/simulate'),
    );
    expect(tester.get(coreExtensionData.routePath)).toBe('simulate');
    expect(tester.get(coreExtensionData.title)).toBe('Simulate');
    expect(tester.get(coreExtensionData.routeRef)).toBe(simulateRouteRef);
  });

  it('opens with the matrix, under one h1', async () => {
    renderPlugin({ path: '/ownership', backend: new FakeBackend() });
    expect(
      await screen.findByRole('heading', {
        level: 2,
        name: 'Who may do what where',
      }),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1),
    );
  });

  it.each([
    ['matrix', 'Who may do what where', 'Matrix'],
    ['who-can', 'Who can do it', 'Who can'],
    ['explain', 'Why, or why not', 'Explain'],
    ['simulate', 'Try out a draft of the policy', 'Simulate'],
    ['break-glass', 'Break-glass', 'Break-glass'],
  ])(
    'has a page at /ownership/%s, and a title of its window',
    async (path, heading, title) => {
      renderPlugin({ path: `/ownership/${path}`, backend: new FakeBackend() });
      expect(
        await screen.findByRole('heading', { level: 2, name: heading }),
      ).toBeInTheDocument();
      await waitFor(() =>
        expect(document.title.split(' | ').slice(0, 2)).toEqual([
          title,
          'Ownership',
        ]),
      );
    },
  );
});
