// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { GroupDetail } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Answers, failure } from '../../../__testUtils__/FakeKafka';
import { renderKafka } from '../../../__testUtils__/renderKafka';
import { groupOf } from '../../../__testUtils__/views';

const emptyGroup = (changes: Partial<GroupDetail> = {}) =>
  groupOf({
    groupId: 'orders.search',
    instance: 'orders@dev',
    state: 'EMPTY',
    members: 0,
    partitions: [{ topic: 'orders.created', partition: 0, committed: '7' }],
    actions: { reset: { allowed: true } },
    ...changes,
  });

const MOVES = {
  moves: [
    {
      topic: 'orders.created',
      partition: 0,
      before: '7',
      after: '2',
      requested: '0',
      records: '-5',
      lag: '8',
    },
  ],
  problems: [],
  group: { groupId: 'orders.search', state: 'EMPTY', members: 0 },
};

function open(
  group: GroupDetail | Response = emptyGroup(),
  answers: Answers = {},
) {
  return renderKafka({
    path: '/kafka/groups/dev/orders.search/reset',
    answers: {
      'GET /groups/dev/orders.search': () => group,
      'POST /offset-preview': () => MOVES,
      'POST /requests': () => ({ request: { id: 'r-1' }, created: true }),
      ...answers,
    },
  });
}

describe('the reset of offsets', () => {
  it('shows each partition before and after, and what the log does not hold', async () => {
    const { asked } = open();
    const table = await screen.findByRole('table', {
      name: 'Each partition before and after',
    });
    expect(
      within(table).getByRole('row', { name: /orders.created 0/ }),
    ).toHaveTextContent('72asked for 0, which the log does not hold-58');
    await userEvent
      .setup()
      .click(screen.getByRole('button', { name: 'Go on to the review' }));
    await waitFor(() =>
      expect(
        asked.find(({ call }) => call === 'POST /requests')?.body,
      ).toMatchObject({
        kind: 'kafka.offset-reset',
        payload: {
          environment: 'dev',
          instance: 'orders@dev',
          group: 'orders.search',
          strategy: { kind: 'earliest' },
        },
      }),
    );
  });

  it('asks the broker only once the place is whole', async () => {
    const user = userEvent.setup();
    const { asked } = open();
    await user.click(
      await screen.findByRole('radio', {
        name: 'some records forward or back',
      }),
    );
    expect(
      await screen.findByText('Fill in where to go on to see it.'),
    ).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: /Records/ }), '-3');
    await waitFor(() =>
      expect(asked.at(-1)?.body?.strategy).toEqual({ kind: 'shift', by: -3 }),
    );
  });

  it('puts the last reset back', async () => {
    const payload = {
      environment: 'dev',
      instance: 'orders@dev',
      group: 'orders.search',
      strategy: {
        kind: 'explicit',
        offsets: [{ topic: 'orders.created', partition: 0, offset: '9' }],
      },
    };
    const { asked } = open(
      emptyGroup({
        undo: {
          requestId: 'r-0',
          at: '2026-11-22T10:00:00.000Z',
          partitions: 1,
          payload,
        },
      }),
    );
    await userEvent
      .setup()
      .click(await screen.findByRole('button', { name: 'Put them back' }));
    await waitFor(() =>
      expect(
        asked.filter(({ call }) => call === 'POST /offset-preview').at(-1)
          ?.body,
      ).toEqual(payload),
    );
  });

  it('says why it may not be reset, and why it could not be loaded', async () => {
    open(
      emptyGroup({
        actions: { reset: { allowed: false, because: 'Not you.' } },
      }),
    );
    expect(await screen.findByText('Not you.')).toBeInTheDocument();
  });

  it('says why the group could not be loaded', async () => {
    open(failure({ status: 500, message: 'Broken.' }));
    expect(await screen.findByText('Broken.')).toBeInTheDocument();
  });
});
