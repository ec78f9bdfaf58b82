// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type {
  DispatchOutputs,
  DispatchPlan,
} from '@fairway/backstage-plugin-self-service-common';
import type { RequestDetail } from '@fairway/requests-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../__testUtils__/fakeBackend';
import { allow, requestOf } from '../__testUtils__/fixtures';
import { renderPlugin } from '../__testUtils__/renderPlugin';

const PLAN: DispatchPlan = {
  receiver: 'notebook',
  title: 'Notebook',
  transport: 'kafka-topic',
  to: 'The topic platform.jobs',
  receiverDigest: 'a'.repeat(64),
  environment: 'dev',
  service: 'payments-api',
  targetRef: 'dev/payments-api',
  operation: 'create',
  resource: 'pia-notes',
  values: { size: 'small' },
  lifetime: 'P2D',
};

function open(outputs: DispatchOutputs, changes: Partial<RequestDetail> = {}) {
  const backend = new FakeBackend();
  const request = requestOf({
    kind: 'dispatch',
    operation: 'create',
    title: 'A notebook for Pia',
    payload: {
      ...{ receiver: 'notebook', environment: 'dev', service: 'payments-api' },
      ...{ ownerRef: 'group:default/payments' },
    },
    plan: PLAN as JsonObject,
    view: { fields: [{ path: 'size', after: 'small' }] },
    outputs: outputs as JsonObject,
    ...changes,
  });
  backend.requests.put(request);
  const path = `/self-service/requests/${request.id}`;
  renderPlugin({ path, backend });
  return { backend, request };
}

const section = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('the page of a dispatch', () => {
  it('says who is told, how, and about what', async () => {
    open({}, { decision: 'pending' });
    const told = await section('Who is told');
    expect(told.getByText('Notebook')).toBeInTheDocument();
    expect(told.getByText('Message on a topic')).toBeInTheDocument();
    expect(told.getByText('The topic platform.jobs')).toBeInTheDocument();
    expect(told.getByText('dev/payments-api')).toBeInTheDocument();
    expect(told.getByText('pia-notes').parentElement).toHaveTextContent(
      'pia-notes (Made)',
    );
    expect(told.getByText('2 days')).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'What came of it' }),
    ).not.toBeInTheDocument();
  });

  it('lets whoever it was asked for say yes, as it stands', async () => {
    const { backend, request } = open(
      {},
      { decision: 'changes-requested', actions: allow('revise') },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Have it done as it stands' }),
    );
    const { id, payload, rowVersion } = request;
    await waitFor(() =>
      expect(backend.requests.posts).toEqual([
        { path: `/${id}/revise`, body: { payload, rowVersion } },
      ]),
    );
  });

  it('shows what came of it, and links addresses alone', async () => {
    open(
      {
        runUrl: 'https://github.test/acme/ops/actions/runs/7',
        result: {
          address: 'https://notes.test/7',
          script: 'data:text/html,hello',
          size: 2,
        },
        entity: {
          type: 'notebook',
          title: 'Notes of Pia',
          links: [{ title: 'Open it', url: 'https://notes.test/7' }],
        },
      },
      { decision: 'approved', execution: 'succeeded' },
    );
    const came = await section('What came of it');
    expect(came.getByText('Notes of Pia')).toBeInTheDocument();
    const addresses = came
      .getAllByRole('link')
      .map(link => link.getAttribute('href'));
    expect(addresses).toEqual([
      'https://github.test/acme/ops/actions/runs/7',
      'https://notes.test/7',
      'https://notes.test/7',
    ]);
    expect(came.getByText('data:text/html,hello')).toBeInTheDocument();
    expect(came.getByText('2')).toBeInTheDocument();
  });

  it('says that nothing came of it yet', async () => {
    open({}, { decision: 'approved', execution: 'waiting' });
    const came = await section('What came of it');
    expect(came.getByText('Nothing yet.')).toBeInTheDocument();
  });
});
