// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor, within } from '@testing-library/react';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { requestSourceDataRef } from '@fairway/requests-react';
import { FakeBackend } from './__testUtils__/fakeBackend';
import { requestOf } from './__testUtils__/fixtures';
import { renderPlugin } from './__testUtils__/renderPlugin';
import {
  auditRouteRef,
  modulesRouteRef,
  requestsRouteRef,
  rootRouteRef,
} from './routes';
import { selfServicePlugin } from './plugin';

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

  it.each([
    ['sub-page:self-service/requests', 'requests', requestsRouteRef],
    ['sub-page:self-service/modules', 'modules', modulesRouteRef],
    ['sub-page:self-service/audit', 'audit', auditRouteRef],
  ] as const)('declares %s as a tab', (id, path, routeRef) => {
    const tester = createExtensionTester(selfServicePlugin.getExtension(id));
    expect(tester.get(coreExtensionData.routePath)).toBe(path);
    expect(tester.get(coreExtensionData.routeRef)).toBe(routeRef);
  });

  it('is in the menu once: the page that leads old links on has no route', () => {
    const tester = createExtensionTester(
      selfServicePlugin.getExtension('page:self-service/changes'),
    );
    expect(tester.get(coreExtensionData.routeRef)).toBeUndefined();
  });

  it('contributes its requests to the lists of every plugin', () => {
    const tester = createExtensionTester(
      selfServicePlugin.getExtension('request-source:self-service'),
    );
    expect(tester.get(requestSourceDataRef)).toBeDefined();
  });

  it.each([
    'environment',
    'module-inputs',
    'module-version',
    'unit',
    'dependency',
  ])('gives the scaffolder the form field %s', name => {
    expect(
      selfServicePlugin.getExtension(
        `scaffolder-form-field:self-service/${name}` as 'scaffolder-form-field:self-service/environment',
      ),
    ).toBeDefined();
  });

  it('opens with the hub, under one h1, with its pages as tabs', async () => {
    renderPlugin({ path: '/self-service', backend: new FakeBackend() });
    expect(
      await screen.findByRole('heading', {
        level: 2,
        name: 'What you can do',
      }),
    ).toBeInTheDocument();
    // The header is drawn anew when the page's code has come.
    await waitFor(() =>
      expect(
        screen.getByRole('heading', { level: 1, name: 'Self-service' }),
      ).toBeInTheDocument(),
    );
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    const tabs = await screen.findByRole('tablist', { name: 'Toolbar tabs' });
    expect(
      within(tabs)
        .getAllByRole('tab')
        .map(tab => [tab.textContent, tab.getAttribute('href')]),
    ).toEqual([
      ['Hub', '/self-service/hub'],
      ['Start', '/self-service/start'],
      ['Requests', '/self-service/requests'],
      ['Modules', '/self-service/modules'],
      ['Environments', '/self-service/environments'],
      ['Drift', '/self-service/drift'],
      ['Audit', '/self-service/audit'],
    ]);
  });

  it.each([
    ['hub', 'Hub | Self-service'],
    ['modules', 'Modules | Self-service'],
    ['environments', 'Environments | Self-service'],
    ['environments/dev', 'dev | Environments | Self-service'],
    ['drift', 'Drift | Self-service'],
    ['audit', 'Audit | Self-service'],
  ])('names the window after the page %s', async (path, title) => {
    renderPlugin({
      path: `/self-service/${path}`,
      backend: new FakeBackend(),
      config: { app: { title: 'Fairway' } },
    });
    await waitFor(() => expect(document.title).toBe(`${title} | Fairway`));
  });

  it('names the window after the request that is shown', async () => {
    const backend = new FakeBackend();
    backend.requests.put(requestOf());
    renderPlugin({
      path: `/self-service/requests/${requestOf().id}`,
      backend,
      config: { app: { title: 'Fairway' } },
    });
    await waitFor(() =>
      expect(document.title).toBe(
        '#12 Create database pg-orders | Requests | Self-service | Fairway',
      ),
    );
  });

  it('says where there is no such page, below the tabs that lead back', async () => {
    renderPlugin({
      path: '/self-service/orders',
      backend: new FakeBackend(),
      config: { app: { title: 'Fairway' } },
    });
    expect(await screen.findByText(/page not found/i)).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Hub' })).toHaveAttribute(
      'href',
      '/self-service/hub',
    );
    await waitFor(() =>
      expect(document.title).toBe('Page not found | Self-service | Fairway'),
    );
  });

  it('leads links of changes on to requests', async () => {
    const backend = new FakeBackend();
    const request = requestOf();
    backend.requests.put(request);
    renderPlugin({ path: `/self-service/changes/${request.id}`, backend });
    expect(
      await screen.findByRole('heading', {
        level: 2,
        name: '#12 Create database pg-orders',
      }),
    ).toBeInTheDocument();
  });

  it('leads the list of changes on to the list of requests', async () => {
    renderPlugin({ path: '/self-service/changes', backend: new FakeBackend() });
    expect(
      await screen.findByRole('heading', { level: 2, name: 'My requests' }),
    ).toBeInTheDocument();
  });
});
