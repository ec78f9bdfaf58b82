// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What an approver, a reviewer and a requester can and cannot do to a change, on a real repository.
import {
  mockCredentials,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { ChangeOutputs } from '@fairway/backstage-plugin-self-service-common';
import type { RequestDetail } from '@fairway/requests-common';
import request from 'supertest';
import { pusher } from '../__testUtils__/pusher';
import { waitFor } from '../__testUtils__/waitFor';
import { type Portal, startPortal } from '../__testUtils__/portal';
import { DEV, LIVE, unit, type World } from '../__testUtils__/world';

jest.setTimeout(60_000);

let portal: Portal;
let world: World;
let backend: TestBackend;

beforeAll(async () => {
  portal = await startPortal();
  ({ backend, world } = portal);
});

afterAll(() => portal.stop());

const header = (name: string) =>
  mockCredentials.user.header(`user:default/${name}`);

const post = async (name: string, path: string, body: object = {}) => {
  const response = await request(backend.server)
    .post(`/api/self-service/requests${path}`)
    .set('Authorization', header(name))
    .send(body);
  return {
    status: response.status,
    body: response.body,
    code: response.body.error?.code,
    message: response.body.error?.message,
    details: response.body.error?.details,
  };
};

const read = async (id: string): Promise<RequestDetail> => {
  const { body } = await request(backend.server)
    .get(`/api/self-service/requests/${id}`)
    .set('Authorization', header('pat'));
  return body;
};

const until = (
  id: string,
  condition: (request: RequestDetail) => boolean,
): Promise<RequestDetail> =>
  waitFor(async () => {
    const now = await read(id);
    return condition(now) && now;
  });

const payloadOf = (files: Record<string, string | undefined>) => ({
  repoUrl: LIVE,
  files: Object.entries(files).map(([path, content]) =>
    content === undefined ? { path, delete: true } : { path, content },
  ),
});

let keys = 0;

const isOpen = ({ outputs }: RequestDetail) =>
  outputs.pullRequestNumber !== undefined;

/** A submitted change whose pull request is open. */
async function open(
  name: string,
  files: Record<string, string | undefined>,
): Promise<RequestDetail & { outputs: ChangeOutputs }> {
  const { status, body, message } = await post(name, '', {
    kind: 'change',
    submit: 'now',
    idempotencyKey: `key-${keys++}`,
    payload: payloadOf(files),
  });
  if (status !== 201) throw new Error(message);
  return until(body.request.id, isOpen) as Promise<
    RequestDetail & { outputs: ChangeOutputs }
  >;
}

const closed = ({ steps }: RequestDetail) =>
  steps.filter(({ phase }) => phase === 'close').length > 0 &&
  steps.every(({ phase, status }) => phase !== 'close' || status === 'done');

const fileOf = (name: string) => `${DEV}/${name}/terragrunt.hcl`;
const branches = () => world.branches();
const push = (
  branch: string,
  files: Record<string, string>,
  by = 'dan',
): Promise<string> => pusher(world.gitDir)(branch, files, by);

describe('an approver', () => {
  it('cannot approve a plan that changed under the request, and is shown both', async () => {
    const path = fileOf('moved-db');
    const opened = await open('pia', { [path]: unit() });
    await push(opened.outputs.branch!, {
      [path]: unit({ inputs: '  name = "other"\n' }),
    });

    const answer = await post('pat', `/${opened.id}/approve`, {
      planDigest: opened.planDigest,
    });

    expect(answer).toMatchObject({ status: 409, code: 'plan-changed' });
    expect(JSON.stringify(answer.details)).toContain('name = \\"other\\"');
    const now = await read(opened.id);
    expect(now).toMatchObject({ decision: 'pending', revision: 2 });
    expect(now.view.diff).toContain('+  name = "other"');
    // The new plan, once it was seen, can be approved by somebody who did not push.
    const approved = await post('pat', `/${opened.id}/approve`, {
      planDigest: now.planDigest,
    });
    expect(approved.body.decision).toBe('approved');
    await until(opened.id, ({ execution }) => execution === 'succeeded');
    expect(await world.git('show', `main:${path}`)).toContain('"other"');
  });

  it('cannot approve their own, nor what they edited', async () => {
    const path = fileOf('edited-db');
    const opened = await open('dan', { [path]: unit() });
    const own = await post('dan', `/${opened.id}/approve`, {
      planDigest: opened.planDigest,
    });
    expect(own).toMatchObject({ status: 403, code: expect.any(String) });

    const revised = await post('pat', `/${opened.id}/revise`, {
      payload: payloadOf({ [path]: unit({ inputs: '  name = "a"\n' }) }),
    });
    expect(revised.status).toBe(200);
    const edited = await post('pat', `/${opened.id}/approve`, {
      planDigest: revised.body.planDigest,
    });
    expect(edited.status).toBe(403);
    expect(edited.message).toContain('user:default/pat');
    expect(await read(opened.id)).toMatchObject({
      decision: 'pending',
      authorRefs: ['user:default/dan', 'user:default/pat'],
    });
  });

  it('cannot approve what they pushed onto the branch themselves', async () => {
    const path = fileOf('pushed-db');
    const opened = await open('pia', { [path]: unit() });
    await push(
      opened.outputs.branch!,
      { [path]: unit({ inputs: '  name = "mine"\n' }) },
      'pat',
    );
    const first = await post('pat', `/${opened.id}/approve`, {
      planDigest: opened.planDigest,
    });
    const now = await read(opened.id);
    const second = await post('pat', `/${opened.id}/approve`, {
      planDigest: now.planDigest,
    });
    expect([first.status, second.status]).toEqual([403, 403]);
  });
});

describe('a revision', () => {
  it('is a commit on top that takes back what it no longer has, and clears nothing of the history', async () => {
    const [first, second] = [fileOf('rev-db'), `${DEV}/rev-db/README.md`];
    const opened = await open('pia', { [first]: unit(), [second]: 'Read\n' });
    const asked = await post('pat', `/${opened.id}/request-changes`, {
      planDigest: opened.planDigest,
      comment: 'No README, please',
    });
    expect(asked.body.decision).toBe('changes-requested');
    // What the page of a revision asks for: the same paths are its own, and it says so.
    const preview = await post('pia', '/preview', {
      kind: 'change',
      payload: payloadOf({ [first]: unit({ inputs: '  name = "b"\n' }) }),
    });
    expect(preview).toMatchObject({
      status: 200,
      body: { openRequest: { id: opened.id, number: opened.number } },
    });
    const revised = await post('pia', `/${opened.id}/revise`, {
      payload: {
        ...payloadOf({ [first]: unit({ inputs: '  name = "b"\n' }) }),
        // A person cannot say where it came from, on this way neither.
        origin: { templateRef: 'template:default/forged' },
      },
    });
    expect(revised.body).toMatchObject({ decision: 'pending', revision: 2 });
    expect(revised.body.payload.origin).toBeUndefined();
    const { outputs } = await until(
      opened.id,
      now => now.outputs.commitSha !== opened.outputs.commitSha,
    );
    const { branch, pullRequestNumber } = outputs as ChangeOutputs;
    expect([branch, pullRequestNumber]).toEqual([
      opened.outputs.branch,
      opened.outputs.pullRequestNumber,
    ]);
    const names = await world.git('diff', '--name-only', `main...${branch}`);
    expect(names.trim()).toBe(first);
    expect((await world.git('rev-parse', `${branch}~1`)).trim()).toBe(
      opened.outputs.commitSha,
    );
    const approved = await post('pat', `/${opened.id}/approve`, {
      planDigest: revised.body.planDigest,
    });
    expect(approved.body.decision).toBe('approved');
    await until(opened.id, ({ execution }) => execution === 'succeeded');
    expect(await world.git('show', `main:${first}`)).toContain('"b"');
  });
});

describe('an end without a merge', () => {
  it('closes the pull request and deletes the branch when all of it is ours', async () => {
    const opened = await open('pia', { [fileOf('rejected-db')]: unit() });
    const silent = await post('pat', `/${opened.id}/reject`, {
      planDigest: opened.planDigest,
    });
    expect(silent.status).toBe(400);
    await post('pat', `/${opened.id}/reject`, {
      planDigest: opened.planDigest,
      comment: 'Use the shared one',
    });
    const ended = await until(opened.id, closed);
    expect(ended.decision).toBe('rejected');
    expect(await branches()).not.toContain(opened.outputs.branch);
  });

  it("keeps the branch when a reviewer's commit is on it", async () => {
    const opened = await open('pia', { [fileOf('kept-db')]: unit() });
    const commit = await push(opened.outputs.branch!, {
      [`${DEV}/kept-db/README.md`]: 'A hint\n',
    });
    await post('pia', `/${opened.id}/cancel`, { comment: 'Later' });
    const ended = await until(opened.id, closed);
    expect(ended.decision).toBe('cancelled');
    expect(ended.summary).toContain('stays');
    expect((await world.git('rev-parse', opened.outputs.branch!)).trim()).toBe(
      commit,
    );
  });
});

describe('a push that reaches outside the target', () => {
  it('stops the merge, and what was approved is still there to be merged', async () => {
    const opened = await open('pia', { [fileOf('inside-db')]: unit() });
    const outside = fileOf('outside-db');
    await push(opened.outputs.branch!, { [outside]: unit() });
    const answer = await post('pat', `/${opened.id}/approve`, {
      planDigest: opened.planDigest,
    });
    expect(answer).toMatchObject({
      status: 403,
      code: 'change-outside-target',
    });
    expect(answer.message).toContain('outside-db');
    await expect(world.git('show', `main:${outside}`)).rejects.toThrow();
    expect(await read(opened.id)).toMatchObject({ decision: 'pending' });
  });
});

describe('a removal', () => {
  it('is decided as a destruction, named as a risk, and takes the unit away', async () => {
    const path = fileOf('gone-db');
    const made = await open('dan', { [path]: unit() });
    await post('pat', `/${made.id}/approve`, { planDigest: made.planDigest });
    await until(made.id, ({ execution }) => execution === 'succeeded');

    const removal = await open('dan', { [path]: undefined });
    expect(removal).toMatchObject({
      operation: 'delete',
      risk: 'high',
      plan: { targets: [{ action: 'service.destroy' }] },
    });
    await post('pat', `/${removal.id}/approve`, {
      planDigest: removal.planDigest,
    });
    const removed = await until(
      removal.id,
      ({ execution }) => execution === 'succeeded',
    );
    // There is nothing in the catalog to lead to.
    expect(removed.links.map(({ rel }) => rel)).not.toContain('entity');
    await expect(world.git('show', `main:${path}`)).rejects.toThrow();

    // Pia may deploy databases in dev, and not destroy them.
    const network = await post('pia', '', {
      kind: 'change',
      idempotencyKey: 'not-hers',
      payload: payloadOf({ [`${DEV}/network/terragrunt.hcl`]: undefined }),
    });
    expect(network).toMatchObject({ status: 403, code: 'policy-denied' });
  });
});

describe('a limit', () => {
  it('counts what is asked for and what is there, and refuses one more with what is counted', async () => {
    const network = (name: string) => ({
      [fileOf(name)]: unit({ module: 'network' }),
    });
    const first = await open('nia', network('net-a'));
    const payload = payloadOf(network('net-b'));
    const second = await post('nia', '/preview', { kind: 'change', payload });
    expect(second).toMatchObject({ status: 403, code: 'limit-reached' });
    expect(second.message).toMatch(
      /team netops has 1 of at most 1 \(limit few-networks, .*line \d+\): Address ranges are few.*group:default\/platform/,
    );
    // Itself does not count against itself: it can be approved, and changed once it is there.
    await post('pat', `/${first.id}/approve`, { planDigest: first.planDigest });
    await until(first.id, ({ execution }) => execution === 'succeeded');
    const third = await post('nia', '/preview', { kind: 'change', payload });
    expect(third.code).toBe('limit-reached');
    const change = await post('nia', '/preview', {
      kind: 'change',
      payload: {
        ...payloadOf({
          [fileOf('net-a')]: unit({
            module: 'network',
            inputs: '  name = "net-a"\n',
          }),
        }),
        onExists: 'replace',
      },
    });
    expect(change.status).toBe(200);
  });
});

describe('a unit of another team', () => {
  const asked = async (name: string, path: string) => {
    const { status, body } = await post(name, '/preview', {
      kind: 'change',
      payload: {
        ...payloadOf({ [path]: unit({ inputs: '  name = "mine"\n' }) }),
        onExists: 'replace',
      },
    });
    expect(status).toBe(200);
    return body.approval.stages
      .filter(({ id }: { id: string }) => id === 'unit-owner')
      .flatMap(({ from }: { from: string[] }) => from);
  };

  it('is changed when the team says yes, and nobody is asked about their own', async () => {
    const path = fileOf('dans-db');
    const made = await open('dan', { [path]: unit() });
    await post('pat', `/${made.id}/approve`, { planDigest: made.planDigest });
    await until(made.id, ({ execution }) => execution === 'succeeded');

    // Databases in dev are for payments too, by the rules.
    expect(await asked('pia', path)).toEqual(['group:default/data-platform']);
    expect(await asked('dan', path)).toEqual([]);
  });

  it('that did not come by the portal is looked at by the owners of the environment', async () => {
    const path = fileOf('by-hand-db');
    await push('main', { [path]: unit() }, 'pat');
    expect(await asked('pia', path)).toEqual(['group:default/platform']);
  });
});
