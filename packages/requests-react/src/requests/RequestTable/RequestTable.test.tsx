// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { MemoryRequests, refusal } from '../../__testUtils__/MemoryRequests';
import { requestOf } from '../../__testUtils__/requests';
import { sourceOf } from '../../__testUtils__/sources';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import type { RequestSource } from '../sources';
import { RequestTable, type RequestTableProps } from './RequestTable';

const Url = () => <output aria-label="URL">{useLocation().search}</output>;

function renderTable(
  sources: RequestSource[],
  options: Partial<RequestTableProps> & {
    path?: string;
    signals?: FakeSignals;
  } = {},
) {
  const { path = '/', signals = new FakeSignals(), ...props } = options;
  return renderInTestApp(
    <TestApiProvider apis={[[signalApiRef, signals]]}>
      <RequestTable
        title="All requests"
        sources={sources}
        empty={{ title: 'No requests', text: 'Order something.' }}
        {...props}
      />
      <Url />
    </TestApiProvider>,
    { initialRouteEntries: [path] },
  );
}

const seeded = () =>
  new MemoryRequests().put(
    requestOf({ number: 1, title: 'Topic', environmentRef: 'dev' }),
    requestOf({
      number: 2,
      title: 'Database',
      environmentRef: 'prod',
      decision: 'approved',
      execution: 'waiting',
      statusLabel: 'merged; the pipeline runs',
      requesterRef: 'user:default/ole',
    }),
    requestOf({ number: 3, title: 'Bucket', waitingForMe: true }),
  );

const row = (name: RegExp) => screen.findByRole('row', { name });

