// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DriftAnswer } from '@fairway/backstage-plugin-self-service-common';
import { driftOf } from '../../__testUtils__/actions';
import { FakeBackend } from '../../__testUtils__/fakeBackend';
import { NEW_UNIT_DIFF, requestOf } from '../../__testUtils__/fixtures';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const CHANGED = driftOf({
  requestId: requestOf().id,
  ownerRef: 'group:default/payments',
  restore: {
    files: [{ path: 'live/dev/pg-orders/terragrunt.hcl', content: 'x\n' }],
    diff: NEW_UNIT_DIFF,
  },
  forms: [
    {
      templateRef: 'template:default/change-unit',
      title: 'Change a unit',
      formData: { unit: 'live/dev/pg-orders' },
    },
  ],
});

function open(
  answer: Partial<DriftAnswer>,
  drift: FakeBackend['actions']['drift'] = () => ({
    items: [],
    hidden: 0,
    heads: { 'local?owner=acme&repo=live': 'a'.repeat(40) },
    ...answer,
  }),
) {
  const backend = new FakeBackend();
  backend.actions.drift = drift;
  renderPlugin({ path: '/self-service/drift', backend });
  return backend;
}

describe('the page of drift', () => {
  it('shows what differs, what would put it back, and the form that changes it', async () => {
    open({ items: [CHANGED], hidden: 2 });
    const list = await screen.findByRole('list', { name: 'What differs' });
    expect(list).toHaveTextContent('Changed past the portal');
    expect(list).toHaveTextContent('postgres-database in dev');
    expect(
      within(list).getByText('What putting it back changes'),
    ).toBeInTheDocument();
    expect(
      within(list).getByRole('link', {
        name: 'Change a unit: live/dev/pg-orders',
      }),
    ).toHaveAttribute(
      'href',
      `/create/templates/default/change-unit?formData=${encodeURIComponent(
        '{"unit":"live/dev/pg-orders"}',
      )}`,
    );
    expect(
      screen.getByText(/2 more units are not compared/),
    ).toBeInTheDocument();
  });

  it('makes a draft of what was approved, and leads to it', async () => {
    const user = userEvent.setup();
    const backend = open({ items: [CHANGED] });
    const created = requestOf({ title: 'Put it back', decision: 'draft' });
    backend.requests.put(created);
    backend.requests.instead.set('', () => ({
      request: created,
      created: true,
    }));
    await user.click(
      await screen.findByRole('button', {
        name: 'Put back what was approved: live/dev/pg-orders',
      }),
    );
    expect(
      await screen.findByRole('heading', { name: '#12 Put it back' }),
    ).toBeInTheDocument();
    expect(backend.requests.posts.map(({ body }) => body)).toMatchObject([
      {
        kind: 'change',
        title: 'Put back live/dev/pg-orders',
        submit: 'review',
        payload: {
          repoUrl: CHANGED.repoUrl,
          onExists: 'replace',
          files: CHANGED.restore!.files,
        },
      },
    ]);
  });

  it('says why no draft could be made, and whom to ask', async () => {
    const user = userEvent.setup();
    const backend = open({ items: [CHANGED] });
    backend.requests.instead.set('', () => ({
      status: 403,
      name: 'NotAllowedError',
      code: 'policy-denied',
      message: 'Only the owners may.',
    }));
    await user.click(
      await screen.findByRole('button', { name: /Put back what was approved/ }),
    );
    expect(
      await screen.findByText(/Not allowed: you may not put it back/),
    ).toBeInTheDocument();
  });

  it.each([
    ['removed', 'Removed past the portal'],
    ['unknown', 'In Git, unknown to the portal'],
    ['not-applied', 'Merged, not applied'],
    ['not-in-catalog', 'Not in the catalog'],
  ] as const)('says %s in words', async (kind, words) => {
    open({ items: [driftOf({ kind })] });
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Put back/ }),
    ).not.toBeInTheDocument();
  });

  it('says that there is none, and compares again', async () => {
    const user = userEvent.setup();
    const backend = open({});
    expect(
      await screen.findByRole('heading', { name: 'No drift' }),
    ).toBeInTheDocument();
    backend.actions.drift = () => ({ items: [CHANGED], hidden: 0, heads: {} });
    await user.click(screen.getByRole('button', { name: 'Compare again' }));
    expect(
      await screen.findByRole('list', { name: 'What differs' }),
    ).toBeInTheDocument();
  });

  it('says code and cause when it cannot be compared', async () => {
    open({}, () => ({
      status: 503,
      name: 'ServiceUnavailableError',
      code: 'base-unknown',
      message: 'Git is away.',
    }));
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent('base-unknown'),
    );
  });

  it('says that it loads, and that it is not for the person', async () => {
    let refuse = (_: unknown) => {};
    open(
      {},
      () =>
        new Promise(resolve => {
          refuse = resolve as (value: unknown) => void;
        }),
    );
    expect(await screen.findByText(/are being compared/)).toBeInTheDocument();
    refuse({ status: 403, name: 'NotAllowedError', message: 'Not you.' });
    expect(
      await screen.findByText(/Not allowed: you may not see drift/),
    ).toBeInTheDocument();
  });
});
