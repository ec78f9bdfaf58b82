// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { ChangeOutputs } from '@fairway/backstage-plugin-self-service-common';
import type { RequestDetail } from '@fairway/requests-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../__testUtils__/fakeBackend';
import { allow, OUTPUTS, requestOf } from '../../__testUtils__/fixtures';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

function open(changes: Partial<RequestDetail> = {}, entities: Entity[] = []) {
  const backend = new FakeBackend();
  const request = requestOf(changes);
  backend.requests.put(request);
  const path = `/self-service/requests/${request.id}`;
  return { backend, request, ...renderPlugin({ path, backend, entities }) };
}

const withOutputs = (outputs: ChangeOutputs) =>
  open({ outputs: { ...OUTPUTS, ...outputs } as JsonObject });

const section = (name: string) => screen.findByRole('region', { name });

const fact = async (region: string, label: string) => {
  const term = within(await section(region)).getByText(label, {
    selector: 'dt',
  });
  return within(term.parentElement as HTMLElement);
};

describe('the page of a request', () => {
  it('submits a draft, and tells analytics what was done', async () => {
    const user = userEvent.setup();
    const { backend, request, analytics } = open({
      decision: 'draft',
      submittedAt: undefined,
      actions: allow('submit', 'discard'),
    });
    await user.click(await screen.findByRole('button', { name: 'Submit' }));
    expect(await screen.findByText('Submitted.')).toBeInTheDocument();
    expect(backend.requests.posts).toEqual([
      { path: `/${request.id}/submit`, body: {} },
    ]);
    expect(
      analytics.getEvents().filter(({ subject }) => subject === 'request'),
    ).toEqual([
      expect.objectContaining({
        action: 'submit',
        attributes: { kind: 'change', operation: 'create' },
        context: expect.objectContaining({
          pluginId: 'self-service',
          requestId: request.id,
        }),
      }),
    ]);
  });

  it('discards a draft when that is confirmed', async () => {
    const user = userEvent.setup();
    const { backend, request } = open({
      decision: 'draft',
      submittedAt: undefined,
      actions: allow('submit', 'discard'),
    });
    await user.click(await screen.findByRole('button', { name: 'Discard' }));
    expect(backend.requests.posts).toEqual([]);
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Discard' }));
    expect(await screen.findByText('Discarded.')).toBeInTheDocument();
    expect(backend.requests.posts).toEqual([
      { path: `/${request.id}/discard`, body: {} },
    ]);
  });

  it('approves the plan that is on the screen, by its digest', async () => {
    const user = userEvent.setup();
    const { backend, analytics } = open({
      waitingForMe: true,
      requesterRef: 'user:default/ole',
      actions: allow('approve', 'reject'),
    });
    await user.click(await screen.findByRole('button', { name: 'Approve' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Approve' }));
    await waitFor(() => expect(backend.requests.posts).toHaveLength(1));
    expect(backend.requests.posts[0].body).toEqual({
      planDigest: 'a'.repeat(64),
    });
    await waitFor(() =>
      expect(analytics.getEvents()).toContainEqual(
        expect.objectContaining({ action: 'approve', subject: 'request' }),
      ),
    );
  });

  it('tells analytics nothing of what was refused', async () => {
    const user = userEvent.setup();
    const { backend, request, analytics } = open({
      decision: 'draft',
      submittedAt: undefined,
      actions: allow('submit'),
    });
    backend.requests.instead.set(`/${request.id}/submit`, () => ({
      status: 409,
      name: 'ConflictError',
      code: 'resource-has-open-request',
      message: 'Request #9 is open for the same folder.',
    }));
    await user.click(await screen.findByRole('button', { name: 'Submit' }));
    expect(
      await screen.findByText('Request #9 is open for the same folder.'),
    ).toBeInTheDocument();
    expect(
      analytics.getEvents().filter(({ subject }) => subject === 'request'),
    ).toEqual([]);
  });

  it('says what a change touches, with module and version', async () => {
    open();
    const region = await section('What it touches');
    const row = within(region).getByRole('row', { name: /postgres-database/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual([
      'postgres-database',
      'dev',
      'postgres-database v1.1.0',
      '111111111111',
      'Deployed',
      'live/dev/eu-central-1/dev/pg-orders',
    ]);
  });

  it('lists the files and what becomes of each', async () => {
    open();
    const region = await section('Files');
    expect(
      within(region).getByRole('row', { name: /terragrunt\.hcl/ }),
    ).toHaveTextContent('Created');
  });

  it('gives the command that shows the branch, to copy', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    open();
    const region = await section('See it in Git yourself');
    await user.click(
      within(region).getByRole('button', { name: 'Copy the command' }),
    );
    expect(writeText).toHaveBeenCalledWith(OUTPUTS.inspectCommand);
  });

  it('links to the pull request over HTTP', async () => {
    withOutputs({ remoteUrl: 'https://git.example.com/pull/3' });
    const pullRequest = await fact('Where it is in Git', 'Pull request');
    expect(pullRequest.getByRole('link', { name: '#3' })).toHaveAttribute(
      'href',
      'https://git.example.com/pull/3',
    );
  });

  it('links to nothing else than a web page', async () => {
    // eslint-disable-next-line no-script-url
    withOutputs({ remoteUrl: 'javascript:alert(1)' });
    const pullRequest = await fact('Where it is in Git', 'Pull request');
    expect(pullRequest.getByText('#3')).toBeInTheDocument();
    expect(pullRequest.queryByRole('link')).not.toBeInTheDocument();
  });

  it('says what was asked for and where it comes from, with every id as a link', async () => {
    open({
      payload: {
        ...requestOf().payload,
        request: { changeTicket: 'CHG-777' },
      },
    });
    const asked = 'What was asked for';
    await within(await section(asked)).findByText(
      'Orders need a database of their own.',
    );
    expect(
      (await fact(asked, 'Change ticket')).getByText('CHG-777'),
    ).toBeInTheDocument();
    expect((await fact(asked, 'Template')).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/template/postgres-database',
    );
    expect((await fact(asked, 'Task')).getByRole('link')).toHaveAttribute(
      'href',
      '/create/tasks/b6d767d2-f8ed-5d21-a44b-0e5886680cb9',
    );
  });

  it.each<[string, Partial<RequestDetail>, ChangeOutputs]>([
    ['Not merged yet, so nothing of it is applied.', {}, {}],
    [
      'Merged. The portal waits for what the pipeline says.',
      { decision: 'approved', execution: 'waiting' },
      { mergeSha: 'd'.repeat(40) },
    ],
    [
      'Merged, but not applied. (not applied: no terraform or tofu)',
      {
        decision: 'approved',
        execution: 'succeeded',
        statusLabel: 'not applied: no terraform or tofu',
      },
      { mergeSha: 'd'.repeat(40), applied: 'not-applied' },
    ],
    [
      // Tried again after a failure
      'Merged. The portal waits for what the pipeline says.',
      { decision: 'approved', execution: 'waiting' },
      { mergeSha: 'd'.repeat(40), applied: 'failed' },
    ],
  ])('says how it is applied: %s', async (words, changes, outputs) => {
    open({ ...changes, outputs: { ...OUTPUTS, ...outputs } as JsonObject });
    const region = await section('How this change is applied');
    expect(region).toHaveTextContent(words);
  });

  it('ends with the entity in the catalog that names the request', async () => {
    open({ decision: 'approved', execution: 'succeeded' }, [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: {
          name: 'dev-pg-orders',
          annotations: { 'fairway.dev/request': requestOf().id },
        },
      },
    ]);
    const entity = await screen.findByRole('link', { name: 'dev-pg-orders' });
    expect(entity).toHaveAttribute(
      'href',
      '/catalog/default/resource/dev-pg-orders',
    );
    expect(entity.closest('li')).toHaveTextContent(/^In the catalog.*Done/);
  });

  it('shows a request of another kind without the sections of a change', async () => {
    open({ kind: 'other', payload: { workflow: 'deploy.yaml' }, plan: {} });
    expect(await screen.findByText('deploy.yaml')).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'What it touches' }),
    ).not.toBeInTheDocument();
  });

  it('leads back to the list by breadcrumb', async () => {
    open();
    await section('What it touches');
    const breadcrumbs = screen.getByRole('navigation', { name: 'Breadcrumbs' });
    await waitFor(() =>
      expect(breadcrumbs).toHaveTextContent('#12 Create database pg-orders'),
    );
    expect(
      within(breadcrumbs).getByRole('link', { name: 'Self-service' }),
    ).toHaveAttribute('href', '/self-service');
    expect(
      within(breadcrumbs).getByRole('link', { name: 'Requests' }),
    ).toHaveAttribute('href', '/self-service/requests');
  });

  it('shows code and cause when there is no such request', async () => {
    renderPlugin({
      path: '/self-service/requests/none',
      backend: new FakeBackend(),
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('request-not-found');
    expect(alert).toHaveTextContent('There is no request "none".');
  });

  it('says whom to ask when the person may not see it', async () => {
    const backend = new FakeBackend();
    backend.requests.instead.set('/secret', () => ({
      status: 403,
      name: 'NotAllowedError',
      code: 'request-not-readable',
      message: 'Ask the requester.',
    }));
    renderPlugin({ path: '/self-service/requests/secret', backend });
    expect(
      await screen.findByText('Not allowed: you may not see this request'),
    ).toBeInTheDocument();
    expect(screen.getByText('Ask the requester.')).toBeInTheDocument();
  });
});
