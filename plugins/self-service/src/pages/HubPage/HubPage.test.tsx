// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { actionOf, targetOf } from '../../__testUtils__/actions';
import { FakeBackend } from '../../__testUtils__/fakeBackend';
import { requestOf } from '../../__testUtils__/fixtures';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const DATABASE = actionOf({
  title: 'Database',
  lifetime: 'P14D',
  targets: [
    targetOf('dev', { approval: 'auto' }),
    targetOf('prod', { approval: 'people' }),
  ],
});
const NETWORK = actionOf({
  title: 'Network',
  category: 'Networks',
  targets: [
    targetOf('dev', {
      decision: 'deny',
      by: 'guard:restricted:networking',
      message: 'Only netops may. Ask group:default/netops.',
      askFor: ['group:default/netops'],
    }),
  ],
});

function open(
  backend: FakeBackend,
  options: {
    path?: string;
    list?: FakeBackend['actions']['list'];
  } = {},
) {
  const { path = '/self-service/hub' } = options;
  const { list = () => ({ items: [DATABASE, NETWORK], invalid: [] }) } =
    options;
  backend.actions.list = list;
  renderPlugin({ path, backend });
}

const card = async (name: string) => screen.findByRole('listitem', { name });
const titles = async () =>
  within(await screen.findByRole('list', { name: 'Actions' }))
    .getAllByRole('heading', { level: 3 })
    .map(each => each.textContent);

beforeEach(() => localStorage.clear());

describe('the hub', () => {
  it('shows on a card what it does, who keeps it and approves, how long it lives and takes, and its form', async () => {
    const backend = new FakeBackend();
    backend.actions.statistics = () => ({
      items: [
        {
          templateRef: DATABASE.templateRef,
          requests: 3,
          medianSeconds: 150,
        },
      ],
      recent: [],
    });
    open(backend);
    const database = await card('Database');
    await waitFor(() =>
      expect(
        within(
          within(database).getByRole('list', {
            name: 'What to know of Database',
          }),
        )
          .getAllByRole('listitem')
          .map(each => each.textContent),
      ).toEqual([
        'Makes something new',
        'No approval in dev',
        'Approval in prod',
        'Lives 14 days',
        'Usually takes 3 minutes',
      ]),
    );
    expect(
      within(database).getByTitle('group:default/template-authors'),
    ).toBeInTheDocument();
    expect(
      within(database).getByRole('link', { name: 'Open the form: Database' }),
    ).toHaveAttribute('href', '/create/templates/default/database');
  });

  it('greys what the person may not, with the rule and whom to ask, and without its form', async () => {
    open(new FakeBackend());
    const network = await card('Network');
    expect(network).toHaveTextContent('Not for you');
    expect(network).toHaveTextContent('Only netops may.');
    expect(network).toHaveTextContent('guard:restricted:networking');
    expect(
      within(network).getByTitle('group:default/netops'),
    ).toBeInTheDocument();
    expect(
      within(network).queryByRole('link', { name: /Open the form/ }),
    ).not.toBeInTheDocument();
  });

  it('finds by text, category and list, which the address keeps', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    backend.actions.statistics = () => ({
      items: [],
      recent: [NETWORK.templateRef],
    });
    open(backend, { path: '/self-service/hub?show=recent' });
    await waitFor(async () => expect(await titles()).toEqual(['Network']));
    await user.click(screen.getByRole('radio', { name: 'For my team' }));
    expect(await titles()).toEqual(['Database']);
    await user.click(screen.getByRole('radio', { name: 'All' }));
    expect(await titles()).toEqual(['Database', 'Network']);
    await user.type(
      screen.getByRole('searchbox', { name: 'Search the actions' }),
      'nothing like it',
    );
    await user.click(
      await screen.findByRole('button', { name: 'Show all actions' }),
    );
    expect(await titles()).toEqual(['Database', 'Network']);
  });

  it('remembers what was pinned', async () => {
    const user = userEvent.setup();
    open(new FakeBackend());
    await user.click(
      await screen.findByRole('button', { name: 'Pin: Network' }),
    );
    await user.click(screen.getByRole('radio', { name: 'Pinned' }));
    expect(await titles()).toEqual(['Network']);
    await user.click(screen.getByRole('button', { name: 'Unpin: Network' }));
    expect(
      await screen.findByRole('heading', { name: 'No action matches' }),
    ).toBeInTheDocument();
  });

  it('says what waits for the decision of the person', async () => {
    const backend = new FakeBackend();
    backend.requests.put(
      requestOf({ requesterRef: 'user:default/ole', waitingForMe: true }),
    );
    open(backend);
    expect(
      await screen.findByText(/One request waits for your decision/),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Decide' })).toHaveAttribute(
      'href',
      '/self-service/requests/to-decide',
    );
  });

  it('says what of their own the person has to go on with, and leads there', async () => {
    const backend = new FakeBackend();
    const others = { requesterRef: 'user:default/ole' } as const;
    backend.requests.put(
      requestOf({ number: 1, decision: 'draft' }),
      requestOf({ number: 2, decision: 'draft' }),
      requestOf({ number: 3, decision: 'changes-requested' }),
      requestOf({ number: 4, decision: 'draft', ...others }),
      requestOf({ number: 5, decision: 'changes-requested', ...others }),
    );
    open(backend);
    const strip = await screen.findByRole('list', {
      name: 'What waits for you',
    });
    expect(
      within(strip)
        .getAllByRole('listitem')
        .map(each => [
          each.textContent,
          within(each).getByRole('link').getAttribute('href'),
        ]),
    ).toEqual([
      [
        'One request of yours came back for changes See what is asked',
        '/self-service/requests?state=changes-requested',
      ],
      [
        '2 drafts of yours are not submitted Go on',
        '/self-service/requests?state=draft',
      ],
    ]);
  });

  it('has no strip where nothing waits', async () => {
    const backend = new FakeBackend();
    backend.requests.put(requestOf());
    open(backend);
    await card('Database');
    await waitFor(() =>
      expect(
        backend.calls.filter(call => call.includes('/requests/counts')),
      ).toHaveLength(2),
    );
    expect(
      screen.queryByRole('list', { name: 'What waits for you' }),
    ).not.toBeInTheDocument();
  });

  it('names templates that cannot be read', async () => {
    open(new FakeBackend(), {
      list: () => ({
        items: [],
        invalid: [
          {
            templateRef: 'template:default/odd',
            title: 'Odd',
            problems: ['spec.selfService.operation: is missing'],
          },
        ],
      }),
    });
    expect(
      await screen.findByText('Odd: spec.selfService.operation: is missing'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'No actions yet' }),
    ).toBeInTheDocument();
  });

  it('says that it loads', async () => {
    open(new FakeBackend(), { list: () => new Promise(() => {}) });
    expect(
      await screen.findByText('The actions are loading'),
    ).toBeInTheDocument();
  });

  it('says code and cause when they cannot be loaded, and tries again', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    open(backend, {
      list: () => ({
        status: 503,
        name: 'ServiceUnavailableError',
        code: 'policy-unavailable',
        message: 'The policy is away.',
      }),
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('policy-unavailable');
    backend.actions.list = () => ({ items: [DATABASE], invalid: [] });
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await titles()).toEqual(['Database']);
  });

  it('says that it is not for the person', async () => {
    const backend = new FakeBackend();
    open(backend, {
      list: () => ({
        status: 403,
        name: 'NotAllowedError',
        message: 'Sign in as a person.',
      }),
    });
    expect(
      await screen.findByText(/Not allowed: you may not see the actions/),
    ).toBeInTheDocument();
  });
});
