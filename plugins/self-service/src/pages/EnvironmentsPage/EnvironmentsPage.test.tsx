// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import { screen, within } from '@testing-library/react';
import { FakeBackend } from '../../__testUtils__/fakeBackend';
import { entityOfRequest, requestOf } from '../../__testUtils__/fixtures';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const DEV: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'dev',
    namespace: 'default',
    annotations: {
      'fairway.dev/environment': 'dev',
      'fairway.dev/tier': 'nonprod',
      'fairway.dev/accounts': '111111111111',
      'fairway.dev/owners': 'group:default/platform',
    },
  },
  spec: { type: 'environment', owner: 'group:default/platform' },
};

const soon = () => new Date(Date.now() + 2.5 * 24 * 3_600_000).toISOString();

function open(
  path: string,
  options: { entities?: Entity[]; backend?: FakeBackend } = {},
) {
  const { backend = new FakeBackend() } = options;
  const { entities = [DEV, entityOfRequest()] } = options;
  renderPlugin({ path, backend, entities });
}

describe('the list of environments', () => {
  it('says whose each is, and how much is there and about to end', async () => {
    open('/self-service/environments', {
      entities: [DEV, entityOfRequest({ 'fairway.dev/expires-at': soon() })],
    });
    const row = await screen.findByRole('row', { name: /^dev/ });
    expect(within(row).getByRole('link', { name: 'dev' })).toHaveAttribute(
      'href',
      '/self-service/environments/dev',
    );
    expect(
      within(row).getByTitle('group:default/platform'),
    ).toBeInTheDocument();
    expect(
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual(['nonprod', 'platform', '1', '1']);
  });

  it('says that there are none', async () => {
    open('/self-service/environments', { entities: [] });
    expect(
      await screen.findByRole('heading', { name: 'No environments' }),
    ).toBeInTheDocument();
  });
});

describe('the page of an environment', () => {
  it('shows what runs there, what is about to end and what is asked for', async () => {
    const backend = new FakeBackend();
    backend.requests.put(
      requestOf({
        title: 'Grow it',
        environmentRef: 'dev',
        decision: 'pending',
      }),
    );
    open('/self-service/environments/dev', {
      backend,
      entities: [DEV, entityOfRequest({ 'fairway.dev/expires-at': soon() })],
    });
    const running = await screen.findByRole('table', {
      name: 'What runs in dev',
    });
    expect(within(running).getByText('Ready')).toBeInTheDocument();
    expect(
      screen.getByRole('table', { name: 'What ends in dev within a week' }),
    ).toHaveTextContent('in 2 days');
    expect(
      await screen.findByRole('link', { name: '#12 Grow it' }),
    ).toBeInTheDocument();
    expect(screen.getByText('111111111111')).toBeInTheDocument();
  });

  it('shows who may deploy what', async () => {
    open('/self-service/environments/dev');
    const table = await screen.findByRole('table', {
      name: 'Teams that may deploy into dev, by service',
    });
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map(each => each.textContent),
    ).not.toContainEqual(expect.stringContaining(':'));
  });

  it('says that nothing is there', async () => {
    open('/self-service/environments/dev', { entities: [DEV] });
    expect(
      await screen.findByText(/Nothing that was ordered here runs there/),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('No resource ends within a week.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('heading', { name: 'Nothing is asked for' }),
    ).toBeInTheDocument();
  });

  it('says why who may deploy what cannot be shown, and that it is refused', async () => {
    const backend = new FakeBackend();
    backend.reads.instead.set('/ownership/matrix', () => ({
      status: 503,
      name: 'ServiceUnavailableError',
      code: 'policy-unavailable',
      message: 'The policy is away.',
    }));
    open('/self-service/environments/dev', { backend });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'policy-unavailable',
    );
  });

  it('says that it is not for the person', async () => {
    const backend = new FakeBackend();
    backend.reads.instead.set('/ownership/matrix', () => ({
      status: 403,
      name: 'NotAllowedError',
      message: 'Not you.',
    }));
    open('/self-service/environments/dev', { backend });
    expect(
      await screen.findByText(/Not allowed: you may not see who may deploy/),
    ).toBeInTheDocument();
  });

  it('says that there is none of that name', async () => {
    open('/self-service/environments/mars');
    expect(
      await screen.findByRole('heading', { name: 'No environment mars' }),
    ).toBeInTheDocument();
  });
});
