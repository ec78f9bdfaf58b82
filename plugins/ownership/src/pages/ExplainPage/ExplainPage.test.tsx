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
import { explanation } from '../../__testUtils__/fixtures';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const ASKED = '?action=service.deploy&environment=prod&service=payments-api';

const open = (backend: FakeBackend, search = ASKED) =>
  renderPlugin({ path: `/ownership/explain${search}`, backend });

const region = (name: string) => screen.findByRole('region', { name });

describe('ExplainPage', () => {
  it('asks nothing at first, and says what to do', async () => {
    const backend = new FakeBackend();
    open(backend, '');
    expect(
      await screen.findByRole('heading', { name: 'Nothing asked yet' }),
    ).toBeInTheDocument();
    expect(backend.callsTo('/explain')).toEqual([]);
  });

  it('explains to the person who asks, unless somebody else is named', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    open(backend);
    await region('Decision');
    await user.type(
      screen.getByRole('textbox', { name: /Person/ }),
      'user:default/pia',
    );
    await user.click(screen.getByText('Account, network and cluster'));
    await user.type(
      screen.getByRole('textbox', { name: 'Account' }),
      '333333333333',
    );
    await user.type(
      screen.getByRole('textbox', { name: /Moment/ }),
      '2026-12-24T10:00:00Z',
    );
    await user.click(screen.getByRole('button', { name: 'Explain' }));
    await region('Decision');
    const target = {
      action: 'service.deploy',
      environment: 'prod',
      service: 'payments-api',
    };
    expect(backend.bodies).toEqual([
      { target },
      {
        target: { ...target, account: '333333333333' },
        userEntityRef: 'user:default/pia',
        at: '2026-12-24T10:00:00Z',
      },
    ]);
  });

  it('asks again when the same is asked twice: the answer may be another by now', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    open(backend);
    await region('Decision');
    await user.click(screen.getByRole('button', { name: 'Explain' }));
    await region('Decision');
    expect(backend.callsTo('/explain')).toHaveLength(2);
  });

  it('does not send a moment that has no zone', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    open(backend, '');
    const moment = await screen.findByRole('textbox', { name: /Moment/ });
    await user.type(moment, '2026-12-24T10:00{Enter}');
    expect(moment).toBeInvalid();
    expect(moment).toHaveAccessibleDescription(
      expect.stringContaining('Write date, time and zone'),
    );
    expect(backend.callsTo('/explain')).toEqual([]);
  });

  it('says the decision with rule and line, the near miss, whom to ask, and who approves', async () => {
    const backend = new FakeBackend();
    const refused = explanation();
    backend.explain = () => ({
      ...refused,
      decision: {
        ...refused.decision,
        legs: [
          {
            target: 'store:pg-payments',
            decision: 'allow',
            by: 'store-owners',
            line: 36,
            why: 'Owners change their stores.',
            skipped: [],
          },
          ...refused.decision.legs,
        ],
      },
    });
    open(backend);
    const decision = await region('Decision');
    expect(decision).toHaveTextContent('Not allowed');
    expect(decision).toHaveTextContent(refused.decision.message);
    expect(within(decision).getByRole('link', { name: /pia/ })).toHaveAttribute(
      'href',
      '/catalog/default/user/pia',
    );
    expect(
      screen.getByRole('row', { name: /store:pg-payments/ }),
    ).toHaveTextContent('Allowedstore-owners36Owners change their stores.');
    expect(await region('What was nearly enough')).toHaveTextContent(
      'owners-prod (line 29) · service:payments-api: needs request.changeTicket',
    );
    expect(
      within(await region('Whom to ask')).getByRole('link', {
        name: /payments/,
      }),
    ).toBeInTheDocument();
    const stages = within(
      await region('Who would have to approve'),
    ).getAllByRole('listitem');
    expect(stages.map(stage => stage.textContent)).toEqual([
      expect.stringMatching(/^1 person of .*\(entry prod-owner, line 51\)$/),
      expect.stringMatching(/^2 people of .*\(entry destroy-two, line 52\)$/),
    ]);
  });

  it.each([
    ['auto', 'Nobody: the policy lets it through by itself.'],
    ['none', 'Nobody could: no entry of the policy says who approves this.'],
  ] as const)('says who approves where it is %s', async (mode, words) => {
    const backend = new FakeBackend();
    backend.explain = () => explanation({ approvals: { mode, stages: [] } });
    open(backend);
    expect(await region('Who would have to approve')).toHaveTextContent(words);
  });

  it('shows an outline while waiting', async () => {
    const backend = new FakeBackend();
    backend.explain = NEVER;
    open(backend);
    expect(
      await screen.findByText('Asking for the decision'),
    ).toBeInTheDocument();
  });

  it('shows an error, and asks again', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    backend.explain = () => AWAY;
    open(backend);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('ownership-policy-missing');
    backend.explain = () => explanation();
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await region('Decision')).toBeInTheDocument();
  });

  it('says why the person may not ask for somebody else', async () => {
    const backend = new FakeBackend();
    backend.explain = () => ({
      ...REFUSED,
      code: 'ownership-not-yourself',
      message: '"user:default/pia" cannot ask this for "user:default/nia".',
    });
    open(backend, `${ASKED}&user=user:default/nia`);
    expect(
      await screen.findByText(
        'Not allowed: you may not ask this for somebody else',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/cannot ask this for/)).toBeInTheDocument();
  });
});
