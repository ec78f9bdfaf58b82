// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { Stepper } from './Stepper';

describe('Stepper', () => {
  it('lists the steps in order, each status in words, and marks the one of now', async () => {
    renderInTestApp(
      <Stepper
        label="Progress"
        steps={[
          {
            id: 'a',
            title: 'Requested',
            status: 'done',
            at: '2026-10-01T09:00:00Z',
            actorRefs: ['user:default/pia'],
          },
          {
            id: 'b',
            title: 'Approved',
            status: 'waiting',
            note: 'Waiting for the owners',
            links: [{ title: 'Pull request', url: 'https://example.com/1' }],
          },
          { id: 'c', title: 'Merged', status: 'upcoming' },
        ]}
      />,
    );
    const list = await screen.findByRole('list', { name: 'Progress' });
    const [requested, approved, merged] = within(list).getAllByRole('listitem');
    expect(requested).toHaveTextContent(/Requested.*Done.*pia/);
    expect(within(requested).getByRole('time')).toHaveAttribute(
      'datetime',
      '2026-10-01T09:00:00Z',
    );
    expect(approved).toHaveTextContent(/Approved.*Waiting.*owners/);
    expect(
      within(approved).getByRole('link', { name: /Pull request/ }),
    ).toHaveAttribute('href', 'https://example.com/1');
    expect(merged).toHaveTextContent('Still to come');
    expect(
      [requested, approved, merged].map(step =>
        step.getAttribute('aria-current'),
      ),
    ).toEqual([null, 'step', null]);
  });

  it('marks the step that failed', async () => {
    renderInTestApp(
      <Stepper
        label="Progress"
        steps={[
          { id: 'a', title: 'Merged', status: 'failed' },
          { id: 'b', title: 'Applied', status: 'upcoming' },
        ]}
      />,
    );
    const failed = await screen.findByText('Merged');
    expect(failed.closest('li')).toHaveAttribute('aria-current', 'step');
    expect(failed.closest('li')).toHaveTextContent('Failed');
  });
});
