// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { join } from 'node:path';
import { parseRepoUrl } from '@fairway/git-host';
import {
  type ChangeDetail,
  codeOf,
  person,
  type Portal,
  startPortal,
} from '../__testUtils__/portal';
import { pusher } from '../__testUtils__/pusher';
import { DEV, LIVE, unit } from '../__testUtils__/world';

jest.setTimeout(60_000);

let portal: Portal;

beforeAll(async () => {
  portal = await startPortal();
});

afterAll(() => portal.stop());

let units = 0;
const database = () => [
  { path: `${DEV}/watch-${units++}/terragrunt.hcl`, content: unit() },
];
const fileOf = ({ payload }: ChangeDetail) =>
  (payload.files as { path: string }[])[0].path;

/** The net below webhooks. */
const poll = () => portal.scheduler.triggerTask('self-service-watch');

let deliveries = 0;
/** A webhook of the host, as the GitHub module of the events plugin hands it on. */
const hook = (topic: string, payload: object, delivery = `d-${deliveries++}`) =>
  portal.events.publish({
    topic: `github.${topic}`,
    eventPayload: {
      repository: { full_name: 'acme/infrastructure-live' },
      ...payload,
    },
    metadata: { 'x-github-delivery': delivery },
  });

const now = (id: string) => portal.until(id, () => true);
const push = (
  opened: ChangeDetail,
  files: Record<string, string>,
  by: string,
) =>
  pusher(join(portal.world.root, 'acme', 'infrastructure-live.git'))(
    opened.outputs.branch!,
    files,
    by,
  );
const close = ({ outputs }: ChangeDetail) =>
  portal.world.host.closeChange(parseRepoUrl(LIVE), {
    number: outputs.pullRequestNumber!,
  });
const merge = ({ outputs }: ChangeDetail) =>
  portal.world.host.mergeChange(parseRepoUrl(LIVE), {
    number: outputs.pullRequestNumber!,
    headSha: outputs.headSha!,
    message: 'By the back door',
    trailers: [],
    author: { name: 'Mallory', email: 'mallory@acme.example' },
  });
const opened = () => portal.open('pia', database());

describe('what people do on the host', () => {
  it.each(['by polling', 'by a webhook'])(
    'a push is planned again, and its author cannot approve it, %s',
    async how => {
      const request = await opened();
      const content = unit({ inputs: '  name = "by-pat"\n' });
      const sha = await push(request, { [fileOf(request)]: content }, 'pat');
      if (how === 'by polling') await poll();
      else {
        const { branch } = request.outputs;
        await hook('push', { ref: `refs/heads/${branch}`, after: sha });
      }
      const after = await portal.until(
        request.id,
        ({ outputs }) => outputs.headSha === sha,
      );
      expect(after).toMatchObject({ revision: 2, decision: 'pending' });
      expect(after.authorRefs).toEqual([
        'user:default/pia',
        'user:default/pat',
      ]);
      expect(after.view.diff).toContain('by-pat');
      const response = await portal.approve(after, 'pat');
      expect([response.status, codeOf(response)]).toEqual([
        403,
        'approver-is-author',
      ]);
    },
  );

  it('a push is seen by the approval, though nothing has looked before', async () => {
    const request = await opened();
    const content = unit({ inputs: '  name = "quick"\n' });
    await push(request, { [fileOf(request)]: content }, 'pat');
    const first = await portal.approve(request, 'pat');
    expect([403, 409]).toContain(first.status);
    const after = await now(request.id);
    const second = await portal.approve(after, 'pat');
    expect(codeOf(second)).toBe('approver-is-author');
    expect((await now(request.id)).decision).toBe('pending');
  });

  it('a push outside of the target is refused once, and nobody can approve it', async () => {
    const request = await opened();
    await push(request, { [`${DEV}/elsewhere/terragrunt.hcl`]: unit() }, 'pat');
    await poll();
    await poll();
    const { body } = await portal.send(
      'get',
      `/requests/${request.id}/logs?after=0`,
      { as: person('pia') },
    );
    const refused = body.items.filter(({ text }: { text: string }) =>
      text.includes('is refused'),
    );
    expect(refused).toHaveLength(1);
    expect(refused[0].text).toContain('elsewhere');
    const response = await portal.approve(request, 'pat');
    expect(codeOf(response)).toBe('change-outside-target');
  });

  it('closing the pull request cancels the request, with the reason', async () => {
    const request = await opened();
    await close(request);
    await poll();
    const after = await now(request.id);
    expect(after.decision).toBe('cancelled');
    const { body } = await portal.send(
      'get',
      `/requests/${request.id}/events`,
      {
        as: person('pia'),
      },
    );
    expect(body.items).toContainEqual(
      expect.objectContaining({
        type: 'cancelled',
        actorRef: 'plugin:self-service',
        data: {
          comment: `Pull request ${request.outputs.pullRequestNumber} was closed on the host.`,
        },
      }),
    );
  });

  it('merging without approval ends the request as cancelled, and is audited high', async () => {
    const request = await opened();
    const { mergeSha } = await merge(request);
    await poll();
    expect((await now(request.id)).decision).toBe('cancelled');
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'change-merge-unapproved',
        severityLevel: 'high',
        meta: expect.objectContaining({ requestId: request.id, mergeSha }),
      }),
    );
    expect(portal.audited.fail).toHaveBeenCalledWith({
      error: expect.objectContaining({
        message: expect.stringContaining('on the host without approval'),
      }),
    });
  });
});

