// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { RequestDetail } from '@fairway/requests-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import { MemoryRequests, refusal } from '../../__testUtils__/MemoryRequests';
import { allow, at, requestOf } from '../../__testUtils__/requests';
import { sourceOf } from '../../__testUtils__/sources';
import type { RequestSource } from '../sources';
import { RequestPage } from './RequestPage';

function renderPage(
  request: Partial<RequestDetail> | undefined,
  source: Partial<RequestSource> = {},
  prepare: (api: MemoryRequests) => void = () => {},
) {
  const api = new MemoryRequests();
  if (request) api.put(requestOf(request));
  prepare(api);
  const signals = new FakeSignals();
  renderInTestApp(
    <TestApiProvider apis={[[signalApiRef, signals]]}>
      <RequestPage source={sourceOf(api, source)} requestId="request-7" />
    </TestApiProvider>,
  );
  return { api, signals, user: userEvent.setup() };
}

const section = (name: string) => screen.findByRole('region', { name });
const button = (name: string) => screen.getByRole('button', { name });

const draft: Partial<RequestDetail> = {
  decision: 'draft',
  submittedAt: undefined,
  draftExpiresAt: new Date(Date.now() + 3.5 * 3600_000).toISOString(),
  steps: [],
  actions: allow('submit', 'discard', 'comment'),
};

