// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { ApprovalBlock } from '@fairway/requests-common';
import { screen, within } from '@testing-library/react';
import { requestOf } from '../../__testUtils__/requests';
import { BlockedPanel } from './BlockedPanel';

const show = (blocked?: ApprovalBlock) =>
  renderInTestApp(
    <>
      <p>The page</p>
      <BlockedPanel request={requestOf({ blocked })} />
    </>,
  );

const NEXT = 'Add somebody to them, or order it anew.';

describe('BlockedPanel', () => {
  it('names each stage, who is out and why, and what to do', async () => {
    show({
      message: 'Nobody is left.',
      next: NEXT,
      stages: [
        {
          id: 'prod-owner',
          from: ['group:default/platform'],
          missing: 1,
          excluded: [
            { ref: 'user:default/pat', because: 'author' },
            { ref: 'user:default/pia', because: 'requester' },
          ],
        },
        {
          id: 'second',
          from: ['group:default/empty'],
          missing: 2,
          excluded: [],
        },
      ],
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Nobody is left who can approve this');
    expect(alert).toHaveTextContent(
      'prod-owner: 1 more person of platform. Cannot decide: pat (wrote a part of it), pia (asked for it)',
    );
    expect(alert).toHaveTextContent(
      'second: 2 more people of empty. Too few people belong to it.',
    );
    expect(within(alert).getByTitle('user:default/pat')).toBeInTheDocument();
    expect(alert).toHaveTextContent(NEXT);
  });

  it('says the reason of a rule that lets nobody decide', async () => {
    show({ message: 'No rule names anybody.', next: NEXT, stages: [] });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'No rule names anybody.',
    );
  });

  it('says nothing while somebody is left', async () => {
    show();
    await screen.findByText('The page');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
