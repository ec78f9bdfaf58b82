// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeKafka } from '../../__testUtils__/FakeKafka';
import { requestOf } from '../../__testUtils__/views';
import { renderKafka } from '../../__testUtils__/renderKafka';

const PAYLOAD = {
  operation: 'create',
  environment: 'dev',
  instance: 'orders@dev',
  name: 'orders.new',
  partitions: 12,
};

/** A request as somebody sees it who may decide about it. */
function pending(isDecider = true) {
  const request = requestOf({ payload: PAYLOAD, justification: 'Needed' });
  request.actions = {
    ...request.actions,
    revise: isDecider
      ? { allowed: true }
      : { allowed: false, because: 'Only its author revises it.' },
    approve: { allowed: isDecider },
  };
  return request;
}

function open(request = pending()) {
  const backend = new FakeKafka()
    .on('GET /requests/request-1', () => request)
    .on('GET /requests', () => ({ items: [] }))
    .on('POST /requests/preview', () => ({
      title: request.title,
      view: { fields: [{ path: 'partitions', before: '12', after: '3' }] },
      risks: [],
      checks: [],
      approval: { mode: 'stages', by: [], stages: [] },
    }))
    .on('POST /requests/request-1/revise', () => ({
      ...request,
      revision: 2,
      rowVersion: 2,
    }));
  const { analytics } = renderKafka({
    path: '/kafka/requests/request-1/revise',
    backend,
  });
  return { backend, analytics, user: userEvent.setup() };
}

const partitions = () => screen.findByRole('textbox', { name: 'partitions' });

describe('editing a request before it is approved', () => {
  it('sends what was edited, shows its plan before, and says that somebody else has to approve', async () => {
    const { backend, analytics, user } = open();
    expect(
      await screen.findByText('Somebody else has to approve what you edit'),
    ).toBeInTheDocument();
    const send = screen.getByRole('button', { name: 'Send as edited' });
    expect(send).toBeDisabled();
    await user.clear(await partitions());
    await user.type(await partitions(), '3');
    await user.click(screen.getByRole('button', { name: /plan/i }));
    await waitFor(() =>
      expect(backend.sentTo('POST /requests/preview')).toEqual([
        {
          kind: 'kafka.topic',
          payload: { ...PAYLOAD, partitions: 3 },
          requestId: 'request-1',
        },
      ]),
    );
    await user.click(
      await screen.findByRole('button', { name: 'Send as edited' }),
    );
    await waitFor(() =>
      expect(backend.sentTo('POST /requests/request-1/revise')).toEqual([
        {
          payload: { ...PAYLOAD, partitions: 3 },
          rowVersion: 1,
          justification: 'Needed',
        },
      ]),
    );
    expect(
      analytics
        .getEvents()
        .filter(({ subject }) => subject === 'request')
        .map(({ action }) => action),
    ).toEqual(['revise']);
  });

  it('takes what is no number for what it is, and sends nothing', async () => {
    const { backend, user } = open();
    await user.clear(await partitions());
    await user.type(await partitions(), 'many');
    await user.click(screen.getByRole('button', { name: 'Send as edited' }));
    const refusal = await screen.findByRole('alert');
    expect(refusal).toHaveTextContent(/partitions|number/i);
    expect(backend.sentTo('POST /requests/request-1/revise')).toEqual([]);
  });

  it('asks before what was edited is left', async () => {
    const { user } = open();
    await user.type(await partitions(), '0');
    await user.click(screen.getByRole('link', { name: 'Cancel' }));
    const question = await screen.findByRole('dialog');
    expect(question).toHaveTextContent('Leave without sending it?');
    await user.click(
      within(question).getByRole('button', { name: 'Stay here' }),
    );
    expect(await partitions()).toHaveValue('120');
  });

  it('is not for those who may not', async () => {
    open(pending(false));
    expect(
      await screen.findByText('Only its author revises it.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });
});
