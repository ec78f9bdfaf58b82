// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { act, renderHook } from '@testing-library/react';
import { useDelayedText } from './useDelayedText';

describe('useDelayedText', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function typing(value = '') {
    const told: string[] = [];
    const { result, rerender } = renderHook(
      (props: { value: string }) =>
        useDelayedText(props.value, text => told.push(text), { delayMs: 100 }),
      { initialProps: { value } },
    );
    const type = (text: string) => act(() => result.current[1](text));
    const wait = (ms: number) => act(() => jest.advanceTimersByTime(ms));
    return { told, result, rerender, type, wait };
  }

  it('has every letter at once, and tells the word after a pause', () => {
    const { told, result, type, wait } = typing();
    type('o');
    wait(99);
    type('or');
    expect(result.current[0]).toBe('or');
    wait(99);
    expect(told).toEqual([]);
    wait(1);
    expect(told).toEqual(['or']);
  });

  it('tells at once that nothing is left', () => {
    const { told, type, wait } = typing('orders');
    type('');
    expect(told).toEqual(['']);
    wait(100);
    expect(told).toEqual(['']);
  });

  it('follows a value that changes elsewhere, and does not tell it', () => {
    const { told, result, rerender, wait } = typing('orders');
    rerender({ value: '' });
    expect(result.current[0]).toBe('');
    wait(100);
    expect(told).toEqual([]);
  });
});
