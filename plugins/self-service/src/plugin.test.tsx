// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor } from '@testing-library/react';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { rootRouteRef } from './routes';
import { selfServicePlugin } from './plugin';
import { FakeBackend } from './__testUtils__/fakeBackend';
import { renderPlugin } from './__testUtils__/renderPlugin';

describe('selfServicePlugin', () => {
  it('declares its page with path, title, icon and route, so that it shows in the menu', () => {
    const tester = createExtensionTester(
      selfServicePlugin.getExtension('page:self-service'),
    );
    expect(tester.get(coreExtensionData.routePath)).toBe('/self-service');
    expect(tester.get(coreExtensionData.title)).toBe('Self-service');
    expect(tester.get(coreExtensionData.icon)).toBeDefined();
    expect(tester.get(coreExtensionData.routeRef)).toBe(rootRouteRef);
  });

  it('gives the scaffolder its form field', () => {
    expect(
      selfServicePlugin.getExtension(
        'scaffolder-form-field:self-service/environment',
      ),
    ).toBeDefined();
  });

  it('shows in the menu and opens at its path, under one h1', async () => {
    renderPlugin({ path: '/self-service', backend: new FakeBackend() });
    // The header is drawn anew when the page's code has come.
    await waitFor(() =>
      expect(
        screen.getByRole('heading', { level: 1, name: 'Self-service' }),
      ).toBeInTheDocument(),
    );
    expect(
      await screen.findByRole('heading', {
        level: 2,
        name: 'Changes of you and your teams',
      }),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
  });
});
