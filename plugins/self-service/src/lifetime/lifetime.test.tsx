// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ResourceDetail } from '@fairway/backstage-plugin-self-service-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../__testUtils__/fakeBackend';
import { entityOfRequest } from '../__testUtils__/fixtures';
import { fakeEntityPage } from '../__testUtils__/neighbours';
import { renderPlugin } from '../__testUtils__/renderPlugin';

const DAY = 24 * 3_600_000;
const ID = 'a'.repeat(64);
const PATH = `/self-service/resources/${ID}`;
const inDays = (days: number) =>
  new Date(Date.now() + (days + 0.5) * DAY).toISOString();

const resourceOf = (
  overrides: Partial<ResourceDetail> = {},
): ResourceDetail => ({
  id: ID,
  name: 'pg-orders',
  repoUrl: 'local?owner=acme&repo=infrastructure-live',
  path: 'live/dev/pg-orders',
  environment: 'dev',
  service: 'postgres-database',
  ownerRef: 'group:default/payments',
  requesterRef: 'user:default/pia',
  requestId: 'request-1',
  phase: 'expiring',
  lifetime: {
    duration: 'P14D',
    expiresAt: inDays(2),
    removalAt: inDays(3),
    maximumAt: inDays(5),
  },
  mayExtend: true,
  history: [
    {
      at: new Date().toISOString(),
      type: 'warned',
      actorRef: 'plugin:self-service',
      message: 'The lifetime of "pg-orders" ends soon.',
    },
  ],
  ...overrides,
});

/** Opens the page of an entity that ends. */
function open(resource: ResourceDetail, answers: Record<string, object> = {}) {
  const backend = new FakeBackend();
  backend.reads.instead.set(PATH, () => resource);
  for (const [path, answer] of Object.entries(answers)) {
    backend.reads.instead.set(path, () => answer);
  }
  const entity = entityOfRequest({
    'fairway.dev/lifetime': 'P14D',
    'fairway.dev/resource-id': ID,
  });
  renderPlugin({
    path: '/',
    backend,
    catalog: fakeEntityPage(entity),
    entities: [entity],
  });
  return backend;
}

const card = () => screen.findByRole('region', { name: 'Lifetime' });
const fact = async (label: string) =>
  (await within(await card()).findByText(label, { selector: 'dt' }))
    .nextElementSibling as HTMLElement;

const extend = async () => {
  await userEvent.click(
    await within(await card()).findByRole('button', { name: 'Extend' }),
  );
  const dialog = await screen.findByRole('dialog', {
    name: 'Extend pg-orders',
  });
  return {
    dialog,
    press: () =>
      userEvent.click(within(dialog).getByRole('button', { name: 'Extend' })),
    reason: () =>
      userEvent.type(
        within(dialog).getByRole('textbox', { name: /Reason/ }),
        'The demo is next week',
      ),
  };
};

describe('the card of an end', () => {
  it('says when it ends, what comes then, how long it can be extended, and what happened', async () => {
    open(resourceOf());
    expect(await fact('State')).toHaveTextContent('Ends soon');
    expect(await fact('Ends')).toHaveTextContent('in 2 days');
    expect(await fact('Removal')).toHaveTextContent('in 3 days');
    expect(await fact('Extended by its owners until')).toHaveTextContent(
      'in 5 days',
    );
    expect(
      within(
        within(await card()).getByRole('list', { name: 'What happened to it' }),
      ).getByText('The lifetime of "pg-orders" ends soon.'),
    ).toBeInTheDocument();
  });

  it('extends it, after a reason', async () => {
    const backend = open(resourceOf(), {
      [`${PATH}/extend`]: {
        resource: resourceOf({
          phase: 'counting',
          lifetime: {
            duration: 'P14D',
            expiresAt: inDays(9),
            removalAt: inDays(10),
          },
        }),
      },
    });
    const { dialog, press, reason } = await extend();
    await press();
    expect(within(dialog).getByText(/Say why/)).toBeInTheDocument();
    expect(backend.calls).not.toContain(`${PATH}/extend`);
    await reason();
    await press();
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(await fact('State')).toHaveTextContent('Counting');
    expect(backend.calls).toContain(`${PATH}/extend`);
  });

  it('leads to the request where it has to be approved', async () => {
    open(resourceOf(), {
      [`${PATH}/extend`]: {
        resource: resourceOf(),
        request: { id: 'request-9', number: 9 },
      },
    });
    const { dialog, press, reason } = await extend();
    await reason();
    await press();
    expect(
      await within(dialog).findByRole('link', { name: 'Request 9' }),
    ).toHaveAttribute('href', '/self-service/requests/request-9');
  });

  it('keeps what has ended, and shows why it cannot', async () => {
    const ended = resourceOf({
      phase: 'removing',
      lifetime: {
        duration: 'P14D',
        expiresAt: inDays(-2),
        removalAt: inDays(-1),
        removalRequestId: 'request-7',
      },
    });
    const backend = open(ended, {
      [`${PATH}/keep`]: {
        status: 409,
        name: 'ConflictError',
        message: 'The removal is approved already.',
        code: 'removal-approved',
      },
    });
    expect(
      within(await fact('Removal')).getByRole('link', {
        name: 'The request of its removal',
      }),
    ).toHaveAttribute('href', '/self-service/requests/request-7');
    await userEvent.click(
      within(await card()).getByRole('button', { name: 'Keep it' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Keep pg-orders',
    });
    const press = () =>
      userEvent.click(within(dialog).getByRole('button', { name: 'Keep it' }));
    await press();
    expect(within(dialog).getByText(/Say why/)).toBeInTheDocument();
    expect(backend.calls).not.toContain(`${PATH}/keep`);
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'The demo is next week',
    );
    await press();
    expect(
      await within(dialog).findByText(/approved already/),
    ).toBeInTheDocument();
  });

  it('says why it stays, and offers nothing to whom it does not belong', async () => {
    open(
      resourceOf({
        phase: 'kept',
        mayExtend: false,
        lifetime: {
          duration: 'P14D',
          expiresAt: inDays(-2),
          removalAt: inDays(-1),
          keptBecause:
            'Request 7, its removal, was rejected by user:default/pat',
        },
      }),
    );
    expect(await fact('Because')).toHaveTextContent(/rejected by/);
    expect(
      within(await card()).queryByText('Ends', { selector: 'dt' }),
    ).not.toBeInTheDocument();
    expect(within(await card()).queryByRole('button')).not.toBeInTheDocument();
  });

  it('says that it cannot be read', async () => {
    const backend = open(resourceOf());
    backend.reads.instead.set(PATH, () => ({
      status: 503,
      name: 'ServiceUnavailableError',
      message: 'The database is away.',
    }));
    expect(await within(await card()).findByRole('alert')).toHaveTextContent(
      'The database is away.',
    );
  });
});
