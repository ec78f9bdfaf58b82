// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { DriftEntry } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeKafka } from '../../__testUtils__/FakeKafka';
import { renderKafka } from '../../__testUtils__/renderKafka';

const entry: DriftEntry = {
  id: 'drift-1',
  environment: 'dev',
  kind: 'topic-changed',
  name: 'orders.created',
  title: 'orders.created is not as desired',
  changes: [{ path: 'partitions', before: '3', after: '6' }],
  since: '2026-11-23T02:00:00.000Z',
  ignored: false,
  action: { allowed: true },
};

function open(action: DriftEntry['action']) {
  const page = (items: object[]) => ({
    items,
    total: items.length,
    snapshots: [],
  });
  const backend = new FakeKafka()
    .on('GET /drift', () => page([{ ...entry, action }]))
    .on('GET /orphans', () => page([]))
    .on('POST /drift/drift-1', () => entry);
  const { analytics } = renderKafka({ path: '/kafka/drift', backend });
  return { backend, analytics };
}

// The first of a file waits for the page's code as well.
const button = (name: string) =>
  screen.findByRole('button', { name }, { timeout: 30_000 });

jest.setTimeout(60_000);

describe('what can be done about drift', () => {
  it('is done by those who may', async () => {
    const { backend, analytics } = open({ allowed: true });
    await userEvent.click(await button('Adopt'));
    await waitFor(() =>
      expect(backend.sentTo('POST /drift/drift-1')).toEqual([
        { choice: 'adopt' },
      ]),
    );
    await waitFor(() =>
      expect(analytics.getEvents()).toContainEqual(
        expect.objectContaining({ action: 'adopt', subject: 'drift' }),
      ),
    );
  });

  it('is disabled for others, who are told why once', async () => {
    open({ allowed: false, because: 'It belongs to the group orders.' });
    expect(await button('Adopt')).toBeDisabled();
    expect(await button('Adopt')).toHaveAccessibleDescription(
      'It belongs to the group orders.',
    );
    expect(await button('Ignore')).toBeDisabled();
    expect(screen.getAllByText('It belongs to the group orders.')).toHaveLength(
      1,
    );
  });
});
