// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { act, renderHook } from '@testing-library/react';
import { useOnce } from './useOnce';

describe('useOnce', () => {
  it('makes one call while the one before is under way, and another after it', async () => {
    const { result } = renderHook(() => useOnce());
    const ends: (() => void)[] = [];
    const call = () => new Promise<void>(resolve => ends.push(resolve));
    act(() => {
      result.current.run(call);
      result.current.run(call);
    });
    expect(ends).toHaveLength(1);
    expect(result.current.isPending).toBe(true);
    await act(async () => ends[0]());
    expect(result.current.isPending).toBe(false);
    act(() => {
      result.current.run(call);
    });
    expect(ends).toHaveLength(2);
  });

  it('keeps the error until the next call', async () => {
    const { result } = renderHook(() => useOnce());
    await act(() => result.current.run(() => Promise.reject(new Error('no'))));
    expect(result.current.error).toEqual(new Error('no'));
    await act(() => result.current.run(async () => {}));
    expect(result.current.error).toBeUndefined();
  });
});
