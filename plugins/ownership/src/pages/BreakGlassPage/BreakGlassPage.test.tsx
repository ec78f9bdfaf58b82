// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  AWAY,
  FakeBackend,
  NEVER,
  REFUSED,
} from '../../__testUtils__/fakeBackend';
import { grantOf, me } from '../../__testUtils__/fixtures';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const open = (backend: FakeBackend) =>
  renderPlugin({ path: '/ownership/break-glass', backend });

const field = (name: RegExp) => screen.findByRole('textbox', { name });

const submit = () =>
  screen.getByRole('button', { name: 'Ask to break the glass' });

describe('BreakGlassPage', () => {
  it('warns in words what it does, for how long and who has to approve', async () => {
    open(new FakeBackend());
    const warning = await screen.findByRole('note');
    expect(warning).toHaveTextContent(
      'Danger: this switches the guard rails off',
    );
    expect(warning).toHaveTextContent('Once 1 other person has approved');
    expect(warning).toHaveTextContent('at most 60 minutes');
  });

  it('asks for a grant with reason, ticket, minutes and scope, then shows it', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    open(backend);
    await user.type(await field(/Reason/), ' The queue is stuck. ');
    await user.type(await field(/Ticket/), 'INC-7');
    const minutes = await field(/Minutes/);
    await user.clear(minutes);
    await user.type(minutes, '15');
    await user.type(
      screen.getByRole('combobox', { name: 'Environment' }),
      'prod',
    );
    await user.keyboard('{Escape}');
    backend.breakGlass = () => ({ items: [grantOf()] });
    await user.click(submit());
    expect(await screen.findByText(/^Asked for\./)).toBeInTheDocument();
    expect(backend.bodies).toEqual([
      {
        reason: 'The queue is stuck.',
        ticket: 'INC-7',
        minutes: 15,
        environment: 'prod',
      },
    ]);
    expect(await screen.findByText('Waiting for approval')).toBeInTheDocument();
    expect(await field(/Reason/)).toHaveValue('');
  });

  it('sends nothing without what the policy asks for, or for too long', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    open(backend);
    const minutes = await field(/Minutes/);
    await user.clear(minutes);
    await user.type(minutes, '61');
    await user.click(submit());
    expect(await field(/Reason/)).toHaveAccessibleDescription(
      expect.stringContaining('Say why.'),
    );
    expect(await field(/Ticket/)).toHaveAccessibleDescription(
      expect.stringContaining('Name the ticket'),
    );
    expect(minutes).toHaveAccessibleDescription(
      expect.stringContaining('Choose between 1 and 60 minutes.'),
    );
    expect(backend.bodies).toEqual([]);
  });

  it('says why the server refuses, and keeps what was typed', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    backend.openBreakGlass = () => ({
      status: 400,
      name: 'InputError',
      code: 'ownership-break-glass-invalid',
      message: 'The environment "prd" does not exist.',
    });
    open(backend);
    await user.type(await field(/Reason/), 'Stuck.');
    await user.type(await field(/Ticket/), 'INC-7');
    await user.click(submit());
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('ownership-break-glass-invalid');
    expect(alert).toHaveTextContent('The environment "prd" does not exist.');
    expect(await field(/Reason/)).toHaveValue('Stuck.');
  });

  it('says that the person may not open a grant, and still lists', async () => {
    const backend = new FakeBackend();
    backend.me = () => me({ breakGlass: undefined });
    open(backend);
    expect(
      await screen.findByText('Not allowed: you may not open a grant'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Ask to break the glass' }),
    ).not.toBeInTheDocument();
    expect(
      await screen.findByRole('heading', { name: 'No grants' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/^You have none\./)).toBeInTheDocument();
  });

  it('lists grants with state, time left, scope, ticket, reason and approvals', async () => {
    const backend = new FakeBackend();
    const ended = { mayApprove: false, approvedBy: ['user:default/pat'] };
    backend.breakGlass = () => ({
      items: [
        grantOf(),
        grantOf({
          id: 'b',
          ticket: 'INC-6',
          state: 'active',
          environment: undefined,
          service: undefined,
          ...ended,
        }),
        grantOf({
          id: 'c',
          ticket: 'INC-5',
          state: 'closed',
          closedAt: new Date(Date.now() - 3 * 60_000).toISOString(),
          closedBy: 'user:default/nia',
          ...ended,
        }),
      ],
    });
    open(backend);
    const waiting = await screen.findByRole('row', { name: /INC-7/ });
    expect(waiting).toHaveTextContent(
      'Waiting for approvalLapses in 25 minutes',
    );
    expect(waiting).toHaveTextContent('payments-api in prod');
    expect(waiting).toHaveTextContent('INC-7 The payment queue is stuck.');
    expect(waiting).toHaveTextContent('0 of 1');
    const active = screen.getByRole('row', { name: /INC-6/ });
    expect(active).toHaveTextContent('OpenEnds in 25 minutes');
    expect(active).toHaveTextContent('every service in every environment');
    expect(within(active).getByRole('link', { name: /pat/ })).toHaveAttribute(
      'href',
      '/catalog/default/user/pat',
    );
    expect(within(active).queryByRole('button')).not.toBeInTheDocument();
    expect(screen.getByRole('row', { name: /INC-5/ })).toHaveTextContent(
      /ClosedClosed 3 minutes ago by .*nia/,
    );
  });

  it.each([
    ['Approve', 'approve', { mayApprove: true }, 'active'],
    [
      'Close',
      'close',
      { mayApprove: false, mayClose: true, state: 'active' },
      'closed',
    ],
  ] as const)(
    'does %s after saying what it will do, and shows the new state',
    async (verb, route, overrides, state) => {
      const user = userEvent.setup();
      const backend = new FakeBackend();
      backend.breakGlass = () => ({ items: [grantOf(overrides)] });
      open(backend);
      await user.click(
        await screen.findByRole('button', { name: `${verb} INC-7` }),
      );
      const dialog = await screen.findByRole('dialog');
      expect(dialog).toHaveTextContent('payments-api in prod');
      expect(dialog).toHaveTextContent('INC-7: The payment queue is stuck.');
      expect(within(dialog).getByRole('link', { name: /ada/ })).toBeVisible();
      expect(backend.calls).not.toContain(`POST /break-glass/grant-1/${route}`);

      backend.breakGlass = () => ({
        items: [grantOf({ state, mayApprove: false, mayClose: false })],
      });
      await user.click(
        within(dialog).getByRole('button', { name: `${verb} the grant` }),
      );
      await waitFor(() =>
        expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
      );
      expect(backend.calls).toContain(`POST /break-glass/grant-1/${route}`);
      await waitFor(() =>
        expect(
          screen.queryByRole('button', { name: `${verb} INC-7` }),
        ).not.toBeInTheDocument(),
      );
    },
  );

  it('does nothing when it is cancelled', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    backend.breakGlass = () => ({ items: [grantOf()] });
    open(backend);
    await user.click(
      await screen.findByRole('button', { name: 'Approve INC-7' }),
    );
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(backend.calls.filter(call => call.startsWith('POST'))).toEqual([]);
  });

  it('says in the dialog why an approval was refused', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    backend.breakGlass = () => ({ items: [grantOf()] });
    backend.approveBreakGlass = () => ({
      status: 409,
      name: 'ConflictError',
      code: 'ownership-break-glass-state',
      message: 'The break-glass grant "grant-1" is closed by now.',
    });
    open(backend);
    await user.click(
      await screen.findByRole('button', { name: 'Approve INC-7' }),
    );
    const dialog = await screen.findByRole('dialog');
    await user.click(
      within(dialog).getByRole('button', { name: 'Approve the grant' }),
    );
    const alert = await within(dialog).findByRole('alert');
    expect(alert).toHaveTextContent('ownership-break-glass-state');
    expect(alert).toHaveTextContent('is closed by now');
  });

  it('shows outlines while loading', async () => {
    const backend = new FakeBackend();
    backend.me = NEVER;
    backend.breakGlass = NEVER;
    open(backend);
    expect(await screen.findByText('Loading the grants')).toBeInTheDocument();
    expect(
      screen.getByText('Asking whether you may open a grant'),
    ).toBeInTheDocument();
  });

  it('shows an error of the list, and tries again', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    backend.breakGlass = () => AWAY;
    open(backend);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The grants could not be loaded');
    backend.breakGlass = () => ({ items: [grantOf()] });
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Waiting for approval')).toBeInTheDocument();
  });

  it('says that the person may not see grants', async () => {
    const backend = new FakeBackend();
    backend.breakGlass = () => REFUSED;
    open(backend);
    expect(
      await screen.findByText('Not allowed: you may not see grants'),
    ).toBeInTheDocument();
  });
});
