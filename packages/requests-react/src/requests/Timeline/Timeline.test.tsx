// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { Timeline } from './Timeline';

describe('Timeline', () => {
  it('says what happened, when and by whom, in order', async () => {
    renderInTestApp(
      <Timeline
        label="History"
        items={[
          {
            id: '1',
            title: 'created',
            at: '2026-10-01T09:00:00Z',
            actorRef: 'user:default/pia',
          },
          {
            id: '2',
            title: 'step-done',
            at: '2026-10-01T09:01:00Z',
            actorRef: 'plugin:self-service',
            content: 'Merged as 1f2e3d4',
          },
        ]}
      />,
    );
    const list = await screen.findByRole('list', { name: 'History' });
    const [first, second] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(/created.*pia/);
    expect(within(first).getByTitle('user:default/pia')).toBeInTheDocument();
    expect(within(second).getByRole('time')).toHaveAttribute(
      'datetime',
      '2026-10-01T09:01:00Z',
    );
    // An actor that is no person is no link to one.
    expect(second).toHaveTextContent(/plugin:self-service.*Merged as 1f2e3d4/);
    expect(within(second).queryByTitle('plugin:self-service')).toBeNull();
  });
});
