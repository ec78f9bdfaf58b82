// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { MemoryRequests } from '../../__testUtils__/MemoryRequests';
import { requestOf } from '../../__testUtils__/requests';
import { sourceOf } from '../../__testUtils__/sources';
import { SimilarRequests } from './SimilarRequests';

const request = requestOf({ environmentRef: 'dev' });

function open(...others: ReturnType<typeof requestOf>[]) {
  const api = new MemoryRequests();
  for (const each of [request, ...others]) api.put(each);
  renderInTestApp(
    <TestApiProvider apis={[[catalogApiRef, catalogApiMock()]]}>
      <SimilarRequests source={sourceOf(api)} request={request} />
    </TestApiProvider>,
  );
  return api;
}

describe('requests like this one', () => {
  it('are shown with how they ended, without this one, and lead to their pages', async () => {
    const api = open(
      requestOf({
        id: 'earlier',
        number: 3,
        title: 'Create database old',
        decision: 'rejected',
        execution: 'none',
      }),
    );
    const link = await screen.findByRole('link', {
      name: '#3 Create database old',
    });
    expect(link).toHaveAttribute('href', '/self-service/earlier');
    expect(screen.getByText('Rejected')).toBeInTheDocument();
    expect(screen.getAllByRole('row')).toHaveLength(2);
    expect(api.calls.find(({ method }) => method === 'list')).toMatchObject({
      input: { kind: [request.kind], environment: ['dev'] },
    });
  });

  it('say that there was none', async () => {
    open();
    expect(
      await screen.findByText('There was none like it.'),
    ).toBeInTheDocument();
  });
});
