// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { RequestDetail } from '@fairway/requests-common';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import { MemoryRequests } from '../../__testUtils__/MemoryRequests';
import { requestOf } from '../../__testUtils__/requests';
import { sourceOf } from '../../__testUtils__/sources';
import { useLiveRequest } from './useLiveRequest';

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

async function renderLive(
  request: Partial<RequestDetail>,
  signals?: FakeSignals,
) {
  const api = new MemoryRequests().put(requestOf(request));
  const source = sourceOf(api);
  const wrapper = ({ children }: { children: ReactNode }) =>
    signals ? (
      <TestApiProvider apis={[[signalApiRef, signals]]}>
        {children}
      </TestApiProvider>
    ) : (
      <TestApiProvider apis={[]}>{children}</TestApiProvider>
    );
  const { result, unmount } = renderHook(
    () => useLiveRequest(source, 'request-7'),
    { wrapper },
  );
  await pass(0);
  return { api, result, unmount, gets: () => api.callsOf('get').length };
}

describe('useLiveRequest', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('polls where the app has no signals, as long as something can happen', async () => {
    const { api, result, gets } = await renderLive({});
    expect(gets()).toBe(1);
    await pass(5_000);
    expect(gets()).toBe(2);
    api.change('request-7', { decision: 'rejected' });
    await pass(5_000);
    expect(result.current.request?.decision).toBe('rejected');
    await pass(60_000);
    expect(gets()).toBe(3);
  });

  it('polls seldom where it has them', async () => {
    const { gets } = await renderLive({}, new FakeSignals());
    await pass(30_000);
    expect(gets()).toBe(1);
    await pass(30_000);
    expect(gets()).toBe(2);
  });

  it('polls often with them, too, while steps are being carried out', async () => {
    const { gets } = await renderLive(
      { decision: 'approved', execution: 'queued' },
      new FakeSignals(),
    );
    expect(gets()).toBe(1);
    await pass(5_000);
    expect(gets()).toBe(2);
  });

  it('goes on polling after a failure, with what it has', async () => {
    const { api, result, gets } = await renderLive({});
    api.failures.set('get', new Error('down'));
    await pass(5_000);
    expect(result.current.error?.message).toBe('down');
    expect(result.current.request?.number).toBe(7);
    api.failures.clear();
    await pass(5_000);
    expect(result.current.error).toBeUndefined();
    expect(gets()).toBe(3);
  });

  it('gathers the signals of one transition, and listens no more when it is gone', async () => {
    const signals = new FakeSignals();
    const { gets, unmount } = await renderLive({}, signals);
    const publish = () =>
      signals.publish('requests:self-service', { requestId: 'request-7' });
    publish();
    publish();
    await pass(1_000);
    expect(gets()).toBe(2);
    unmount();
    publish();
    await pass(1_000);
    expect(gets()).toBe(2);
  });

  it('takes over what an action answered, and never goes back to an older row', async () => {
    const { api, result } = await renderLive({});
    const after = api.change('request-7', { decision: 'approved' });
    act(() => result.current.replace(after));
    expect(result.current.request?.decision).toBe('approved');
    api.put(requestOf({ rowVersion: 1 }));
    act(() => result.current.reload());
    await pass(0);
    expect(result.current.request?.decision).toBe('approved');
  });
});
