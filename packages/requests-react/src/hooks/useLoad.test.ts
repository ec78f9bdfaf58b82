// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { act, renderHook, waitFor } from '@testing-library/react';
import { useLoad } from './useLoad';

/** A load whose calls are answered by hand. */
function manual() {
  const calls: {
    signal: AbortSignal;
    resolve: (value: string) => void;
    reject: (error: Error) => void;
  }[] = [];
  const load = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      calls.push({ signal, resolve, reject });
    });
  return { calls, load };
}

describe('useLoad', () => {
  it('aborts the call before and drops its answer', async () => {
    const first = manual();
    const second = manual();
    const { result, rerender } = renderHook(({ load }) => useLoad(load), {
      initialProps: { load: first.load },
    });
    rerender({ load: second.load });
    expect(first.calls[0].signal.aborted).toBe(true);
    await act(async () => second.calls[0].resolve('second'));
    await act(async () => first.calls[0].resolve('first'));
    expect(result.current).toMatchObject({ value: 'second', isLoading: false });
  });

  it('keeps the value when the next call fails, and loads again when told', async () => {
    const { calls, load } = manual();
    const { result } = renderHook(() => useLoad(load));
    await act(async () => calls[0].resolve('value'));
    act(() => result.current.reload());
    await act(async () => calls[1].reject(new Error('down')));
    expect(result.current).toMatchObject({
      value: 'value',
      error: new Error('down'),
    });
    act(() => result.current.reload());
    await act(async () => calls[2].resolve('again'));
    expect(result.current).toMatchObject({ value: 'again', isLoading: false });
    expect(result.current.error).toBeUndefined();
  });

  it('asks once when the input changes several times within the delay', async () => {
    const loads = [manual(), manual(), manual()];
    const { rerender } = renderHook(
      ({ load }) => useLoad(load, { delayMs: 20 }),
      { initialProps: { load: loads[0].load } },
    );
    expect(loads[0].calls).toHaveLength(1);
    rerender({ load: loads[1].load });
    rerender({ load: loads[2].load });
    await waitFor(() => expect(loads[2].calls).toHaveLength(1));
    expect(loads[1].calls).toHaveLength(0);
  });

  it('aborts when it is no longer shown', () => {
    const { calls, load } = manual();
    const { unmount } = renderHook(() => useLoad(load));
    unmount();
    expect(calls[0].signal.aborted).toBe(true);
  });
});
