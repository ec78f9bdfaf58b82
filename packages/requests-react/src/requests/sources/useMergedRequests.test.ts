// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { act, renderHook, waitFor } from '@testing-library/react';
import { MemoryRequests } from '../../__testUtils__/MemoryRequests';
import { requestOf } from '../../__testUtils__/requests';
import { sourceOf } from '../../__testUtils__/sources';
import { useMergedRequests } from './useMergedRequests';

function numbered(count: number): MemoryRequests {
  const api = new MemoryRequests();
  for (let number = 1; number <= count; number += 1) {
    api.put(requestOf({ number, environmentRef: number % 2 ? 'dev' : 'prod' }));
  }
  return api;
}

const numbers = (result: { current: ReturnType<typeof useMergedRequests> }) =>
  result.current.items?.map(({ request }) => request.number);

describe('useMergedRequests', () => {
  it('goes to the next page and back', async () => {
    const sources = [sourceOf(numbered(5))];
    const { result } = renderHook(() =>
      useMergedRequests(sources, {}, { pageSize: 2 }),
    );
    await waitFor(() => expect(numbers(result)).toEqual([5, 4]));
    act(() => result.current.nextPage());
    await waitFor(() => expect(numbers(result)).toEqual([3, 2]));
    act(() => result.current.nextPage());
    await waitFor(() => expect(numbers(result)).toEqual([1]));
    expect(result.current.hasNextPage).toBe(false);
    act(() => result.current.previousPage());
    await waitFor(() => expect(numbers(result)).toEqual([3, 2]));
    expect(result.current.hasPreviousPage).toBe(true);
  });

  it('starts at the first page again when the filters change', async () => {
    const sources = [sourceOf(numbered(6))];
    const { result, rerender } = renderHook(
      ({ environment }: { environment?: string[] }) =>
        useMergedRequests(sources, { environment }, { pageSize: 2 }),
      { initialProps: {} },
    );
    await waitFor(() => expect(result.current.hasNextPage).toBe(true));
    act(() => result.current.nextPage());
    await waitFor(() => expect(numbers(result)).toEqual([4, 3]));
    rerender({ environment: ['prod'] });
    await waitFor(() => expect(numbers(result)).toEqual([6, 4]));
    expect(result.current.hasPreviousPage).toBe(false);
  });

  it('goes back to the page where a source failed when told to try again', async () => {
    const broken = new MemoryRequests().put(
      requestOf({ id: 'late', number: 4 }),
    );
    broken.failures.set('list', new Error('down'));
    const sources = [
      sourceOf(numbered(5), { id: 'a' }),
      sourceOf(broken, { id: 'b' }),
    ];
    const { result } = renderHook(() =>
      useMergedRequests(sources, {}, { pageSize: 3 }),
    );
    await waitFor(() => expect(numbers(result)).toEqual([5, 4, 3]));
    act(() => result.current.nextPage());
    await waitFor(() => expect(numbers(result)).toEqual([2, 1]));
    expect(result.current.errors.map(({ source }) => source.id)).toEqual(['b']);
    broken.failures.clear();
    act(() => result.current.retry());
    await waitFor(() => expect(numbers(result)).toEqual([5, 4, 4]));
    expect(result.current.errors).toEqual([]);
  });
});