describe('RequestTable', () => {
  it('says number, title, state, environment and what is waited for, under a name, with a link', async () => {
    renderTable([
      sourceOf(seeded(), {
        kinds: { change: 'Infrastructure', dispatch: 'Run' },
      }),
    ]);
    expect(
      await screen.findByRole('region', { name: 'All requests' }),
    ).toBeInTheDocument();
    const database = await row(/#2 Database/);
    expect(database).toHaveTextContent('Infrastructure');
    expect(database).toHaveTextContent('prod');
    expect(database).toHaveTextContent('Under way, waiting');
    expect(database).toHaveTextContent('merged; the pipeline runs');
    expect(database).toHaveTextContent('What is under way');
    expect(await row(/#3 Bucket/)).toHaveTextContent('Your decision');
    expect(screen.getByRole('link', { name: '#1 Topic' })).toHaveAttribute(
      'href',
      '/self-service/request-1',
    );
  });

  it('spares the columns that say the same in each row', async () => {
    renderTable([sourceOf(seeded(), { kinds: { change: 'Infrastructure' } })], {
      only: { mine: true },
    });
    await row(/#3 Bucket/);
    expect(
      screen.getAllByRole('columnheader').map(each => each.textContent),
    ).toEqual(['Request', 'State', 'Waiting for', 'Environment', 'Made']);
    expect(
      screen.queryByRole('button', { name: /Kind/ }),
    ).not.toBeInTheDocument();
  });

  it('counts each tab, and keeps the chosen one in the URL, by keyboard too', async () => {
    const user = userEvent.setup();
    renderTable([sourceOf(seeded())]);
    await screen.findByRole('tab', { name: 'All (3)' });
    const tab = screen.getByRole('tab', { name: 'To decide (1)' });
    act(() => screen.getByRole('tab', { name: 'All (3)' }).focus());
    await user.keyboard('{ArrowRight}{Enter}');
    expect(tab).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByLabelText('URL')).toHaveTextContent(
      'state=waiting-for-me',
    );
    await waitFor(() =>
      expect(screen.queryByText('#1 Topic')).not.toBeInTheDocument(),
    );
    expect(await row(/#3 Bucket/)).toBeInTheDocument();
  });

  it('has a tab of its own for what was sent back to its author', async () => {
    const api = seeded().put(
      requestOf({
        id: 'request-4',
        number: 4,
        title: 'Cache',
        decision: 'changes-requested',
      }),
    );
    const user = userEvent.setup();
    renderTable([sourceOf(api)]);
    await user.click(
      await screen.findByRole('tab', { name: /^Changes requested/ }),
    );
    expect(await row(/#4 Cache/)).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.queryByText('#1 Topic')).not.toBeInTheDocument(),
    );
  });

  it('filters by what the URL says', async () => {
    const api = seeded();
    renderTable([sourceOf(api)], {
      path: '/?state=active&environment=prod&requester=me&q=data',
    });
    await waitFor(() =>
      expect(api.callsOf('list').at(-1)?.input).toMatchObject({
        decision: ['approved'],
        environment: ['prod'],
        mine: true,
        text: 'data',
      }),
    );
    expect(api.callsOf('counts').at(-1)?.input).not.toHaveProperty('decision');
  });

  it('searches when the typing pauses, once', async () => {
    const user = userEvent.setup();
    const api = seeded();
    renderTable([sourceOf(api)]);
    await row(/#1 Topic/);
    const before = api.callsOf('list').length;
    await user.type(
      screen.getByRole('searchbox', { name: 'Search' }),
      'bucket',
    );
    await waitFor(() =>
      expect(screen.queryByText('#1 Topic')).not.toBeInTheDocument(),
    );
    expect(await row(/#3 Bucket/)).toBeInTheDocument();
    expect(api.callsOf('list')).toHaveLength(before + 1);
    expect(screen.getByLabelText('URL')).toHaveTextContent('q=bucket');
  });

  it('offers what was seen as filters, and clears them', async () => {
    const user = userEvent.setup();
    renderTable([sourceOf(seeded())]);
    await row(/#1 Topic/);
    await user.click(screen.getByRole('button', { name: /Environment/ }));
    await user.click(await screen.findByRole('option', { name: 'prod' }));
    await waitFor(() =>
      expect(screen.queryByText('#1 Topic')).not.toBeInTheDocument(),
    );
    await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(await row(/#1 Topic/)).toBeInTheDocument();
    expect(screen.getByLabelText('URL')).toBeEmptyDOMElement();
  });

  it('offers no filter that the list would not follow', async () => {
    const environment = ['dev'];
    const filter = () => screen.queryByRole('button', { name: /Environment$/ });
    const { unmount } = renderTable([sourceOf(seeded())]);
    await row(/#2 Database/);
    expect(filter()).toBeInTheDocument();
    unmount();
    renderTable([sourceOf(seeded())], { only: { environment } });
    await row(/#1 Topic/);
    expect(filter()).not.toBeInTheDocument();
  });

  it('pages, from the server', async () => {
    const user = userEvent.setup();
    const api = new MemoryRequests();
    for (let number = 1; number <= 25; number += 1) {
      api.put(requestOf({ number, title: 'One' }));
    }
    renderTable([sourceOf(api)]);
    await row(/#25 One/);
    expect(screen.queryByText('#5 One')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Next table page' }));
    expect(await row(/#5 One/)).toBeInTheDocument();
    expect(api.callsOf('list').at(-1)?.input).toMatchObject({ cursor: '6' });
    expect(
      screen.getByRole('button', { name: 'Next table page' }),
    ).toBeDisabled();
  });

  it('says what the list is when it is empty', async () => {
    renderTable([sourceOf(new MemoryRequests())]);
    expect(
      await screen.findByRole('heading', { name: 'No requests' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Order something.')).toBeInTheDocument();
  });

  it('says that nothing matches, and not that there is nothing', async () => {
    const user = userEvent.setup();
    renderTable([sourceOf(seeded())], { path: '/?q=nothing&state=failed' });
    expect(
      await screen.findByRole('heading', { name: 'No request matches' }),
    ).toBeInTheDocument();
    const panel = screen.getByRole('tabpanel');
    await user.click(
      within(panel).getByRole('button', { name: 'Clear all filters' }),
    );
    expect(await row(/#1 Topic/)).toBeInTheDocument();
  });

  it('names the source that failed and shows the others; trying again brings it back', async () => {
    const user = userEvent.setup();
    const kafka = new MemoryRequests().put(
      requestOf({ id: 'topic', number: 9, title: 'Orders topic' }),
    );
    kafka.failures.set('list', new Error('down'));
    renderTable([
      sourceOf(seeded()),
      sourceOf(kafka, { id: 'kafka', title: 'Kafka' }),
    ]);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The requests of “Kafka” could not be loaded',
    );
    expect(await row(/#1 Topic/)).toBeInTheDocument();
    kafka.failures.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await row(/#9 Orders topic/)).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says which rule refuses and whom to ask', async () => {
    const api = new MemoryRequests();
    api.failures.set(
      'list',
      await refusal({
        status: 403,
        code: 'not-a-member',
        message: 'You are in no team.',
        details: { by: 'members-only', askFor: ['group:default/platform'] },
      }),
    );
    renderTable([sourceOf(api)]);
    expect(
      await screen.findByText(/you may not see the requests of/),
    ).toBeInTheDocument();
    expect(screen.getByText('members-only')).toBeInTheDocument();
    expect(screen.getByText('platform')).toBeInTheDocument();
  });

  it('is brought up to date by a signal of any of its sources', async () => {
    const signals = new FakeSignals();
    const api = seeded();
    renderTable([sourceOf(api)], { signals });
    await row(/#1 Topic/);
    api.change('request-1', { decision: 'rejected' });
    act(() =>
      signals.publish('requests:self-service', { requestId: 'request-1' }),
    );
    await waitFor(async () =>
      expect(await row(/#1 Topic/)).toHaveTextContent('Rejected'),
    );
  });
});
