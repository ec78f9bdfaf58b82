// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, FakeKafka } from '../../__testUtils__/FakeKafka';
import { applicationOf, grantOf, requestOf } from '../../__testUtils__/views';
import { renderKafka } from '../../__testUtils__/renderKafka';

const refusal = () =>
  failure({
    status: 403,
    name: 'NotAllowedError',
    message: 'You may not read this.',
  });

describe('the form that asks for an application', () => {
  const entity = (kind: string, name: string) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
  });

  const open = (backend: FakeKafka) =>
    renderKafka({
      path: '/kafka/new-application',
      backend,
      entities: [entity('Group', 'orders'), entity('Component', 'orders-api')],
    });

  it('says what is missing before it sends anything', async () => {
    const backend = new FakeKafka();
    open(backend);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Go on to the review' }),
    );
    expect(await screen.findByText(/Not a group/)).toBeInTheDocument();
    expect(backend.sentTo('POST /requests')).toEqual([]);
  });

  it('makes a draft and opens its page', async () => {
    const backend = new FakeKafka()
      .on('POST /requests', () => ({ request: requestOf(), created: true }))
      .on('GET /requests/request-1', () => requestOf({ title: 'The request' }));
    open(backend);
    const fill = async (field: HTMLElement, text: string) => {
      await userEvent.click(field);
      await userEvent.paste(text);
      // A list covers the rest.
      await userEvent.keyboard('{Escape}');
    };
    await fill(await screen.findByLabelText(/^Name/), 'orders');
    await fill(
      screen.getByRole('combobox', { name: /Owner/ }),
      'group:default/orders',
    );
    await fill(
      screen.getByRole('combobox', { name: /Component or system/ }),
      'component:default/orders-api',
    );
    await fill(screen.getByLabelText(/Reason/), 'New orders');
    await userEvent.click(
      screen.getByRole('button', { name: 'Go on to the review' }),
    );
    expect(
      await screen.findByRole('heading', { name: /The request/ }),
    ).toBeInTheDocument();
    expect(backend.sentTo('POST /requests')).toEqual([
      {
        kind: 'kafka.application',
        payload: {
          operation: 'create',
          name: 'orders',
          ownerRef: 'group:default/orders',
          componentRef: 'component:default/orders-api',
        },
        justification: 'New orders',
        submit: 'review',
        idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ]);
  });
});

describe('the page of an application', () => {
  const open = (backend: FakeKafka) =>
    renderKafka({ path: '/kafka/applications/orders', backend });
  const backendOf = (application = applicationOf()) =>
    new FakeKafka().on('GET /applications/orders', () => application);

  it('shows limits with their use, and who reads what', async () => {
    open(backendOf());
    const instance = await screen.findByRole('region', { name: 'orders@dev' });
    expect(within(instance).getByText(/12 of 120/)).toBeInTheDocument();
    expect(
      within(instance).getByText('topics that begin with orders.'),
    ).toBeInTheDocument();
    const picture = screen.getByRole('list', {
      name: 'Who writes what, and who reads it',
    });
    expect(within(picture).getByRole('listitem')).toHaveTextContent(
      /orders@dev.*writes to.*orders\.created.*read by.*payments@dev/,
    );
  });

  it('turns the picture around for access to produce', async () => {
    open(
      backendOf(applicationOf({ accessOut: [grantOf({ access: 'PRODUCE' })] })),
    );
    const picture = await screen.findByRole('list', {
      name: 'Who writes what, and who reads it',
    });
    expect(within(picture).getByRole('listitem')).toHaveTextContent(
      /payments@dev.*writes to.*orders\.created.*read by.*orders@dev/,
    );
  });

  it('shows a password once, after a warning', async () => {
    const backend = backendOf().on('POST /passwords/request-7', () => ({
      environment: 'dev',
      username: 'orders',
      mechanism: 'SCRAM-SHA-512',
      password: 'shown-once',
    }));
    open(backend);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show the password' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(backend.sentTo('POST /passwords/request-7')).toHaveLength(0);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Show it now' }),
    );
    expect(await within(dialog).findByText('shown-once')).toBeInTheDocument();
    await userEvent.click(
      within(dialog).getAllByRole('button', { name: 'Close' }).pop()!,
    );
    expect(screen.queryByText('shown-once')).not.toBeInTheDocument();
  });

  it('says why a button is of no use', async () => {
    const { actions } = applicationOf();
    const because = 'Only group:default/orders may ask.';
    open(
      backendOf(
        applicationOf({
          actions: { ...actions, 'add-instance': { allowed: false, because } },
        }),
      ),
    );
    expect(
      await screen.findByRole('button', {
        name: 'Bring it into an environment',
      }),
    ).toBeDisabled();
    expect(screen.getByText(/may ask/)).toBeInTheDocument();
  });

  it('says that one may not see it', async () => {
    open(new FakeKafka().on('GET /applications/orders', refusal));
    expect(
      await screen.findByText(/You may not see this application/),
    ).toBeInTheDocument();
  });
});
