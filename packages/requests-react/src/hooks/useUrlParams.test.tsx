// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { act, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { useUrlParams } from './useUrlParams';

type Change = ReturnType<typeof useUrlParams>[1];

/** Two components that keep something in the address. */
function renderTwo() {
  const changes: Change[] = [];
  const Part = ({ index }: { index: number }) => {
    const [params, change] = useUrlParams();
    changes[index] = change;
    return <p data-testid={index}>{params.toString()}</p>;
  };
  render(
    <MemoryRouter initialEntries={['/list?kept=yes']}>
      <Part index={0} />
      <Part index={1} />
    </MemoryRouter>,
  );
  return changes;
}

describe('useUrlParams', () => {
  it('keeps both of two changes at once, and what was there', () => {
    const changes = renderTwo();
    act(() => {
      changes[0](params => params.set('q', 'orders'));
      changes[1](params => params.set('from', '2026-11-01'));
    });
    for (const index of ['0', '1']) {
      expect(screen.getByTestId(index)).toHaveTextContent(
        'kept=yes&q=orders&from=2026-11-01',
      );
    }
  });

  it('begins with what the address says now', () => {
    const changes = renderTwo();
    act(() => changes[0](params => params.set('q', 'orders')));
    act(() => changes[1](params => params.delete('q')));
    expect(screen.getByTestId('0')).toHaveTextContent(/^kept=yes$/);
  });
});
