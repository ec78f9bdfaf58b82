// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../__testUtils__/fakeBackend';
import { changeOf } from '../../__testUtils__/fixtures';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const open = (backend: FakeBackend) =>
  renderPlugin({ path: '/self-service/changes/01JD7Q3V8N', backend });

const answering = (overrides: Parameters<typeof changeOf>[0] = {}) => {
  const backend = new FakeBackend();
  backend.getChange = () => changeOf(overrides);
  return backend;
};

const fact = (label: string) => {
  const definition = screen.getByText(label, { selector: 'dt' }).parentElement;
  return within(definition as HTMLElement);
};

describe('ChangePage', () => {
  it('says who, what and where, with every id as a link or to copy', async () => {
    open(answering());
    expect(
      await screen.findByRole('heading', {
        level: 2,
        name: '#12 Create database pg-orders',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('Open for review')).toBeInTheDocument();
    expect(fact('Requested by').getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/user/pia',
    );
    expect(fact('Environment').getByText('dev')).toBeInTheDocument();
    expect(
      fact('Branch').getByText('fairway/create-pg-orders-01jd7q3v'),
    ).toBeInTheDocument();
    expect(
      fact('Branch').getByRole('button', { name: 'Copy the branch name' }),
    ).toBeInTheDocument();
    expect(
      fact('Commit').getByText('c9f0f895fb98ab9159f51fd0297e236d4bea2543'),
    ).toBeInTheDocument();
    expect(fact('Pull request').getByText('#3')).toBeInTheDocument();
    expect(fact('Template').getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/template/postgres-database',
    );
    expect(fact('Task').getByRole('link')).toHaveAttribute(
      'href',
      '/create/tasks/b6d767d2-f8ed-5d21-a44b-0e5886680cb9',
    );
    expect(
      fact('Created').getByText(/./, { selector: 'time' }),
    ).toHaveAttribute('datetime', '2026-11-22T09:30:00.000Z');
  });

  it('says what else the policy was told', async () => {
    open(answering({ request: { changeTicket: 'CHG-777' } }));
    await screen.findByRole('heading', { level: 2 });
    expect(fact('Change ticket').getByText('CHG-777')).toBeInTheDocument();
  });

  it('says why it is allowed: rule, line and words', async () => {
    open(answering());
    const section = await screen.findByRole('region', {
      name: 'Why this is allowed',
    });
    expect(section).toHaveTextContent('postgres-database in dev');
    expect(section).toHaveTextContent(
      'Payments owns postgres-database and may deploy it in dev.',
    );
    expect(section).toHaveTextContent('Module postgres-database v1.1.0');
    const row = within(section).getByRole('row', { name: /owners-nonprod/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual([
      'Allowed',
      'owners-nonprod',
      '34',
      'Owners deploy to non-production themselves.',
    ]);
  });

  it('shows the diff and a command to see it in Git', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    open(answering());
    const section = await screen.findByRole('region', { name: 'What changes' });
    expect(
      within(section).getByRole('row', { name: /name += "pg-orders"/ }),
    ).toHaveTextContent('+');
    await user.click(screen.getByRole('button', { name: 'Copy the command' }));
    expect(await screen.findByText('Copied the command')).toBeInTheDocument();
    expect(writeText).toHaveBeenCalledWith(changeOf().inspectCommand);
  });

  it('links to the pull request where the host has a page, and only over HTTP', async () => {
    open(answering({ remoteUrl: 'https://git.example.com/pull/3' }));
    const link = await screen.findByRole('link', { name: '#3' });
    expect(link).toHaveAttribute('href', 'https://git.example.com/pull/3');
  });

  it('does not link to anything else than a web page', async () => {
    // eslint-disable-next-line no-script-url
    open(answering({ remoteUrl: 'javascript:alert(1)' }));
    expect(await screen.findByText('#3')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: '#3' })).not.toBeInTheDocument();
  });

  it('refreshes while the change is being written, until it has settled', async () => {
    const backend = new FakeBackend();
    let asked = 0;
    backend.getChange = () => {
      asked += 1;
      return asked === 1
        ? changeOf({ state: 'proposing', diff: '', commitSha: undefined })
        : changeOf();
    };
    open(backend);
    expect(await screen.findByText('Being written')).toBeInTheDocument();
    expect(
      screen.getByText('The diff shows here as soon as the change is written.'),
    ).toBeInTheDocument();
    expect(fact('Commit').getByText('Not written yet')).toBeInTheDocument();
    const state = await screen.findByText('Open for review', undefined, {
      timeout: 5000,
    });
    // Told by screen readers, as nobody pressed anything.
    expect(state.closest('[role="status"]')).not.toBeNull();
    expect(asked).toBe(2);
  });

  it('says what happened when it failed, and what can be done', async () => {
    open(
      answering({
        state: 'failed',
        diff: '',
        failure: {
          code: 'write-failed',
          message: 'The branch could not be pushed.',
        },
      }),
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This change could not be written to Git');
    expect(alert).toHaveTextContent('write-failed');
    expect(alert).toHaveTextContent('The branch could not be pushed.');
    expect(
      within(alert).getByRole('link', { name: 'Order it again' }),
    ).toHaveAttribute('href', '/create/templates/default/postgres-database');
    expect(
      within(alert).getByRole('link', { name: 'Read the log of the task' }),
    ).toHaveAttribute(
      'href',
      '/create/tasks/b6d767d2-f8ed-5d21-a44b-0e5886680cb9',
    );
    expect(
      screen.getByText('Nothing was written, so there is no diff.'),
    ).toBeInTheDocument();
  });

  it('shows an outline while loading', async () => {
    const backend = new FakeBackend();
    backend.getChange = () => new Promise(() => {});
    open(backend);
    expect(await screen.findByText('Loading the change')).toBeInTheDocument();
  });

  it('shows code, cause and remedy when there is no such change, and the way back', async () => {
    open(new FakeBackend());
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('change-not-found');
    expect(alert).toHaveTextContent('There is no change "01JD7Q3V8N".');
    expect(alert).toHaveTextContent('Check the address.');
    expect(screen.getByRole('link', { name: 'All changes' })).toHaveAttribute(
      'href',
      '/self-service',
    );
  });

  it('says whom to ask when the person may not see it', async () => {
    const backend = new FakeBackend();
    backend.getChange = () => ({
      status: 403,
      name: 'NotAllowedError',
      code: 'change-not-readable',
      message: 'Ask "user:default/pia".',
    });
    open(backend);
    expect(
      await screen.findByText('Not allowed: you may not see this change'),
    ).toBeInTheDocument();
    expect(screen.getByText('Ask "user:default/pia".')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('leads back to the list by breadcrumb', async () => {
    const user = userEvent.setup();
    open(answering());
    await screen.findByRole('heading', { level: 2 });
    const breadcrumbs = screen.getByRole('navigation', { name: 'Breadcrumbs' });
    await waitFor(() =>
      expect(breadcrumbs).toHaveTextContent('#12 Create database pg-orders'),
    );
    await user.click(
      within(breadcrumbs).getByRole('link', { name: 'Self-service' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'No changes yet' }),
    ).toBeInTheDocument();
  });
});
