// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What an approved change meets until it is merged, where the host has rules of its own.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type GitHubPortal,
  startGitHubPortal,
} from '../../__testUtils__/gitHubPortal';
import { type ChangeDetail, person } from '../../__testUtils__/portal';
import { waitFor } from '../../__testUtils__/waitFor';
import { DEV, unit } from '../../__testUtils__/world';

jest.setTimeout(120_000);

const RULE = 'Required status check "plan" is expected.';

let portal: GitHubPortal;

beforeAll(async () => {
  portal = await startGitHubPortal();
});

afterEach(() => {
  portal.double.mergeRule = undefined;
  portal.double.interrupt = () => undefined;
});

afterAll(() => portal.stop());

let units = 0;
async function opened(more: object = {}, name = 'pia') {
  const path = `${DEV}/merge-${units++}/terragrunt.hcl`;
  const request = await portal.open(name, [{ path, content: unit() }], more);
  return { request, path };
}

const on = (branch: string, path: string) =>
  portal.double.repository.git(['show', `${branch}:${path}`]);

const cancel = ({ id }: ChangeDetail) =>
  portal.send('post', `/requests/${id}/cancel`, {
    as: person('pia'),
    body: { comment: 'Not needed' },
  });
const retry = ({ id }: ChangeDetail) =>
  portal.send('post', `/requests/${id}/retry`, { as: person('pia') });

/** Approved, and then as the host lets it. */
async function approved(
  request: ChangeDetail,
  condition: (detail: ChangeDetail) => boolean,
): Promise<ChangeDetail> {
  const { body } = await portal.approve(request);
  expect(body.error).toBeUndefined();
  return portal.until(request.id, condition);
}

const waits = ({ execution }: ChangeDetail) => execution === 'waiting';
const failed = ({ execution }: ChangeDetail) => execution === 'failed';
const succeeded = ({ execution }: ChangeDetail) => execution === 'succeeded';
const again = ({ decision, revision }: ChangeDetail) =>
  decision === 'pending' && revision === 2;
const mergeStep = ({ steps }: ChangeDetail) =>
  steps.find(({ id }) => id === 'merge')!;
const checkOf = ({ checks }: ChangeDetail) =>
  checks.find(({ name }) => name === 'Merge by the host');

/** Does it at the given call of that kind after the approval. */
function atCall(call: { like: RegExp; nth: number }, then: () => void): void {
  let count = 0;
  portal.double.interrupt = ({ method, path }) => {
    if (call.like.test(`${method} ${path}`) && ++count === call.nth) then();
    return undefined;
  };
}

/** The plan has passed, and the merge step looks at the pull request. */
const IN_THE_STEP = { like: /^GET \/pulls\/\d+$/, nth: 2 };
const AT_THE_MERGE = { like: /^PUT \/pulls\/\d+\/merge$/, nth: 1 };