describe('a webhook only wakes', () => {
  it.each<[string, (request: ChangeDetail) => [string, object]]>([
    [
      'that the pull request is closed',
      ({ outputs }) => [
        'pull_request',
        {
          action: 'closed',
          pull_request: { number: outputs.pullRequestNumber, state: 'closed' },
        },
      ],
    ],
    [
      'that it is merged',
      ({ outputs }) => [
        'pull_request',
        {
          action: 'closed',
          pull_request: { number: outputs.pullRequestNumber, merged: true },
        },
      ],
    ],
    [
      'that it is approved',
      ({ outputs }) => [
        'pull_request_review',
        {
          review: { state: 'approved', user: { login: 'pat' } },
          pull_request: { number: outputs.pullRequestNumber },
        },
      ],
    ],
    [
      'that somebody pushed',
      ({ outputs }) => [
        'push',
        { ref: `refs/heads/${outputs.branch}`, after: 'f'.repeat(40) },
      ],
    ],
    ['about nothing', () => ['push', {}]],
    ['without a repository', () => ['push', { repository: undefined }]],
  ])('and forged, %s, changes nothing', async (_, forged) => {
    const request = await opened();
    const [topic, payload] = forged(request);
    await hook(topic, payload);
    expect(await now(request.id)).toMatchObject({
      decision: 'pending',
      revision: 1,
      rowVersion: request.rowVersion,
    });
  });

  it('and of another repository leads to no look', async () => {
    const request = await opened();
    await close(request);
    await hook('pull_request', {
      repository: { full_name: 'acme/other' },
      pull_request: { number: request.outputs.pullRequestNumber },
    });
    expect((await now(request.id)).decision).toBe('pending');
    await poll();
    expect((await now(request.id)).decision).toBe('cancelled');
  });

  it('and comes twice, is looked after once', async () => {
    const request = await opened();
    const { pullRequestNumber: number } = request.outputs;
    const payload = { pull_request: { number } };
    await hook('pull_request', payload, 'twice');
    await close(request);
    // Nothing is looked at for the one that is known.
    await hook('pull_request', payload, 'twice');
    expect((await now(request.id)).decision).toBe('pending');
    await hook('pull_request', payload, 'another');
    expect((await now(request.id)).decision).toBe('cancelled');
  });

  it('and the net below leave alone what is approved and merged', async () => {
    const request = await opened();
    const { body } = await portal.approve(request);
    expect(body.decision).toBe('approved');
    await portal.until(
      request.id,
      ({ execution }) => execution === 'succeeded',
    );
    await poll();
    expect((await now(request.id)).decision).toBe('approved');
  });
});
