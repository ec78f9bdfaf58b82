// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { act, renderHook } from '@testing-library/react';
import { useSubmit } from './useSubmit';

describe('useSubmit', () => {
  it('aborts what was sent before and drops its answer', async () => {
    const calls: { signal: AbortSignal; answer: (text: string) => void }[] = [];
    const send = (_input: number, signal: AbortSignal) =>
      new Promise<string>(answer => {
        calls.push({ signal, answer });
      });
    const { result } = renderHook(() => useSubmit(send));
    let first: Promise<boolean>;
    let second: Promise<boolean>;
    act(() => {
      first = result.current.run(1);
      second = result.current.run(2);
    });
    expect(calls[0].signal.aborted).toBe(true);
    await act(async () => {
      calls[1].answer('second');
      calls[0].answer('first');
      await expect(first).resolves.toBe(false);
      await expect(second).resolves.toBe(true);
    });
    expect(result.current).toMatchObject({ value: 'second', isPending: false });
  });

  it('tells a failure, and forgets it with the next try', async () => {
    let fails = true;
    const send = async () => {
      if (fails) throw new Error('down');
      return 'up';
    };
    const { result } = renderHook(() => useSubmit(send));
    await act(() => result.current.run(undefined));
    expect(result.current.error).toEqual(new Error('down'));
    fails = false;
    await act(() => result.current.run(undefined));
    expect(result.current).toMatchObject({ value: 'up', isPending: false });
    expect(result.current.error).toBeUndefined();
  });
});
