// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  AWAY,
  FakeBackend,
  NEVER,
  REFUSED,
} from '../../__testUtils__/fakeBackend';
import { whoCan } from '../../__testUtils__/fixtures';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const ASKED = '?action=service.deploy&environment=prod&service=payments-api';

const open = (backend: FakeBackend, search = ASKED) =>
  renderPlugin({ path: `/ownership/who-can${search}`, backend });

describe('WhoCanPage', () => {
  it('asks nothing at first, and says what to do', async () => {
    const backend = new FakeBackend();
    open(backend, '');
    expect(
      await screen.findByRole('heading', { name: 'Nothing asked yet' }),
    ).toBeInTheDocument();
    expect(backend.callsTo('/who-can')).toEqual([]);
  });

  it('asks what was filled in, by keyboard, and keeps it in the form', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    open(backend, '');
    await user.type(
      await screen.findByRole('combobox', { name: 'Environment' }),
      'prod',
    );
    await user.keyboard('{Escape}');
    await user.type(
      screen.getByRole('combobox', { name: 'Service' }),
      'payments-api',
    );
    await user.keyboard('{Escape}');
    await user.type(
      screen.getByRole('textbox', { name: /Data stores/ }),
      'pg-payments, kafka-prod',
    );
    await user.click(screen.getByRole('button', { name: 'Add an attribute' }));
    await user.type(
      screen.getByRole('textbox', { name: 'Name 1' }),
      'changeTicket',
    );
    await user.type(
      screen.getByRole('textbox', { name: 'Value 1' }),
      'CHG-1{Enter}',
    );
    expect(
      await screen.findByRole('region', { name: 'Who can' }),
    ).toBeInTheDocument();
    expect(backend.callsTo('/who-can')).toEqual([
      'GET /who-can?action=service.deploy&environment=prod&service=payments-api&store=pg-payments&store=kafka-prod&request.changeTicket=CHG-1',
    ]);
    expect(screen.getByRole('combobox', { name: 'Service' })).toHaveValue(
      'payments-api',
    );
  });

  it('offers the names of the policy', async () => {
    const user = userEvent.setup();
    open(new FakeBackend(), '');
    await user.click(await screen.findByRole('combobox', { name: 'Service' }));
    await user.click(await screen.findByRole('option', { name: 'networking' }));
    expect(screen.getByRole('combobox', { name: 'Service' })).toHaveValue(
      'networking',
    );
  });

  it('works without them, and says so', async () => {
    const backend = new FakeBackend();
    backend.myTargets = () => AWAY;
    open(backend, '');
    expect(
      await screen.findByText(/names of the policy could not be loaded/),
    ).toHaveTextContent(AWAY.message);
  });

  it('says who may, by which rule, on what condition, and what everybody else is told', async () => {
    open(new FakeBackend());
    const region = await screen.findByRole('region', { name: 'Who can' });
    const row = within(region).getByRole('row', { name: /^payments/ });
    expect(row).toHaveTextContent('With changeTicket');
    expect(row).toHaveTextContent(
      'service:payments-api by owners-prod (line 29; for owner:service; if request.changeTicket is given)',
    );
    expect(row).toHaveTextContent('Production needs a change ticket.');
    expect(region).toHaveTextContent('Everybody else');
    expect(region).toHaveTextContent(
      'No rule allows service.deploy on prod/payments-api.',
    );
  });

  it('names the file of a rule of a team, people who need two groups, and those who are refused', async () => {
    const backend = new FakeBackend();
    const rule = { ...whoCan().entries[0].rules[0] };
    backend.whoCan = () =>
      whoCan({
        entries: [
          {
            ...whoCan().entries[0],
            who: ['team:payments', 'group:default/on-call'],
            groups: ['group:default/payments', 'group:default/on-call'],
            rules: [{ ...rule, file: 'teams/payments.yaml', line: 4 }],
          },
        ],
        except: [
          {
            who: ['user:default/eve'],
            groups: [],
            rules: [{ ...rule, id: 'never-eve', condition: undefined }],
          },
        ],
      });
    open(backend);
    expect(
      await screen.findByRole('row', {
        name: /^payments who are also in group:default\/on-call/,
      }),
    ).toHaveTextContent('teams/payments.yaml, line 4');
    expect(
      within(
        screen.getByRole('table', {
          name: 'People who are refused in particular',
        }),
      ).getByRole('row', { name: /eve/ }),
    ).toHaveTextContent('never-eve');
  });

  it('says that nobody can, and whom to ask', async () => {
    const backend = new FakeBackend();
    backend.whoCan = () => whoCan({ entries: [] });
    open(backend);
    expect(
      await screen.findByRole('heading', { name: 'Nobody can' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /payments/ })).toHaveAttribute(
      'href',
      '/catalog/default/group/payments',
    );
  });

  it('shows an outline while waiting', async () => {
    const backend = new FakeBackend();
    backend.whoCan = NEVER;
    open(backend);
    expect(await screen.findByText('Asking who can')).toBeInTheDocument();
  });

  it('shows an error, and asks again', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    backend.whoCan = () => AWAY;
    open(backend);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('ownership-policy-missing');
    backend.whoCan = () => whoCan();
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('region', { name: 'Who can' }),
    ).toBeInTheDocument();
  });

  it('says that the person may not ask', async () => {
    const backend = new FakeBackend();
    backend.whoCan = () => REFUSED;
    open(backend);
    expect(
      await screen.findByText('Not allowed: you may not ask who can'),
    ).toBeInTheDocument();
  });
});
