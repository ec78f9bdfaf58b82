// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { RequestDetail } from '@fairway/requests-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { NEW_UNIT_DIFF } from '../../__testUtils__/fixtures';
import { MemoryRequests, refusal } from '../../__testUtils__/MemoryRequests';
import { allow, requestOf } from '../../__testUtils__/requests';
import { DecisionDialog } from './DecisionDialog';
import type { DecisionVerdict } from './useDecision';

const NEW_DIFF = NEW_UNIT_DIFF.replace('storage_gb = 20', 'storage_gb = 9000');

function renderDialog(
  verdict: DecisionVerdict,
  api = new MemoryRequests().put(requestOf()),
  initial = requestOf(),
) {
  const onClose = jest.fn();
  const onDecided = jest.fn();
  let refresh: (request: RequestDetail) => void = () => {};
  const Page = () => {
    const [request, setRequest] = useState(initial);
    refresh = setRequest;
    return (
      <DecisionDialog {...{ request, api, verdict, onClose, onDecided }} />
    );
  };
  renderInTestApp(<Page />);
  return {
    api,
    onClose,
    onDecided,
    refresh: (request: RequestDetail) => act(() => refresh(request)),
    user: userEvent.setup(),
  };
}

const planChanged = (details: object = {}) =>
  refusal({
    status: 409,
    code: 'plan-changed',
    message: 'The plan changed. Look at it again.',
    details,
  });

const newPlan = {
  planDigest: 'digest-2',
  view: { diff: NEW_DIFF, effects: ['Creates a huge database.'] },
};

