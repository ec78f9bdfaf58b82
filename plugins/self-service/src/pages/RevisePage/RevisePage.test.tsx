// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type {
  RecordedDecision,
  RequestDetail,
  RequestPreview,
} from '@fairway/requests-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../__testUtils__/fakeBackend';
import { allow, requestOf } from '../../__testUtils__/fixtures';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const UNIT = 'live/dev/eu-central-1/dev/pg-orders/terragrunt.hcl';
const README = 'live/dev/eu-central-1/dev/pg-orders/README.md';
const OLD = 'live/dev/eu-central-1/dev/pg-old/terragrunt.hcl';

const PAYLOAD = {
  ...requestOf().payload,
  baseSha: 'b'.repeat(40),
  files: [
    { path: UNIT, content: 'inputs = {}\n' },
    { path: README, content: 'Read\r\nme\r\n' },
    { path: OLD, delete: true },
  ],
  request: { changeTicket: 'CHG-1' },
} as JsonObject;

const WISH: RecordedDecision = {
  id: 'wish',
  approverRef: 'user:default/nina',
  entitledBy: ['group:default/payments'],
  verdict: 'changes-requested',
  comment: 'Less storage, please.',
  planDigest: 'a'.repeat(64),
  revision: 1,
  at: '2026-11-22T10:00:00.000Z',
};

const previewOf = (changes: Partial<RequestPreview> = {}): RequestPreview => ({
  ...requestOf(),
  planDigest: 'c'.repeat(64),
  openRequest: { id: requestOf().id, number: 12 },
  ...changes,
});

function open(
  changes: Partial<RequestDetail> = {},
  tasks: Record<string, JsonObject> = {},
) {
  const backend = new FakeBackend();
  const request = requestOf({
    decision: 'changes-requested',
    decisions: [WISH],
    payload: PAYLOAD,
    rowVersion: 7,
    actions: allow('revise', 'cancel'),
    ...changes,
  });
  backend.requests.put(request);
  backend.requests.instead.set('/preview', () => previewOf());
  const path = `/self-service/requests/${request.id}/revise`;
  return { backend, request, ...renderPlugin({ path, backend, tasks }) };
}

const field = (path: string) => screen.findByRole('textbox', { name: path });

const edit = async (path: string, text: string) =>
  fireEvent.change(await field(path), { target: { value: text } });

const press = async (name: string) =>
  userEvent.setup().click(await screen.findByRole('button', { name }));