describe('a merge that the host blocks', () => {
  it('waits for its rules, says which, can be cancelled, and goes on when they are met', async () => {
    portal.double.mergeRule = RULE;
    const { request, path } = await opened();
    const waiting = await approved(request, waits);
    expect(mergeStep(waiting).waitingFor).toContain(RULE);
    expect(waiting.statusLabel).toBe('approved; waits for the host');
    expect(waiting.actions.cancel).toEqual({ allowed: true });
    const { statuses } = portal.double.states;
    expect(statuses.at(-1)).toMatchObject({
      context: 'Fairway approval',
      state: 'success',
      description: 'Approved by user:default/pat',
    });

    portal.double.mergeRule = undefined;
    await portal.hook(request);
    const done = await portal.until(request.id, succeeded);
    expect(on(done.outputs.mergeSha!, path)).toContain('postgres-database');
  });

  it('takes back what was cancelled while it waited', async () => {
    portal.double.mergeRule = RULE;
    const { request } = await opened();
    await approved(request, waits);
    expect((await cancel(request)).status).toBe(200);
    await portal.until(request.id, ({ execution, steps }) => {
      const own = steps.filter(({ phase }) => phase === 'compensate');
      return (
        execution === 'compensated' &&
        own.every(({ status }) => status === 'done')
      );
    });
    const { branch, state } = portal.pullOf(request);
    expect(state).toBe('closed');
    expect(portal.double.repository.head(branch)).toBeUndefined();
  });

  it('is refused when the policy has changed since the approval, and goes on when it allows it again', async () => {
    const file = join(portal.world.root, 'policy.yaml');
    const policy = await readFile(file, 'utf8');
    portal.double.mergeRule = RULE;
    const { request, path } = await opened();
    await approved(request, waits);
    portal.double.mergeRule = undefined;
    await writeFile(
      file,
      policy.replace(/^ {2}- \{ id: payments-databases,.*\n/m, ''),
    );
    // A new wish of hers is refused: the policy is in force.
    const asksAnew = async () => {
      const { body } = await portal.send('post', '/requests/preview', {
        as: person('pia'),
        body: { kind: 'change', payload: request.payload },
      });
      return body.error?.code ?? 'allowed';
    };
    await waitFor(async () => (await asksAnew()) === 'policy-denied');
    await portal.hook(request);
    const refused = await portal.until(request.id, failed);
    expect(refused.failure).toMatchObject({
      stepId: 'merge',
      code: 'policy-denied',
    });
    expect(() => on('main', path)).toThrow();

    await writeFile(file, policy);
    await waitFor(async () => (await asksAnew()) !== 'policy-denied');
    expect((await retry(request)).status).toBe(200);
    await portal.until(request.id, succeeded);
    expect(on('main', path)).toContain('postgres-database');
  });

  it('fails when somebody closed the pull request meanwhile, and goes on when it is open again', async () => {
    portal.double.mergeRule = RULE;
    const { request } = await opened();
    await approved(request, waits);
    portal.double.mergeRule = undefined;
    portal.pullOf(request).state = 'closed';
    await portal.hook(request);
    const { failure, actions } = await portal.until(request.id, failed);
    expect(failure).toMatchObject({
      stepId: 'merge',
      code: 'pull-request-closed',
    });
    expect(actions.cancel).toEqual({ allowed: true });
    portal.pullOf(request).state = 'open';
    await retry(request);
    await portal.until(request.id, succeeded);
  });

  it('takes the merge by a person there for its own', async () => {
    portal.double.mergeRule = RULE;
    const { request } = await opened();
    await approved(request, waits);
    const sha = portal.mergeOnHost(request);
    await portal.hook(request);
    const { outputs, summary } = await portal.until(request.id, succeeded);
    expect(outputs.mergeSha).toBe(sha);
    expect(summary).toContain('No pipeline is connected');
  });
});

describe('a merge by the host itself', () => {
  it('is set going where the host has rules, cannot be taken back, and is followed', async () => {
    portal.double.mergeRule = RULE;
    const { request, path } = await opened({ autoMerge: true });
    const waiting = await approved(
      request,
      detail => waits(detail) && checkOf(detail) !== undefined,
    );
    expect(checkOf(waiting)).toMatchObject({ state: 'passed' });
    expect(portal.pullOf(request).autoMerge).toBe(true);
    expect(waiting.actions.cancel.allowed).toBe(false);
    expect((await cancel(request)).body.error.code).toBe(
      'request-irreversible',
    );

    const sha = portal.mergeOnHost(request);
    await portal.hook(request);
    const { outputs } = await portal.until(request.id, succeeded);
    expect(outputs.mergeSha).toBe(sha);
    expect(on('main', path)).toContain('postgres-database');
  });

  it('is asked for once for a head', async () => {
    portal.double.mergeRule = RULE;
    const { request } = await opened({ autoMerge: true });
    await approved(request, detail => waits(detail) && !!checkOf(detail));
    const asked = () =>
      portal.double.requests.filter(({ body }) =>
        String(body.query).includes('enablePullRequestAutoMerge'),
      ).length;
    const merges = () =>
      portal.double
        .calls({ writes: true })
        .filter(call => call.startsWith('PUT /pulls/')).length;
    const [first, tried] = [asked(), merges()];
    await portal.hook(request);
    await waitFor(async () => merges() > tried);
    await portal.until(request.id, waits);
    expect(asked()).toBe(first);
  });

  it('is left to the portal where the host refuses it, with a warning, and can be taken back', async () => {
    portal.double.mergeRule = RULE;
    const words = 'Auto merge is not allowed for this repository';
    portal.double.interrupt = ({ body }) =>
      String(body.query).includes('enablePullRequestAutoMerge')
        ? {
            body: {
              data: {},
              errors: [{ type: 'UNPROCESSABLE', message: words }],
            },
          }
        : undefined;
    const { request } = await opened({ autoMerge: true });
    const waiting = await approved(
      request,
      detail => waits(detail) && checkOf(detail) !== undefined,
    );
    expect(checkOf(waiting)).toMatchObject({
      state: 'warning',
      summary: expect.stringContaining(words),
    });
    expect(waiting.actions.cancel).toEqual({ allowed: true });
    portal.double.mergeRule = undefined;
    await portal.hook(request);
    await portal.until(request.id, succeeded);
  });
});

describe('a push in the very moment of the merge', () => {
  it('outside of the target is refused, and what was approved is merged once it is off the branch', async () => {
    const { request, path } = await opened();
    const branch = request.outputs.branch!;
    const head = portal.double.repository.head(branch)!;
    const outside = `${DEV}/outside-db/terragrunt.hcl`;
    atCall(IN_THE_STEP, () => portal.push(branch, { [outside]: unit() }));
    const { failure, actions } = await approved(request, failed);
    expect(failure).toMatchObject({
      stepId: 'merge',
      code: 'change-outside-target',
      next: 'Take the commit off the branch and retry, or cancel the request.',
    });
    expect(actions.cancel).toEqual({ allowed: true });

    portal.double.repository.git(['update-ref', `refs/heads/${branch}`, head]);
    await retry(request);
    await portal.until(request.id, succeeded);
    expect(on('main', path)).toContain('postgres-database');
    expect(() => on('main', outside)).toThrow();
  });

  it.each([
    ['before the branch is read again', IN_THE_STEP],
    ['between that and the merge', AT_THE_MERGE],
  ])('%s is another plan, to be approved anew', async (_, call) => {
    const { request, path } = await opened();
    const content = unit({ inputs: '  name = "slipped-in"\n' });
    atCall(call, () =>
      portal.push(request.outputs.branch!, { [path]: content }),
    );
    const after = await approved(request, again);
    expect(after.view.diff).toContain('slipped-in');
    expect(() => on('main', path)).toThrow();
    await approved(after, succeeded);
    expect(on('main', path)).toContain('slipped-in');
  });
});
