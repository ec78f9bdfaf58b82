// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { DriftEntry } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeKafka } from '../../__testUtils__/FakeKafka';
import { renderKafka } from '../../__testUtils__/renderKafka';
import {
  driftOf,
  environmentOf,
  environmentsOf,
  pageOf,
} from '../../__testUtils__/views';

const entry = driftOf();
const scanned = environmentOf();
const unscanned = environmentOf({ status: { reachable: true } });

function open(action: DriftEntry['action']) {
  const backend = new FakeKafka()
    .on('GET /environments', () => environmentsOf(scanned))
    .on('GET /drift', () => pageOf(driftOf({ action })))
    .on('GET /orphans', () => pageOf())
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

describe('drift before the first scan', () => {
  it('is not said to be none, and is looked for on a press', async () => {
    let isScanned = false;
    const backend = new FakeKafka()
      .on('GET /environments', () =>
        environmentsOf(isScanned ? scanned : unscanned),
      )
      .on('GET /drift', () => pageOf())
      .on('GET /orphans', () => pageOf())
      .on('POST /environments/dev/sync', () => {
        isScanned = true;
        return { environment: 'dev', reachable: true };
      });
    renderKafka({ path: '/kafka/drift', backend });
    expect(await screen.findByText('Not scanned yet')).toBeInTheDocument();
    expect(
      screen.queryByText('Everything is as it was asked for'),
    ).not.toBeInTheDocument();
    await userEvent.click(await button('Scan now: dev'));
    expect(
      await screen.findByText('Everything is as it was asked for'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Not scanned yet')).not.toBeInTheDocument();
  });

  it('says why a scan failed, and is no button for those who may not', async () => {
    const backend = new FakeKafka()
      .on('GET /environments', () =>
        environmentsOf(
          unscanned,
          environmentOf({
            name: 'prod',
            actions: {
              ...unscanned.actions,
              sync: { allowed: false, because: 'It is for its readers.' },
            },
          }),
        ),
      )
      .on('GET /drift', () => pageOf())
      .on('GET /orphans', () => pageOf())
      .on('POST /environments/dev/sync', () => ({
        environment: 'dev',
        reachable: false,
        message: 'The brokers of dev are away.',
      }));
    renderKafka({ path: '/kafka/drift', backend });
    await userEvent.click(await button('Scan now: dev'));
    expect(
      await screen.findByText(/The brokers of dev are away\./),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Scan now: prod' }),
    ).not.toBeInTheDocument();
  });
});