describe('the page that revises a change', () => {
  it('is where the button of the request leads', async () => {
    const backend = new FakeBackend();
    const request = requestOf({
      decision: 'changes-requested',
      actions: allow('revise'),
    });
    backend.requests.put(request);
    const path = `/self-service/requests/${request.id}`;
    renderPlugin({ path, backend });
    expect(await screen.findByRole('link', { name: 'Revise' })).toHaveAttribute(
      'href',
      `${path}/revise`,
    );
  });

  it('has on top what was asked for, and every file with its path as label', async () => {
    open();
    expect(await field(UNIT)).toHaveValue('inputs = {}\n');
    expect(await field('Change ticket')).toHaveValue('CHG-1');
    expect(screen.getByText('Less storage, please.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'nina' })).toBeInTheDocument();
    expect(
      screen.getByText('The change deletes this file.'),
    ).toBeInTheDocument();
    const breadcrumbs = screen.getByRole('navigation', { name: 'Breadcrumbs' });
    await waitFor(() => expect(breadcrumbs).toHaveTextContent('#12'));
  });

  it('does not repeat what an earlier revision was asked for', async () => {
    open({ revision: 2 });
    await field(UNIT);
    expect(screen.queryByText('Less storage, please.')).not.toBeInTheDocument();
  });

  it('shows what the text would change, and that it is outdated once it is edited', async () => {
    const { backend, request } = open();
    await edit(UNIT, 'inputs = { storage_gb = 10 }\n');
    await press('Show the diff');
    const region = await screen.findByRole('region', {
      name: 'What it would change',
    });
    expect(
      await within(region).findByText(/storage_gb = 20/),
    ).toBeInTheDocument();
    const { baseSha, ...rest } = PAYLOAD;
    expect(backend.requests.posts).toEqual([
      {
        path: '/preview',
        body: {
          kind: 'change',
          payload: {
            ...rest,
            files: [
              { path: UNIT, content: 'inputs = { storage_gb = 10 }\n' },
              { path: README, content: 'Read\r\nme\r\n' },
              { path: OLD, delete: true },
            ],
          },
          // As the revision itself is planned: of this request, with its provenance.
          requestId: request.id,
        },
      },
    ]);
    // Its own open request is in nobody's way.
    expect(within(region).queryByText(/Another open/)).not.toBeInTheDocument();
    await edit(UNIT, 'inputs = { storage_gb = 11 }\n');
    expect(
      within(region).getByText(/You changed the text since/),
    ).toHaveAttribute('role', 'status');
  });

  it('names another open request about the same', async () => {
    const { backend } = open();
    backend.requests.instead.set('/preview', () =>
      previewOf({ openRequest: { id: 'other', number: 9 } }),
    );
    await press('Show the diff');
    expect(
      await screen.findByRole('link', { name: 'Request #9' }),
    ).toHaveAttribute('href', '/self-service/requests/other');
  });

  it('says in the words of the gate why the text is refused', async () => {
    const { backend } = open();
    backend.requests.instead.set('/preview', () => ({
      status: 400,
      name: 'InputError',
      code: 'module-version-unknown',
      message: 'The module "postgres-database" has no version "v9.9.9".',
    }));
    await press('Show the diff');
    const region = await screen.findByRole('region', {
      name: 'What it would change',
    });
    const alert = await within(region).findByRole('alert');
    expect(alert).toHaveTextContent('no version "v9.9.9"');
    expect(alert).toHaveTextContent('module-version-unknown');
  });

  it('sends the text with the version that was read, and goes back to the request', async () => {
    const { backend, request, analytics } = open();
    // A browser has only one kind of line end.
    await edit(README, 'Read\nme twice\n');
    await press(`Take it out of the change: ${OLD}`);
    await press('Revise');
    expect(
      await screen.findByRole('region', { name: 'What it touches' }),
    ).toBeInTheDocument();
    expect(backend.requests.posts).toEqual([
      {
        path: `/${request.id}/revise`,
        body: {
          payload: {
            ...PAYLOAD,
            files: [
              { path: UNIT, content: 'inputs = {}\n' },
              { path: README, content: 'Read\r\nme twice\r\n' },
            ],
          },
          rowVersion: 7,
        },
      },
    ]);
    expect(analytics.getEvents()).toContainEqual(
      expect.objectContaining({ action: 'revise', subject: 'request' }),
    );
  });

  it('takes the reason along where it is the description', async () => {
    const { backend } = open({
      justification: 'Orders need a database of their own.',
    });
    await edit('Description, for the pull request', 'Orders need less.');
    await press('Revise');
    await waitFor(() => expect(backend.requests.posts).toHaveLength(1));
    expect(backend.requests.posts[0].body).toMatchObject({
      justification: 'Orders need less.',
      payload: { description: 'Orders need less.' },
    });
  });

  it('needs a change, and a file', async () => {
    open({ payload: { ...PAYLOAD, files: [{ path: UNIT, content: 'a' }] } });
    expect(
      await screen.findByRole('button', { name: 'Revise' }),
    ).toBeDisabled();
    await press(`Take it out of the change: ${UNIT}`);
    expect(screen.getByText(/needs at least one file/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Revise' })).toBeDisabled();
    await press(`Put it back: ${UNIT}`);
    expect(await field(UNIT)).toHaveValue('a');
  });

  it('keeps the text when the request moved, and says what it is now', async () => {
    const { backend, request } = open();
    backend.requests.instead.set(`/${request.id}/revise`, () => ({
      status: 409,
      name: 'ConflictError',
      code: 'request-moved',
      message: 'Request #12 changed while you looked at it.',
    }));
    await edit(UNIT, 'mine\n');
    await press('Revise');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('changed while you looked at it');
    expect(await field(UNIT)).toHaveValue('mine\n');

    backend.requests.instead.delete(`/${request.id}/revise`);
    backend.requests.put({ ...request, revision: 2, rowVersion: 9 });
    await press('Try again');
    expect(
      await screen.findByText('The request has another content by now'),
    ).toBeInTheDocument();
    expect(await field(UNIT)).toHaveValue('mine\n');
    await press('Revise');
    await waitFor(() =>
      expect(backend.requests.posts.at(-1)?.body).toMatchObject({
        rowVersion: 9,
      }),
    );
  });

  it('keeps the text when the request may be revised no more', async () => {
    const { backend, request } = open();
    backend.requests.instead.set(`/${request.id}/revise`, () => ({
      status: 409,
      name: 'ConflictError',
      code: 'request-moved',
      message: 'Request #12 changed while you looked at it.',
    }));
    await edit(UNIT, 'mine\n');
    await press('Revise');
    backend.requests.put({ ...request, actions: allow() });
    await press('Try again');
    expect(
      await screen.findByText(/You cannot revise this now/),
    ).toBeInTheDocument();
    expect(await field(UNIT)).toHaveValue('mine\n');
    expect(screen.getByRole('button', { name: 'Revise' })).toBeDisabled();
  });

  it('asks before a link throws unsaved text away', async () => {
    const user = userEvent.setup();
    open();
    await edit(UNIT, 'mine\n');
    await user.click(
      await screen.findByRole('link', { name: 'Back to the request' }),
    );
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Stay here' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(await field(UNIT)).toHaveValue('mine\n');

    await user.click(screen.getByRole('link', { name: 'Back to the request' }));
    await press('Throw it away');
    expect(
      await screen.findByRole('region', { name: 'What it touches' }),
    ).toBeInTheDocument();
  });

  it('lets go at once when nothing was typed', async () => {
    const user = userEvent.setup();
    open();
    await user.click(
      await screen.findByRole('link', { name: 'Back to the request' }),
    );
    expect(
      await screen.findByRole('region', { name: 'What it touches' }),
    ).toBeInTheDocument();
  });

  it('has the browser ask before unsaved text is loaded away', async () => {
    open();
    const unload = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    await field(UNIT);
    expect(unload()).toBe(false);
    await edit(UNIT, 'mine\n');
    await waitFor(() => expect(unload()).toBe(true));
  });

  it('warns of commits that people pushed, which a revision takes back', async () => {
    open({
      risks: [{ code: 'pushed-by-people', level: 'medium', message: 'Some' }],
    });
    expect(
      await screen.findByText(/People pushed commits onto the branch/),
    ).toBeInTheDocument();
  });

  it('says why it is of no use when the request cannot be revised', async () => {
    open({ actions: allow() });
    expect(
      await screen.findByText('Not allowed: you cannot revise this request'),
    ).toBeInTheDocument();
    expect(screen.getByText('You cannot revise this now.')).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('leads to the form with the answers that were given, for whoever may read the task', async () => {
    open({}, { 'b6d767d2-f8ed-5d21-a44b-0e5886680cb9': { name: 'a&b' } });
    const link = await screen.findByRole('link', {
      name: 'Change the answers in the form',
    });
    const url = new URL(link.getAttribute('href')!, 'http://localhost');
    expect(url.pathname).toBe('/create/templates/default/postgres-database');
    expect(JSON.parse(url.searchParams.get('formData')!)).toEqual({
      name: 'a&b',
    });
    expect(screen.getByText(/makes a new request/)).toBeInTheDocument();
  });

  it('offers no form to whoever may not read the task', async () => {
    open();
    await field(UNIT);
    expect(
      screen.queryByRole('link', { name: 'Change the answers in the form' }),
    ).not.toBeInTheDocument();
  });
});
