// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeKafka } from '../../__testUtils__/FakeKafka';
import { requestOf } from '../../__testUtils__/views';
import { renderKafka } from '../../__testUtils__/renderKafka';

describe('the page of a request', () => {
  it('submits a draft through the real client', async () => {
    const draft = requestOf({ decision: 'draft' });
    const { actions } = draft;
    draft.actions = { ...actions, submit: { allowed: true } };
    let current = draft;
    const backend = new FakeKafka()
      .on('GET /requests/request-1', () => current)
      .on('POST /requests/request-1/submit', () => {
        current = requestOf({ decision: 'pending' });
        return current;
      });
    renderKafka({ path: '/kafka/requests/request-1', backend });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Submit' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Submit' })).toBeNull(),
    );
    expect(backend.sentTo('POST /requests/request-1/submit')).toHaveLength(1);
  });

  it('shows whom the topic of a request touches', async () => {
    const payload = { environment: 'dev', name: 'orders.new' };
    const backend = new FakeKafka().on('GET /requests/request-1', () =>
      requestOf({ payload }),
    );
    renderKafka({ path: '/kafka/requests/request-1', backend });
    expect(
      await screen.findByText('There is no topic orders.new in dev yet.'),
    ).toBeInTheDocument();
  });

  it('is there once for somebody who is no administrator: in the trail, and asked for', async () => {
    const backend = new FakeKafka().on('GET /requests/request-1', () =>
      requestOf(),
    );
    renderKafka({ path: '/kafka/requests/request-1', backend });
    const title = 'Request 1: Create topic orders.new in dev';
    await waitFor(() => expect(screen.getAllByText(title)).toHaveLength(1));
    const asked = backend.calls.filter(
      ({ call }) => call === 'GET /requests/request-1',
    );
    expect(asked).toHaveLength(1);
  });
});
