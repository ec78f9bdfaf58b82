// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AWAY, FakeBackend } from '../../__testUtils__/fakeBackend';
import { outdatedStatus, policyStatus } from '../../__testUtils__/fixtures';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const PAGES = ['matrix', 'who-can', 'explain', 'simulate', 'break-glass'];

const open = (status: FakeBackend['policyStatus'], page = 'who-can') => {
  const backend = new FakeBackend();
  backend.policyStatus = status;
  renderPlugin({ path: `/ownership/${page}`, backend });
  return backend;
};

describe('PolicyBanner', () => {
  it.each(PAGES)(
    'says on the page %s that the last edit was refused, with file, line and column',
    async page => {
      open(outdatedStatus, page);
      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent(
        'Warning: the last edit of the ownership policy was refused',
      );
      expect(alert).toHaveTextContent(
        'Error policy.yaml:27:14 The team "paymnts" does not exist. Write "payments".',
      );
      // Warnings do not keep an edit from counting.
      expect(alert).not.toHaveTextContent('No case covers');
      expect(
        within(alert).getByText(/./, { selector: 'time' }),
      ).toHaveAttribute('datetime', '2026-11-22T10:00:00.000Z');
    },
  );

  it('says that everything is refused where there is no policy', async () => {
    open(() =>
      policyStatus({
        state: 'missing',
        revision: undefined,
        loadedAt: undefined,
        problems: [
          {
            severity: 'error',
            file: 'policy.yaml',
            message: 'The file does not exist.',
          },
        ],
      }),
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      'Error: there is no valid ownership policy',
    );
    expect(alert).toHaveTextContent(
      'Error policy.yaml The file does not exist.',
    );
  });

  it('says nothing while the file as it stands decides', async () => {
    const backend = open(policyStatus);
    await screen.findByRole('heading', { level: 2 });
    await waitFor(() =>
      expect(backend.callsTo('/policy/status')).toHaveLength(1),
    );
    expect(screen.queryByText(/ownership policy was/)).not.toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('admits that it does not know, and asks again', async () => {
    const user = userEvent.setup();
    const backend = open(() => AWAY);
    const title = await screen.findByText(/it is not known whether/);
    expect(title.closest('[role="status"]')).toHaveTextContent(AWAY.message);
    backend.policyStatus = policyStatus;
    await user.click(screen.getByRole('button', { name: 'Ask again' }));
    await waitFor(() =>
      expect(
        screen.queryByText(/it is not known whether/),
      ).not.toBeInTheDocument(),
    );
  });
});
