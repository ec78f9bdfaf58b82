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
import { simulation } from '../../__testUtils__/fixtures';
import { renderPlugin } from '../../__testUtils__/renderPlugin';
import { offsetOf } from './DraftField';

const DRAFT = 'kind: OwnershipPolicy\nteams:\n  one: 1\nrules: []\n';

const draft = () =>
  screen.findByRole<HTMLTextAreaElement>('textbox', {
    name: /Draft of the policy/,
  });

const simulate = async (backend: FakeBackend) => {
  const user = userEvent.setup();
  renderPlugin({ path: '/ownership/simulate', backend });
  await user.click(await draft());
  await user.paste(DRAFT);
  await user.click(screen.getByRole('button', { name: 'Simulate' }));
  return user;
};

describe('SimulatePage', () => {
  it('says what this is before anything was judged', async () => {
    const backend = new FakeBackend();
    renderPlugin({ path: '/ownership/simulate', backend });
    expect(
      await screen.findByRole('heading', { name: 'No draft judged yet' }),
    ).toBeInTheDocument();
  });

  it('sends nothing where nothing was pasted', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    renderPlugin({ path: '/ownership/simulate', backend });
    const field = await draft();
    await user.click(screen.getByRole('button', { name: 'Simulate' }));
    expect(field).toBeInvalid();
    expect(field).toHaveFocus();
    expect(field).toHaveAccessibleDescription(
      expect.stringContaining('Paste a policy first.'),
    );
    expect(backend.callsTo('/simulate')).toEqual([]);
  });

  it('says that it would be accepted, with cases and who gains and loses', async () => {
    const backend = new FakeBackend();
    const user = await simulate(backend);
    expect(
      await screen.findByText('The draft would be accepted'),
    ).toBeInTheDocument();
    expect(backend.bodies).toEqual([{ policy: DRAFT }]);
    await user.click(screen.getByText('Show the cases that passed'));
    const cases = screen.getByRole('table', { name: 'Passed cases' });
    expect(
      within(cases).getByRole('row', {
        name: /1. nia service.deploy networking in dev/,
      }),
    ).toHaveTextContent('Passedallow, owners-nonprod');

    const rows = within(
      screen.getByRole('table', { name: 'Answers that change' }),
    ).getAllByRole('row');
    expect(rows.map(row => row.textContent)).toEqual([
      'ChangeWhoWhatBeforeAfter',
      expect.stringMatching(
        /^Loses.*payments.*\(team payments\)service.deploy service:payments-api in devAllowed \(owners-nonprod\)Not allowed \(default\)$/,
      ),
      expect.stringMatching(
        /^Gains.*netops.*\(team netops\)service.deploy service:networking in prodWith changeTicket \(owners-prod\)Allowed \(netops-prod\)$/,
      ),
    ]);
    expect(
      screen.getByRole('table', { name: 'Approvals that change' }),
    ).toHaveTextContent(
      '1 of group:default/platform (prod-owner)nobody (nonprod-auto)',
    );
    expect(
      screen.getByText('Rule netops-prod (added, line 31)'),
    ).toBeInTheDocument();
    expect(screen.getByText('Section limits')).toBeInTheDocument();
  });

  it('leads from a problem to its line in the draft', async () => {
    const user = await simulate(new FakeBackend());
    await user.click(
      await screen.findByRole('button', { name: 'Go to line 3' }),
    );
    const field = await draft();
    expect(field).toHaveFocus();
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe(
      'e: 1',
    );
  });

  it('says why it would be refused: errors with their place', async () => {
    const backend = new FakeBackend();
    backend.simulate = () => ({
      revision: 'sha256:draft',
      accepted: false,
      problems: [
        {
          severity: 'error',
          file: 'policy.tests.yaml',
          line: 3,
          column: 3,
          message: 'The team "one" has no groups.',
        },
      ],
    });
    await simulate(backend);
    expect(
      await screen.findByText('Error: the draft would be refused'),
    ).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Problems' })).toHaveTextContent(
      'Error policy.tests.yaml:3:3 The team "one" has no groups.',
    );
    // That file is not on this page.
    expect(
      screen.queryByRole('button', { name: /Go to line/ }),
    ).not.toBeInTheDocument();
    expect(
      screen.getByText('Known once the draft has no errors.'),
    ).toBeInTheDocument();
  });

  it('puts failed cases first, and sends own cases along', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    const { tests } = simulation();
    backend.simulate = () =>
      simulation({
        accepted: false,
        problems: [],
        tests: {
          revision: 'sha256:draft',
          passed: 1,
          failed: 1,
          problems: [],
          cases: [
            ...(tests?.cases ?? []),
            {
              number: 2,
              line: 7,
              title: 'pia service.deploy payments-api in dev',
              passed: false,
              expected: { decision: 'allow' },
              failure: 'expected allow, was deny by default',
              explain: false,
            },
          ],
        },
      });
    renderPlugin({ path: '/ownership/simulate', backend });
    await user.click(await draft());
    await user.paste(DRAFT);
    await user.click(screen.getByRole('textbox', { name: /Test cases/ }));
    await user.paste('cases: []');
    await user.click(screen.getByRole('button', { name: 'Simulate' }));
    const table = await screen.findByRole('table', { name: 'Failed cases' });
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent(
      '2. pia service.deploy payments-api in devFailedallow–expected allow, was deny by default',
    );
    expect(screen.getByText('1 passed, 1 failed')).toBeInTheDocument();
    expect(screen.getByText('No errors and no warnings.')).toBeInTheDocument();
    expect(backend.bodies).toEqual([{ policy: DRAFT, tests: 'cases: []' }]);
  });

  it('draws the first answers of many, and the rest when told', async () => {
    const backend = new FakeBackend();
    const { changes } = simulation();
    backend.simulate = () =>
      simulation({
        changes: changes && {
          ...changes,
          gains: Array.from({ length: 250 }, (_, index) => ({
            ...changes.gains[0],
            on: `service:s${index}`,
          })),
        },
      });
    const user = await simulate(backend);
    await user.click(
      await screen.findByRole('button', { name: 'Show 51 more answers' }),
    );
    expect(screen.getByText(/service:s249 /)).toBeInTheDocument();
  });

  it('says that nobody gains or loses', async () => {
    const backend = new FakeBackend();
    const { changes } = simulation();
    backend.simulate = () =>
      simulation({
        tests: undefined,
        changes: changes && {
          ...changes,
          gains: [],
          loses: [],
          approvals: [],
          rules: [],
          sections: [],
        },
      });
    await simulate(backend);
    expect(
      await screen.findByRole('heading', {
        name: 'Nobody gains, nobody loses',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText(/No cases ran/)).toBeInTheDocument();
  });

  it('shows an outline while waiting', async () => {
    const backend = new FakeBackend();
    backend.simulate = NEVER;
    await simulate(backend);
    expect(await screen.findByText('Judging the draft')).toBeInTheDocument();
  });

  it('shows an error, keeps the draft, and tries again', async () => {
    const backend = new FakeBackend();
    backend.simulate = () => AWAY;
    const user = await simulate(backend);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('ownership-policy-missing');
    expect(await draft()).toHaveValue(DRAFT);
    backend.simulate = () => simulation();
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('The draft would be accepted'),
    ).toBeInTheDocument();
  });

  it('says that the person may not, and whom to ask', async () => {
    const backend = new FakeBackend();
    backend.simulate = () => REFUSED;
    await simulate(backend);
    expect(
      await screen.findByText('Not allowed: you may not try out drafts'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /platform/ })).toBeInTheDocument();
  });
});

describe('offsetOf', () => {
  it.each([
    [{ line: 1 }, { start: 0, end: 3 }],
    [
      { line: 2, column: 2 },
      { start: 5, end: 7 },
    ],
    [
      { line: 2, column: 99 },
      { start: 7, end: 7 },
    ],
    [
      { line: 99, column: 1 },
      { start: 8, end: 8 },
    ],
  ])('finds %j', (place, range) => {
    expect(offsetOf('one\ntwo', place)).toEqual(range);
  });
});
