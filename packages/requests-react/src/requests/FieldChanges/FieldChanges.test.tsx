// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { FieldChanges } from './FieldChanges';

describe('FieldChanges', () => {
  it('says of each field what became of it, in words, with both values', async () => {
    renderInTestApp(
      <FieldChanges
        fields={[
          { path: 'retention.ms', before: '86400000', after: '604800000' },
          { path: 'cleanup.policy', after: 'compact' },
          { path: 'segment.ms', before: '1' },
        ]}
      />,
    );
    const rowOf = (name: string) =>
      screen.findByRole('row', { name: new RegExp(name) });
    expect(await rowOf('retention.ms')).toHaveTextContent(
      'retention.mschanged86400000 1 day604800000 7 days',
    );
    expect(await rowOf('cleanup.policy')).toHaveTextContent(
      'cleanup.policyadded–compact',
    );
    expect(await rowOf('segment.ms')).toHaveTextContent(
      'segment.msremoved1 1 millisecond–',
    );
  });

  it('makes characters visible that hide text', async () => {
    renderInTestApp(
      <FieldChanges fields={[{ path: 'owner', after: 'or\u200Bders' }]} />,
    );
    expect(await screen.findByText('U+200B')).toBeInTheDocument();
  });
});
