// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { JsonObject, JsonValue } from '@backstage/types';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../__testUtils__/fakeBackend';
import { refusedTargets, targetsOf } from '../../__testUtils__/fixtures';
import { OrderForm } from '../../__testUtils__/OrderForm';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

/** Opens the scaffolder's own form; `created` collects what it would run. */
function open(backend: FakeBackend, initialState?: JsonObject) {
  const created: Record<string, JsonValue>[] = [];
  const onCreate = async (values: Record<string, JsonValue>) => {
    created.push(values);
  };
  const form = createFrontendPlugin({
    pluginId: 'form',
    extensions: [
      PageBlueprint.make({
        params: {
          path: '/form',
          loader: async () => (
            <OrderForm initialState={initialState} onCreate={onCreate} />
          ),
        },
      }),
    ],
  });
  renderPlugin({ path: '/form', backend, features: [form] });
  return { created };
}

/** A server that wants a change ticket for prod. */
function ticketBackend() {
  const backend = new FakeBackend();
  backend.myTargets = query =>
    targetsOf({ changeTicket: query.get('request.changeTicket') ?? undefined });
  return backend;
}

const radio = (name: RegExp) => screen.findByRole('radio', { name });

describe('FairwayEnvironment', () => {
  it('offers what is allowed and greys the rest with rule, reason, whom to ask and what would help', async () => {
    const backend = ticketBackend();
    open(backend);
    const prod = await radio(/^prod/);
    expect(
      screen.getByRole('radiogroup', { name: /^Environment/ }),
    ).toContainElement(prod);
    expect(await radio(/^dev/)).toBeEnabled();
    expect(await radio(/^dev/)).toHaveAccessibleDescription(
      /Allowed by rule owners-nonprod/,
    );
    expect(prod).toBeDisabled();
    expect(prod).toHaveAccessibleName(/Tier prod.*Not allowed/);
    expect(prod).toHaveAccessibleDescription(
      'Needs a change ticket: fill in Change ticket Nothing allows you to deploy postgres-database in prod. Production needs a change ticket. Otherwise ask platform Where the database runs.',
    );
    expect(screen.getByRole('link', { name: /platform/ })).toHaveAttribute(
      'href',
      '/catalog/default/group/platform',
    );
    expect(backend.calls).toEqual([
      '/ownership/me/targets?action=service.deploy&service=postgres-database',
    ]);
  });

  it('stores the id of the environment', async () => {
    const user = userEvent.setup();
    const { created } = open(ticketBackend());
    await user.click(await radio(/^staging/));
    await user.click(screen.getByRole('button', { name: 'Review' }));
    await user.click(await screen.findByRole('button', { name: 'Create' }));
    await waitFor(() =>
      expect(created).toEqual([
        expect.objectContaining({ environment: 'staging' }),
      ]),
    );
  });

  it('asks again with what the other fields hold, once the typing stops', async () => {
    const user = userEvent.setup();
    const backend = ticketBackend();
    open(backend);
    expect(await radio(/^prod/)).toBeDisabled();
    await user.type(
      screen.getByRole('textbox', { name: /Change ticket/ }),
      'CHG-1',
    );
    await waitFor(() =>
      expect(screen.getByRole('radio', { name: /^prod/ })).toBeEnabled(),
    );
    expect(backend.calls[backend.calls.length - 1]).toBe(
      '/ownership/me/targets?action=service.deploy&service=postgres-database&request.changeTicket=CHG-1',
    );
    // Five key strokes are not five questions.
    expect(backend.calls.length).toBeLessThan(4);
  });

  it('aborts the question that is no longer asked', async () => {
    const user = userEvent.setup();
    const backend = ticketBackend();
    open(backend);
    await radio(/^prod/);
    backend.myTargets = () => new Promise(() => {});
    const ticket = screen.getByRole('textbox', { name: /Change ticket/ });
    await user.type(ticket, 'C');
    await waitFor(() => expect(backend.targetSignals).toHaveLength(2));
    expect(
      await screen.findByText('Checking again with what you filled in'),
    ).toBeInTheDocument();
    await user.type(ticket, 'H');
    expect(backend.targetSignals[1]?.aborted).toBe(true);
  });

  it('does not let a refused value pass', async () => {
    const user = userEvent.setup();
    open(ticketBackend(), { environment: 'prod' });
    expect(await radio(/^prod/)).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Review' }));
    const group = screen.getByRole('radiogroup', { name: /^Environment/ });
    await waitFor(() => expect(group).toHaveAttribute('aria-invalid', 'true'));
    expect(group).toHaveAccessibleDescription(
      /Production needs a change ticket/,
    );
    expect(
      screen.queryByRole('button', { name: 'Create' }),
    ).not.toBeInTheDocument();
  });

  it('lets the form be sent again after a refusal, and drops the refusal with the answer', async () => {
    const user = userEvent.setup();
    open(ticketBackend());
    const ticket = await screen.findByRole('textbox', {
      name: /Change ticket/,
    });
    await user.type(ticket, 'CHG-1');
    await waitFor(
      () => expect(screen.getByRole('radio', { name: /^prod/ })).toBeEnabled(),
      { timeout: 4000 },
    );
    await user.click(screen.getByRole('radio', { name: /^prod/ }));
    await user.clear(ticket);
    await user.click(screen.getByRole('button', { name: 'Review' }));
    const group = screen.getByRole('radiogroup', { name: /^Environment/ });
    await waitFor(() => expect(group).toHaveAttribute('aria-invalid', 'true'));
    const error = document.getElementById('root_environment__error');
    expect(error).toBeVisible();
    // Or the browser would hold back the submit that asks again.
    expect(group.closest('form')?.checkValidity()).toBe(true);

    await user.click(screen.getByRole('radio', { name: /^dev/ }));
    expect(group).not.toHaveAttribute('aria-invalid');
    expect(error).not.toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByRole('button', { name: 'Create' }),
    ).toBeInTheDocument();
  });

  it('is reached with Tab before anything is chosen', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    backend.myTargets = () => {
      const answer = targetsOf();
      return { ...answer, targets: [...answer.targets].reverse() };
    };
    open(backend);
    expect(await radio(/^prod/)).toBeDisabled();
    await user.tab();
    // Prod is first, and cannot be chosen.
    while (document.activeElement?.tagName === 'A') await user.tab();
    expect(screen.getByRole('radio', { name: /^staging/ })).toHaveFocus();
    await user.keyboard(' ');
    expect(screen.getByRole('radio', { name: /^staging/ })).toBeChecked();
  });

  it('is reached with Tab when what was chosen is refused by now', async () => {
    const user = userEvent.setup();
    open(ticketBackend(), { environment: 'prod' });
    await radio(/^prod/);
    await user.tab();
    while (document.activeElement?.tagName === 'A') await user.tab();
    expect(screen.getByRole('radio', { name: /^prod/ })).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(screen.getByRole('radio', { name: /^staging/ })).toBeChecked();
  });

  it('does not let a value pass that the policy does not know', async () => {
    const user = userEvent.setup();
    open(ticketBackend(), { environment: 'moon' });
    await radio(/^dev/);
    await user.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      (
        await screen.findAllByText(
          /The environment "moon" is not in the ownership policy/,
        )
      ).length,
    ).toBeGreaterThan(0);
  });

  it('does not let a value pass that could not be checked', async () => {
    const user = userEvent.setup();
    const backend = ticketBackend();
    open(backend);
    await user.click(await radio(/^dev/));
    backend.myTargets = () => ({
      status: 503,
      name: 'ServiceUnavailableError',
      message: 'The catalog is away',
    });
    await user.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      (
        await screen.findAllByText(
          /could not be checked whether you may use "dev" \(The catalog is away\)/,
        )
      ).length,
    ).toBeGreaterThan(0);
  });

  it('says so when there is nothing that the person may do, and whom to ask', async () => {
    const backend = new FakeBackend();
    backend.myTargets = () => refusedTargets();
    open(backend);
    const panel = await screen.findByText(
      'Not allowed: there is no environment where you may do this',
    );
    const alert = panel.closest('[role="status"]') as HTMLElement;
    expect(within(alert).getByRole('link', { name: /netops/ })).toHaveAttribute(
      'href',
      '/catalog/default/group/netops',
    );
    for (const option of screen.getAllByRole('radio')) {
      expect(option).toBeDisabled();
      expect(option).toHaveAccessibleDescription(
        /^Only its owners deploy networking in (dev|prod)\. Rule guard:restricted:networking Ask netops Where/,
      );
    }
  });

  it('says so when the policy has no environments', async () => {
    const backend = new FakeBackend();
    backend.myTargets = () => ({ ...targetsOf(), targets: [] });
    open(backend);
    expect(
      await screen.findByRole('heading', { name: 'No environments' }),
    ).toBeInTheDocument();
  });

  it('shows an outline while loading', async () => {
    const backend = new FakeBackend();
    backend.myTargets = () => new Promise(() => {});
    open(backend);
    expect(
      await screen.findByText('Asking which environments you may use'),
    ).toBeInTheDocument();
  });

  it('shows code, cause and remedy of an error, and tries again', async () => {
    const user = userEvent.setup();
    const backend = new FakeBackend();
    backend.myTargets = () => ({
      status: 503,
      name: 'ServiceUnavailableError',
      code: 'ownership-policy-unavailable',
      message: 'No ownership policy could be read.',
    });
    open(backend);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('ownership-policy-unavailable');
    expect(alert).toHaveTextContent('No ownership policy could be read.');
    backend.myTargets = () => targetsOf();
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await radio(/^dev/)).toBeEnabled();
  });
});
