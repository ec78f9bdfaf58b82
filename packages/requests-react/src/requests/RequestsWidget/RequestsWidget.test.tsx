// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { MemoryRequests } from '../../__testUtils__/MemoryRequests';
import { at, requestOf } from '../../__testUtils__/requests';
import { sourceOf } from '../../__testUtils__/sources';
import { RequestsWidget } from './RequestsWidget';

const render = (...apis: MemoryRequests[]) => {
  const sources = apis.map((api, index) =>
    sourceOf(api, { id: `source-${index}`, title: `Source ${index}` }),
  );
  return renderInTestApp(
    <RequestsWidget
      sources={sources}
      count={2}
      toDecideHref="/to-decide"
      mineHref="/mine"
    />,
  );
};

const textsOf = async (name: string) =>
  within(await screen.findByRole('list', { name }))
    .getAllByRole('listitem')
    .map(item => item.textContent);

describe('RequestsWidget', () => {
  it('shows what waits for the person and what they asked for, of all sources, newest first', async () => {
    const ole = 'user:default/ole';
    render(
      new MemoryRequests().put(
        requestOf({ number: 1, title: 'Database', createdAt: at(1) }),
        requestOf({ number: 3, title: 'Bucket', createdAt: at(3) }),
      ),
      new MemoryRequests().put(
        requestOf({ number: 2, title: 'Topic', createdAt: at(2) }),
        requestOf({
          number: 4,
          title: 'Access',
          requesterRef: ole,
          waitingForMe: true,
        }),
      ),
    );
    expect(await textsOf('To decide')).toEqual([
      '#4 AccessWaiting for a decision',
    ]);
    expect(await textsOf('My requests')).toEqual([
      '#3 BucketWaiting for a decision',
      '#2 TopicWaiting for a decision',
    ]);
    expect(
      screen.getByRole('link', { name: 'Show all: My requests' }),
    ).toHaveAttribute('href', '/mine');
    expect(
      screen.queryByRole('link', { name: 'Show all: To decide' }),
    ).not.toBeInTheDocument();
  });

  it('says in words that there is nothing', async () => {
    render(new MemoryRequests());
    expect(
      await screen.findByText('Nothing waits for your decision.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('You have made no requests yet.'),
    ).toBeInTheDocument();
  });

  it('names a source that failed beside what the others have', async () => {
    const broken = new MemoryRequests();
    broken.failures.set('list', new Error('down'));
    render(new MemoryRequests().put(requestOf({ title: 'Bucket' })), broken);
    expect(await textsOf('My requests')).toEqual([
      '#7 BucketWaiting for a decision',
    ]);
    expect(screen.getAllByRole('alert')[0]).toHaveTextContent(
      'The requests of “Source 1” could not be loaded',
    );
  });
});