describe('RequestPage', () => {
  it('has on top what was asked for, and leads to the revision first', async () => {
    const wish = {
      id: 'wish',
      approverRef: 'user:default/nina',
      entitledBy: [],
      verdict: 'changes-requested' as const,
      comment: 'Less storage, please.',
      planDigest: 'a'.repeat(64),
      revision: 1,
      at: at(3),
    };
    renderPage(
      {
        decision: 'changes-requested',
        decisions: [wish],
        revision: 1,
        actions: allow('revise', 'cancel'),
      },
      { revisionOf: ({ id }) => `/${id}/revise` },
    );
    const title = await screen.findByText('Changes were requested');
    const [asked] = screen.getAllByText('Less storage, please.');
    const revise = screen.getByRole('link', { name: 'Revise' });
    expect(revise).toHaveAttribute('href', '/request-7/revise');
    const follows = Node.DOCUMENT_POSITION_FOLLOWING;
    expect(title.compareDocumentPosition(asked)).toBe(follows);
    expect(asked.compareDocumentPosition(revise)).toBe(follows);
  });

  it('does not repeat what was asked of an earlier revision', async () => {
    renderPage({
      decision: 'changes-requested',
      decisions: [
        {
          id: 'wish',
          approverRef: 'user:default/nina',
          entitledBy: [],
          verdict: 'changes-requested',
          comment: 'Less storage, please.',
          planDigest: 'a'.repeat(64),
          revision: 1,
          at: at(3),
          lapsed: 'revised',
        },
      ],
      revision: 2,
      actions: allow('revise', 'cancel'),
    });
    await section('Who has to approve');
    expect(
      screen.queryByText('Changes were requested'),
    ).not.toBeInTheDocument();
  });

  it('shows a draft: what it will do, the diff, who must approve, when it is thrown away', async () => {
    renderPage(draft);
    expect(
      await screen.findByRole('heading', {
        level: 2,
        name: '#7 Create the database pg-orders',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('Draft, not submitted')).toBeInTheDocument();
    expect(
      screen.getByText(/An unsubmitted draft is thrown away/),
    ).toHaveTextContent('in 3 hours');
    expect(await section('What it will do')).toHaveTextContent(
      'Creates one database.',
    );
    expect(await section('The change')).toHaveTextContent('storage_gb = 20');
    expect(await section('Who has to approve')).toHaveTextContent(
      /owners: 0 of 1.*1 person of orders/,
    );
    expect(await section('What was asked for')).toHaveTextContent('pg-orders');
  });

  it('submits a draft once on a double click, and shows what it is then', async () => {
    const { api, user } = renderPage(draft);
    await screen.findByText('Draft, not submitted');
    await user.dblClick(button('Submit'));
    expect(
      await screen.findByText('Waiting for a decision'),
    ).toBeInTheDocument();
    expect(api.callsOf('submit')).toHaveLength(1);
    expect(screen.getByText('Submitted.')).toHaveAttribute('role', 'status');
  });

  it('shows a plan that moved before it submits it, whatever is clicked', async () => {
    const current = {
      planDigest: 'digest-2',
      view: { fields: [{ path: 'storage_gb', before: '20', after: '9000' }] },
    };
    const error = await refusal({
      status: 409,
      code: 'plan-changed',
      message: 'The plan is not the one that you saw.',
      details: { seen: { planDigest: 'digest-1' }, current },
    });
    const { api, user } = renderPage(draft);
    await screen.findByText('Draft, not submitted');
    api.failures.set('submit', error);
    api.change('request-7', current);
    await user.dblClick(button('Submit'));
    expect(await section('What it is now')).toHaveTextContent('9000');
    expect(await section('What you saw')).toHaveTextContent('storage_gb = 20');
    expect(await section('The change')).toHaveTextContent('9000');
    expect(button('Submit')).toBeDisabled();
    expect(api.callsOf('submit')).toHaveLength(1);

    api.failures.clear();
    await user.click(
      screen.getByRole('checkbox', { name: 'I compared both plans' }),
    );
    await user.click(button('Submit'));
    expect(await screen.findByText('Submitted.')).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'What it is now' }),
    ).not.toBeInTheDocument();
  });

  it('asks before it discards a draft', async () => {
    const { api, user } = renderPage(draft);
    await screen.findByText('Draft, not submitted');
    await user.click(button('Discard'));
    const dialog = await screen.findByRole('dialog', {
      name: 'Discard the draft?',
    });
    await user.click(within(dialog).getByRole('button', { name: 'Back' }));
    expect(api.callsOf('discard')).toHaveLength(0);
    await user.click(button('Discard'));
    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Discard',
      }),
    );
    expect(await screen.findByText('Discarded.')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('disables what the person cannot do, and says why', async () => {
    const because =
      'You made this request. Ask somebody of group:default/orders.';
    renderPage({
      actions: {
        ...allow('cancel'),
        approve: { allowed: false, because },
        reject: { allowed: false, because },
        'request-changes': { allowed: false, because },
      },
    });
    await screen.findByText('Waiting for a decision');
    expect(button('Approve')).toBeDisabled();
    expect(button('Approve')).toHaveAccessibleDescription(
      'Approve, Request changes, Reject: You made this request. Ask somebody of orders.',
    );
    expect(button('Cancel the request')).toBeEnabled();
    expect(
      screen.queryByRole('button', { name: 'Submit' }),
    ).not.toBeInTheDocument();
  });

  it('approves with the digest of the plan on the page', async () => {
    const { api, user } = renderPage({ actions: allow('approve') });
    await screen.findByText('Waiting for a decision');
    await user.click(button('Approve'));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Approve' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(api.callsOf('approve')[0].input).toEqual({ planDigest: 'digest-1' });
    expect(screen.getByText('Your approval was recorded.')).toBeInTheDocument();
  });

  it('offers the form again where changes were requested', async () => {
    renderPage(
      { decision: 'changes-requested', actions: allow('revise') },
      { revisionOf: ({ id }) => `/form?request=${id}` },
    );
    expect(await screen.findByRole('link', { name: 'Revise' })).toHaveAttribute(
      'href',
      '/form?request=request-7',
    );
  });

  it('says what failed, what to do and whom to ask, and goes on from there', async () => {
    const { api, user } = renderPage(
      {
        decision: 'approved',
        execution: 'failed',
        failure: {
          stepId: 'merge',
          code: 'checks-failed',
          message: 'The check "plan" failed.',
          next: 'Look at its output, correct it and try again.',
          retryable: true,
        },
        actions: allow('retry'),
      },
      { askFor: () => ['group:default/platform'] },
    );
    const panel = await screen.findByRole('alert');
    expect(panel).toHaveTextContent('The step “Merge” failed');
    expect(panel).toHaveTextContent('The check "plan" failed.');
    expect(panel).toHaveTextContent('Look at its output');
    expect(panel).toHaveTextContent('Whom to askplatform');
    expect(panel).toHaveTextContent('checks-failed');
    await user.click(button('Try again from here'));
    expect(
      await screen.findByText('Going on from the failed step.'),
    ).toBeInTheDocument();
    expect(api.callsOf('retry')).toHaveLength(1);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says what became of an action that was refused', async () => {
    const error = await refusal({
      status: 409,
      code: 'resource-busy',
      message: 'There is the open request #3 for the same target.',
    });
    const { user } = renderPage(draft, {}, api =>
      api.failures.set('submit', error),
    );
    await screen.findByText('Draft, not submitted');
    await user.click(button('Submit'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is the open request #3 for the same target.',
    );
  });

  it('shows risks with their level in words, the worst first, and checks with their state', async () => {
    renderPage({
      risks: [
        { code: 'slow', level: 'low', message: 'Takes long.' },
        { code: 'destroys-data', level: 'high', message: 'Loses data.' },
      ],
      checks: [
        { name: 'plan', state: 'failed', url: 'https://example.com/plan' },
      ],
    });
    const risks = within(await section('Risks')).getAllByRole('listitem');
    expect(risks[0]).toHaveTextContent('High riskLoses data. (destroys-data)');
    expect(risks[1]).toHaveTextContent('Low riskTakes long.');
    const check = within(await section('Checks')).getByRole('row', {
      name: /plan/,
    });
    expect(check).toHaveTextContent('Failed');
    expect(within(check).getByRole('link')).toHaveAttribute(
      'href',
      'https://example.com/plan',
    );
  });

  it('shows every decision with its reason, and why one no longer counts', async () => {
    renderPage({
      decisions: [
        {
          id: 'd1',
          approverRef: 'user:default/ole',
          entitledBy: ['group:default/orders'],
          verdict: 'changes-requested',
          comment: 'Smaller, please',
          planDigest: 'digest-0',
          revision: 1,
          at: at(10),
          lapsed: 'revised',
        },
      ],
    });
    const approvals = await section('Who has to approve');
    expect(approvals).toHaveTextContent('Asked for changes');
    expect(approvals).toHaveTextContent('ole');
    expect(approvals).toHaveTextContent('Smaller, please');
    expect(approvals).toHaveTextContent(
      'No longer counts: the request was revised.',
    );
  });

  it('marks where it is on its way', async () => {
    renderPage({});
    const progress = await section('Progress');
    const current = within(progress)
      .getAllByRole('listitem')
      .find(item => item.getAttribute('aria-current') === 'step');
    expect(current).toHaveTextContent(/Approval.*Current.*0 of 1: orders/);
  });

  it('is brought up to date by a signal of this request, and of no other', async () => {
    const { api, signals } = renderPage({});
    await screen.findByText('Waiting for a decision');
    await waitFor(() =>
      expect(api.callsOf('events').length).toBeGreaterThan(0),
    );
    const before = api.callsOf('get').length;
    api.change('request-7', { decision: 'rejected' });
    act(() =>
      signals.publish('requests:self-service', { requestId: 'another' }),
    );
    act(() =>
      signals.publish('requests:self-service', { requestId: 'request-7' }),
    );
    expect(await screen.findAllByText('Rejected')).not.toHaveLength(0);
    expect(api.callsOf('get')).toHaveLength(before + 1);
  });

  it('loads all lines of the log, page by page, and what is added after a signal', async () => {
    const line = (sequence: number) => ({
      sequence,
      at: at(0),
      text: `output ${sequence}`,
    });
    const { api, signals } = renderPage(
      { decision: 'approved', execution: 'running' },
      {},
      memory => {
        memory.linesPerPage = 2;
        memory.lines = [1, 2, 3, 4, 5].map(line);
      },
    );
    expect(await screen.findByText('5 lines')).toBeInTheDocument();
    expect(
      api
        .callsOf('logs')
        .slice(0, 3)
        .map(({ input }) => input),
    ).toEqual([{ after: 0 }, { after: 2 }, { after: 4 }]);
    api.lines = [...api.lines, line(6)];
    act(() =>
      signals.publish('requests:self-service', { requestId: 'request-7' }),
    );
    expect(await screen.findByText('output 6')).toBeInTheDocument();
    expect(screen.getAllByText('output 5')).toHaveLength(1);
  });

  it('adds a comment once, and keeps what was typed when that fails', async () => {
    const { api, user } = renderPage({ actions: allow('comment') });
    const field = await screen.findByRole('textbox', { name: 'Your comment' });
    expect(button('Add the comment')).toBeDisabled();
    await user.type(field, 'Is 20 GB enough?');
    api.failures.set('comment', new Error('down'));
    await user.click(button('Add the comment'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Your comment was not added',
    );
    expect(field).toHaveValue('Is 20 GB enough?');

    api.failures.clear();
    await user.click(button('Add the comment'));
    const comments = await screen.findByRole('list', { name: 'Comments' });
    expect(comments).toHaveTextContent('Is 20 GB enough?');
    expect(field).toHaveValue('');
    expect(screen.getByText('Your comment was added.')).toBeInTheDocument();
  });

  it('shows the history with the state of its chain', async () => {
    const { user } = renderPage({}, {}, api => {
      api.chain = { ok: true, requests: 1, events: 1 };
      api.eventsOf = [
        {
          requestId: 'request-7',
          sequence: 1,
          type: 'created',
          actorRef: 'user:default/pia',
          at: at(7),
          data: { revision: 1 },
          prevHash: '0'.repeat(64),
          hash: 'abc123',
        },
      ];
    });
    const history = await screen.findByRole('list', { name: 'History' });
    expect(history).toHaveTextContent('1. Drafted');
    expect(within(history).getByTitle('created')).toBeVisible();
    expect(
      screen.getByText(/The chain is intact: 1 event,/),
    ).toBeInTheDocument();
    await user.click(within(history).getByText('Details'));
    expect(within(history).getByText(/abc123/)).toBeVisible();
  });

  it('warns of a broken chain and names the event', async () => {
    renderPage({}, {}, api => {
      api.chain = {
        ok: false,
        requests: 1,
        events: 4,
        broken: {
          requestId: 'request-7',
          number: 7,
          sequence: 3,
          problem: 'Its hash is not that of its content.',
        },
      };
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It breaks at event 3: Its hash is not that of its content.',
    );
  });

  it('shows what only the source knows', async () => {
    renderPage(
      {},
      {
        kinds: { change: 'Infrastructure change' },
        renderPayload: () => <p>One small database</p>,
        extraSections: () => <p>Expires in two weeks</p>,
        extraActions: () => <a href="/extend">Extend</a>,
      },
    );
    expect(await screen.findByText('One small database')).toBeInTheDocument();
    expect(screen.getByText('Expires in two weeks')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Extend' })).toBeInTheDocument();
    expect(await section('Facts')).toHaveTextContent(
      'Infrastructure change (create)',
    );
  });

  it('says which rule refuses to show it, and whom to ask', async () => {
    const error = await refusal({
      status: 403,
      code: 'request-not-readable',
      message: 'Only its team may see this request.',
      details: { by: 'own-team', askFor: ['group:default/orders'] },
    });
    renderPage(undefined, {}, api => api.failures.set('get', error));
    expect(
      await screen.findByText(/you may not see this request/),
    ).toBeInTheDocument();
    expect(screen.getByText('own-team')).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { level: 2, name: 'Request' }),
    ).toBeInTheDocument();
  });

  it('keeps what it shows when it cannot be brought up to date', async () => {
    const { api, signals, user } = renderPage({});
    await screen.findByText('Waiting for a decision');
    api.failures.set('get', new TypeError('Failed to fetch'));
    act(() =>
      signals.publish('requests:self-service', { requestId: 'request-7' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The request could not be brought up to date',
    );
    expect(screen.getByText('Waiting for a decision')).toBeInTheDocument();
    api.failures.clear();
    await user.click(button('Try again'));
    await waitFor(() =>
      expect(screen.queryByRole('alert')).not.toBeInTheDocument(),
    );
  });
});
