// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, within } from '@testing-library/react';
import { FakeBackend } from '../__testUtils__/fakeBackend';
import { entityOfRequest, requestOf } from '../__testUtils__/fixtures';
import { renderPlugin } from '../__testUtils__/renderPlugin';
import { fakeEntityPage } from '../__testUtils__/neighbours';

const RESOURCE = 'acme/infrastructure-live:live/dev/pg-orders';

/** Opens the page of the entity, with the extensions that the plugin attaches to it. */
function open(
  options: {
    annotations?: Record<string, string>;
    backend?: FakeBackend;
  } = {},
) {
  const { annotations, backend = new FakeBackend() } = options;
  const entity = entityOfRequest(annotations);
  renderPlugin({
    path: '/',
    backend,
    catalog: fakeEntityPage(entity),
    entities: [entity],
  });
}

const fact = async (label: string) =>
  (await screen.findByText(label, { selector: 'dt' }))
    .nextElementSibling as HTMLElement;

describe('the card of what was ordered', () => {
  it('shows state, environment, module, owner, request and file', async () => {
    open();
    expect(await fact('State')).toHaveTextContent('Ready');
    expect(
      within(await fact('Environment')).getByTitle('resource:default/dev'),
    ).toBeInTheDocument();
    const module = await fact('Module and version');
    expect(module).toHaveTextContent('postgres-database v1.1.0');
    expect(
      within(module).getByTitle('component:default/postgres-database'),
    ).toBeInTheDocument();
    expect(
      within(await fact('Owner')).getByTitle('group:default/payments'),
    ).toBeInTheDocument();
    const request = await fact('Last request');
    expect(
      within(request).getByRole('link', { name: 'Request 12' }),
    ).toHaveAttribute('href', `/self-service/requests/${requestOf().id}`);
    expect(within(request).getByTitle('user:default/pia')).toBeInTheDocument();
    expect(await fact('File')).toHaveTextContent(
      'live/dev/pg-orders/terragrunt.hcl',
    );
    expect(await fact('Lifetime')).toHaveTextContent(
      'Until somebody removes it',
    );
  });

  it.each([
    [{ 'fairway.dev/state': 'pending' }, 'Asked for, not there yet'],
    [{ 'fairway.dev/state': 'removing' }, 'There, its removal is under way'],
    [{ 'fairway.dev/state': 'failed' }, 'The last change of it failed'],
    [{ 'fairway.dev/applied': 'not-applied' }, 'Merged, not applied'],
    [{ 'fairway.dev/state': 'odd' }, 'Unknown'],
  ])('says the state of %j in words', async (annotations, words) => {
    open({ annotations: annotations as Record<string, string> });
    expect(await fact('State')).toHaveTextContent(words);
  });

  it('shows when its life ends', async () => {
    const at = new Date(Date.now() + 3.5 * 24 * 3_600_000).toISOString();
    open({ annotations: { 'fairway.dev/expires-at': at } });
    expect(await fact('Lifetime')).toHaveTextContent('in 3 days');
  });
});

describe('the requests of an entity', () => {
  it('are those about its resource, of everybody', async () => {
    const backend = new FakeBackend();
    backend.requests.put(
      requestOf({ number: 12, resourceRefs: [RESOURCE] }),
      requestOf({
        number: 13,
        title: 'Grow pg-orders',
        requesterRef: 'user:default/ole',
        resourceRefs: [RESOURCE],
      }),
      requestOf({ number: 14, title: 'Other', resourceRefs: ['acme/x:y'] }),
    );
    open({ backend });
    const table = await screen.findByRole('region', { name: 'Its requests' });
    expect(
      await within(table).findByRole('link', { name: '#13 Grow pg-orders' }),
    ).toHaveAttribute(
      'href',
      '/self-service/requests/0193566f-0000-7000-8000-000000000013',
    );
    expect(within(table).getByText(/#12/)).toBeInTheDocument();
    expect(within(table).queryByText(/#14/)).not.toBeInTheDocument();
  });

  it('say that there are none to see', async () => {
    open();
    expect(
      await screen.findByRole('heading', { name: 'No requests to see' }),
    ).toBeInTheDocument();
  });
});