describe('DecisionDialog', () => {
  it('says so when it was decided elsewhere meanwhile, and keeps what was typed', async () => {
    const { refresh, user } = renderDialog(
      'approve',
      undefined,
      requestOf({ actions: allow('approve') }),
    );
    const dialog = await screen.findByRole('dialog');
    const comment = within(dialog).getByRole('textbox', { name: /Comment/ });
    const button = within(dialog).getByRole('button', { name: 'Approve' });
    await user.type(comment, 'Fine.');
    expect(button).toBeEnabled();
    refresh(requestOf({ actions: allow() }));
    const alert = await within(dialog).findByRole('alert');
    expect(alert).toHaveTextContent('not yours to decide any more');
    expect(alert).toHaveTextContent('You cannot approve this now.');
    expect(button).toBeDisabled();
    expect(comment).toHaveValue('Fine.');
  });

  it('does not ask to try again what somebody else was faster with', async () => {
    const api = new MemoryRequests().put(requestOf());
    api.failures.set(
      'approve',
      await refusal({
        status: 409,
        code: 'approver-already-decided',
        message: '"user:default/pat" has decided already.',
      }),
    );
    const { user } = renderDialog('approve', api);
    await user.click(await screen.findByRole('button', { name: 'Approve' }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('pat has decided already.');
    expect(alert).toHaveTextContent('the page shows the request as it is now');
    expect(alert).not.toHaveTextContent('try again');
  });

  it('sends the digest of the plan that it shows, with the comment', async () => {
    const { api, onDecided, user } = renderDialog('approve');
    const dialog = await screen.findByRole('dialog', { name: 'Approve #7?' });
    expect(dialog).toHaveTextContent('storage_gb = 20');
    await user.type(
      within(dialog).getByRole('textbox', { name: /Comment/ }),
      'Looks good',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Approve' }));
    expect(api.callsOf('approve')).toEqual([
      {
        method: 'approve',
        id: 'request-7',
        input: { planDigest: 'digest-1', comment: 'Looks good' },
      },
    ]);
    expect(onDecided).toHaveBeenCalledWith(
      expect.objectContaining({ decision: 'approved' }),
    );
  });

  it('decides once on a double click', async () => {
    const { api, user } = renderDialog('approve');
    await user.dblClick(await screen.findByRole('button', { name: 'Approve' }));
    expect(api.callsOf('approve')).toHaveLength(1);
  });

  it('decides about no unseen plan on a double click', async () => {
    const { api, user } = renderDialog('approve');
    api.failures.set('approve', await planChanged({ current: newPlan }));
    await user.dblClick(await screen.findByRole('button', { name: 'Approve' }));
    await screen.findByRole('region', { name: 'What it is now' });
    expect(api.callsOf('approve')).toHaveLength(1);
  });

  it.each([
    ['reject', 'reject', 'Reject'],
    ['request-changes', 'requestChanges', 'Request changes'],
  ] as const)('needs a reason for %s', async (verdict, method, label) => {
    const { api, user } = renderDialog(verdict);
    const button = await screen.findByRole('button', { name: label });
    await user.click(button);
    expect(
      screen.getByText('Say why: the requester has nothing else to go by.'),
    ).toBeInTheDocument();
    const reason = screen.getByRole('textbox', { name: /Reason/ });
    expect(reason).toHaveFocus();
    expect(reason).toBeInvalid();
    expect(api.callsOf(method)).toEqual([]);
    await user.type(reason, 'Too large');
    await user.click(button);
    expect(api.callsOf(method)[0].input).toEqual({
      planDigest: 'digest-1',
      comment: 'Too large',
    });
  });

  it('shows both plans when the plan changed, keeps the text, and sends the new digest only on a second decision', async () => {
    const { api, onDecided, user } = renderDialog('approve');
    api.failures.set(
      'approve',
      await planChanged({
        seen: { planDigest: 'digest-1', view: { diff: NEW_UNIT_DIFF } },
        current: newPlan,
      }),
    );
    await user.type(await screen.findByRole('textbox'), 'Looks good');
    await user.click(screen.getByRole('button', { name: 'Approve' }));

    expect(
      await screen.findByRole('region', { name: 'What you saw' }),
    ).toHaveTextContent('storage_gb = 20');
    const current = screen.getByRole('region', { name: 'What it is now' });
    expect(current).toHaveTextContent('storage_gb = 9000');
    expect(current).toHaveTextContent('Creates a huge database.');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Warning: the plan is another one by now',
    );
    expect(screen.getByRole('textbox')).toHaveValue('Looks good');
    expect(onDecided).not.toHaveBeenCalled();
    expect(api.callsOf('approve')).toHaveLength(1);

    api.failures.clear();
    const again = screen.getByRole('button', { name: 'Approve the new plan' });
    expect(again).toBeDisabled();
    await user.click(
      screen.getByRole('checkbox', { name: 'I compared both plans' }),
    );
    await user.click(again);
    expect(api.callsOf('approve')[1].input).toEqual({
      planDigest: 'digest-2',
      comment: 'Looks good',
    });
    expect(onDecided).toHaveBeenCalledTimes(1);
  });

  it('asks for the new plan when the answer did not bring it', async () => {
    const { api, user } = renderDialog(
      'approve',
      new MemoryRequests().put(requestOf({ ...newPlan })),
    );
    api.failures.set('approve', await planChanged());
    await user.click(await screen.findByRole('button', { name: 'Approve' }));
    expect(
      await screen.findByRole('region', { name: 'What it is now' }),
    ).toHaveTextContent('storage_gb = 9000');
  });

  it('shows both plans when the page is brought up to date under it', async () => {
    const { api, refresh, user } = renderDialog('approve');
    await user.type(await screen.findByRole('textbox'), 'Looks good');
    refresh(requestOf({ ...newPlan, rowVersion: 2 }));
    expect(
      await screen.findByRole('region', { name: 'What it is now' }),
    ).toHaveTextContent('storage_gb = 9000');
    await user.click(
      screen.getByRole('checkbox', { name: 'I compared both plans' }),
    );
    await user.click(
      screen.getByRole('button', { name: 'Approve the new plan' }),
    );
    expect(api.callsOf('approve')[0].input).toEqual({
      planDigest: 'digest-2',
      comment: 'Looks good',
    });
  });

  it('says what failed and keeps the text', async () => {
    const { api, onDecided, user } = renderDialog('reject');
    api.failures.set(
      'reject',
      await refusal({
        status: 403,
        code: 'approver-is-requester',
        message: 'You cannot decide about your own request.',
      }),
    );
    await user.type(await screen.findByRole('textbox'), 'Too large');
    await user.click(screen.getByRole('button', { name: 'Reject' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You cannot decide about your own request.',
    );
    expect(screen.getByText('approver-is-requester')).toBeInTheDocument();
    expect(screen.getByRole('textbox')).toHaveValue('Too large');
    expect(onDecided).not.toHaveBeenCalled();
  });

  it('closes on Escape when nothing was typed', async () => {
    const { onClose, user } = renderDialog('approve');
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('asks before it throws away what was typed, whatever closes it', async () => {
    const { onClose, user } = renderDialog('reject');
    await user.type(await screen.findByRole('textbox'), 'Too large');
    await user.keyboard('{Escape}');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Throw away what you typed?',
    );
    const keep = screen.getByRole('button', { name: 'Keep writing' });
    await waitFor(() => expect(keep).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(screen.getByRole('textbox')).toHaveValue('Too large');
    expect(onClose).not.toHaveBeenCalled();

    await user.click(screen.getByRole('button', { name: 'Close' }));
    await user.click(screen.getByRole('button', { name: 'Throw away' }));
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});
