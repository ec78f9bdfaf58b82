// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { actionOf, targetOf } from '../__testUtils__/actions';
import { FakeBackend } from '../__testUtils__/fakeBackend';
import { entityOfRequest } from '../__testUtils__/fixtures';
import { fakeEntityPage } from '../__testUtils__/neighbours';
import { renderPlugin } from '../__testUtils__/renderPlugin';

const RESIZE = actionOf({
  title: 'Resize',
  operation: 'day2',
  targets: [targetOf('dev', { approval: 'auto' })],
});

function open(backend: FakeBackend) {
  const entity = entityOfRequest();
  renderPlugin({
    path: '/',
    backend,
    // The page of the test shows the first tab.
    config: {
      app: { extensions: [{ 'entity-content:self-service/requests': false }] },
    },
    catalog: fakeEntityPage(entity),
    entities: [entity],
  });
}

const withActions = (...items: (typeof RESIZE)[]) => {
  const backend = new FakeBackend();
  backend.actions.ofEntity = () => ({ items });
  return backend;
};

describe('the actions of an entity', () => {
  it('open the form, filled from Git', async () => {
    const user = userEvent.setup();
    const backend = withActions(RESIZE);
    backend.actions.form = () => ({ formData: { storageGb: 20 } });
    open(backend);
    const list = await screen.findByRole('list', { name: 'Actions for it' });
    expect(list).toHaveTextContent('No approval in dev');
    await user.click(
      within(list).getByRole('button', { name: 'Resize in dev' }),
    );
    expect(await screen.findByText('The templates')).toBeInTheDocument();
    expect(
      backend.calls.filter(call => call.startsWith('/self-service/actions')),
    ).toEqual([
      expect.stringMatching(/^\/self-service\/actions\/entity\?entityRef=/),
      expect.stringContaining('environment=dev'),
    ]);
  });

  it('are greyed where the person may not, with the rule and whom to ask', async () => {
    open(
      withActions({
        ...RESIZE,
        targets: [
          targetOf('dev', {
            decision: 'deny',
            by: 'default',
            message: 'No rule lets you.',
            askFor: ['group:default/data-platform'],
          }),
        ],
      }),
    );
    const list = await screen.findByRole('list', { name: 'Actions for it' });
    expect(list).toHaveTextContent('No rule lets you.');
    expect(
      within(list).getByTitle('group:default/data-platform'),
    ).toBeInTheDocument();
    expect(within(list).queryByRole('button')).not.toBeInTheDocument();
  });

  it('say why a form cannot be filled', async () => {
    const user = userEvent.setup();
    const backend = withActions(RESIZE);
    backend.actions.form = () => ({
      status: 403,
      name: 'NotAllowedError',
      code: 'policy-denied',
      message: 'You may not plan it.',
    });
    open(backend);
    await user.click(
      await screen.findByRole('button', { name: 'Resize in dev' }),
    );
    expect(
      await screen.findByText(/Not allowed: you may not see what is there/),
    ).toBeInTheDocument();
  });

  it('say that there are none', async () => {
    open(withActions());
    expect(
      await screen.findByRole('heading', {
        name: 'Nothing can be done with it here',
      }),
    ).toBeInTheDocument();
  });

  it('come by themselves once the entity is ready for them', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const backend = withActions();
      open(backend);
      await screen.findByRole('heading', {
        name: 'Nothing can be done with it here',
      });
      backend.actions.ofEntity = () => ({ items: [RESIZE] });
      await act(() => jest.advanceTimersByTimeAsync(5_000));
      expect(
        await screen.findByRole('button', { name: 'Resize in dev' }),
      ).toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  });

  it('say that they load', async () => {
    const backend = new FakeBackend();
    backend.actions.ofEntity = () => new Promise(() => {});
    open(backend);
    expect(
      await screen.findByText('Looking for what you can do with it'),
    ).toBeInTheDocument();
  });

  it('say code and cause when they cannot be loaded, and try again', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    backend.actions.ofEntity = () => ({
      status: 503,
      name: 'ServiceUnavailableError',
      code: 'policy-unavailable',
      message: 'The policy is away.',
    });
    open(backend);
    const region = await screen.findByRole('region', {
      name: 'What you can do with it',
    });
    const alert = await within(region).findByRole('alert');
    expect(alert).toHaveTextContent('policy-unavailable');
    backend.actions.ofEntity = () => ({ items: [RESIZE] });
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('button', { name: 'Resize in dev' }),
    ).toBeInTheDocument();
  });
});
