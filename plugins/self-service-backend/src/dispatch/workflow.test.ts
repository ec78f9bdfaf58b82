// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Dispatches to a workflow of a GitHub, over HTTP on both sides.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- made for tests, and not published
import {
  GitHubDouble,
  OWNER,
  Refusal,
  REPO,
  TOKEN,
} from '../../../../packages/git-host/src/github/__testUtils__/GitHubDouble';
import { person, type Portal, startPortal } from '../__testUtils__/portal';
import { waitFor } from '../__testUtils__/waitFor';
import { dispatchesOf, hasEnded } from './__testUtils__/dispatches';

jest.setTimeout(60_000);

const WORKFLOW = 'redeploy.yaml';

let portal: Portal;
let double: GitHubDouble;
const { ask, preview, report, retry, run, until } = dispatchesOf(() => portal);

beforeAll(async () => {
  double = await GitHubDouble.create({ 'README.md': { content: 'Ops\n' } });
  const { host, apiBaseUrl } = double;
  const workflow = {
    type: 'github-workflow',
    repoUrl: `${host}?owner=${OWNER}&repo=${REPO}`,
    workflow: WORKFLOW,
    poll: { milliseconds: 50 },
  };
  portal = await startPortal({
    config: { integrations: { github: [{ host, apiBaseUrl, token: TOKEN }] } },
    settings: {
      worker: { retryPause: { milliseconds: 20 }, poll: { milliseconds: 50 } },
      dispatch: {
        redeploy: {
          ...workflow,
          title: 'Redeploy',
          values: { tag: { required: true, pattern: '[0-9.]+' } },
          inputs: {
            request: '{{ request.key }}',
            environment: '{{ target.environment }}',
            tag: '{{ values.tag }}',
            token: '{{ report.token }}',
          },
        },
        standard: { ...workflow, workflow: 'standard.yaml' },
        missing: { ...workflow, workflow: 'missing.yaml' },
      },
    },
  });
});

afterAll(async () => {
  await portal.stop();
  await double.dispose();
});

beforeEach(() => {
  double.interrupt = () => undefined;
  double.afterwards = () => {};
  double.actions.workflows.set(WORKFLOW, {
    inputs: ['request', 'environment', 'tag', 'token'],
    runName: 'Redeploy ${{ inputs.tag }} (${{ inputs.request }})',
  });
});

const redeploy = (tag = '1.2') =>
  run({ receiver: 'redeploy', values: { tag } });
const runsOf = (id: string) =>
  double.actions.runs.filter(({ inputs }) => inputs.request?.startsWith(id));
const runOf = (id: string) => waitFor(async () => runsOf(id)[0]);

describe('a dispatch to a GitHub workflow', () => {
  it('starts one run, follows it, links it, and takes its results', async () => {
    const { id } = await redeploy();
    const started = await runOf(id);
    expect(started.inputs).toMatchObject({
      request: `${id}.1`,
      environment: 'dev',
      tag: '1.2',
    });
    started.status = 'in_progress';
    const shown = await until(id, ({ links }) => links.length > 0);
    expect(shown.links).toContainEqual({
      rel: 'workflow-run',
      title: `Redeploy 1.2 (${id}.1)`,
      url: started.html_url,
    });
    await report(id, started.inputs.token, { outputs: { pods: 3 } });
    double.actions.complete(started, 'success', ['build', 'deploy']);
    const done = await until(id, hasEnded);
    expect(done).toMatchObject({
      execution: 'succeeded',
      statusLabel: 'workflow: success',
      outputs: { runUrl: started.html_url, result: { pods: 3 } },
    });
    expect(done.checks).toContainEqual({
      name: 'deploy',
      state: 'passed',
      url: `${started.html_url}/job/2`,
    });
    expect(runsOf(id)).toHaveLength(1);
  });

  it('fails as the run does, and a retry starts another one', async () => {
    const { id } = await redeploy();
    double.actions.complete(await runOf(id), 'failure', ['deploy']);
    const { failure } = await until(id, hasEnded);
    expect(failure).toMatchObject({
      code: 'dispatch-run-failed',
      message: expect.stringContaining('"failure": deploy'),
    });
    await retry(id);
    const second = await waitFor(async () => runsOf(id)[1]);
    expect(second.inputs.request).toBe(`${id}.2`);
    double.actions.complete(second, 'success');
    await until(id, ({ execution }) => execution === 'succeeded');
  });

  it('says which workflow is missing, and starts it once it is there', async () => {
    const { id } = await run({ receiver: 'missing' });
    const { failure } = await until(id, hasEnded);
    expect(failure).toMatchObject({
      code: 'git-workflow-not-found',
      message: expect.stringContaining('"missing.yaml"'),
      stepId: 'trigger',
    });
    double.actions.workflows.set('missing.yaml', {
      inputs: ['fairway_request'],
      runName: '${{ inputs.fairway_request }}',
    });
    await retry(id);
    const started = await waitFor(async () =>
      double.actions.runs.find(({ workflow }) => workflow === 'missing.yaml'),
    );
    double.actions.complete(started, 'success');
    expect((await until(id, hasEnded)).execution).toBe('succeeded');
  });

  it('finds the run whose answer got lost, instead of a second one', async () => {
    double.afterwards = ({ method }) => {
      if (method === 'POST') throw new Refusal(502, 'Server Error');
    };
    const { id } = await redeploy();
    const started = await runOf(id);
    double.actions.complete(started, 'success');
    expect((await until(id, hasEnded)).execution).toBe('succeeded');
    expect(runsOf(id)).toHaveLength(1);
  });

  it('gives every value, and the request, where nothing else is said', async () => {
    double.actions.workflows.set('standard.yaml', {
      inputs: ['fairway_request', 'count'],
      runName: '${{ inputs.fairway_request }}',
    });
    const { id } = await run({ receiver: 'standard', values: { count: 3 } });
    const started = await waitFor(async () =>
      double.actions.runs.find(({ workflow }) => workflow === 'standard.yaml'),
    );
    expect(started.inputs).toEqual({ fairway_request: `${id}.1`, count: '3' });
    double.actions.complete(started, 'cancelled');
    expect((await until(id, hasEnded)).failure).toMatchObject({
      message: expect.stringContaining('"cancelled"'),
    });
  });
});

describe('who may have it dispatched', () => {
  const codeOf = ({ body }: { body: any }) => body.error?.code;

  it('is the ownership policy to say, at the preview and at the request', async () => {
    const payload = { receiver: 'redeploy', values: { tag: '1.2' } };
    const allowed = await preview(payload);
    expect(allowed.body.plan).toMatchObject({
      targetRef: 'dev/payments-api',
      to: `The workflow ${WORKFLOW} of acme/infra`,
    });
    for (const call of [preview, ask]) {
      const eve = await call(payload, 'eve');
      expect([eve.status, codeOf(eve)]).toEqual([403, 'policy-denied']);
      const prod = await call({ ...payload, environment: 'production' });
      expect(codeOf(prod)).toBe('policy-denied');
      expect(prod.body.error.message).toContain('changeTicket');
    }
  });

  it('is asked of others where the policy wants that, and of nobody who has left', async () => {
    const count = double.actions.runs.length;
    const { body } = await ask({
      receiver: 'redeploy',
      service: 'postgres-database',
      values: { tag: '1.3' },
    });
    const pending = await until(
      body.request.id,
      ({ decision }) => decision === 'pending',
    );
    expect(double.actions.runs).toHaveLength(count);
    const own = await portal.approve(pending, 'pia');
    expect(own.status).toBe(403);
    await portal.approve(pending, 'pat');
    double.actions.complete(await runOf(pending.id), 'success');
    expect((await until(pending.id, hasEnded)).execution).toBe('succeeded');
  });

  it('sends no value that the receiver does not take, or that says another target', async () => {
    const wrong = await ask({
      receiver: 'redeploy',
      values: { tag: 'latest; rm', more: 1 },
    });
    expect(codeOf(wrong)).toBe('dispatch-values-refused');
    expect(wrong.body.error.message).toMatch(/"more".*"tag"/);
    const other = await ask({
      receiver: 'standard',
      values: { environment: 'prod' },
    });
    expect(codeOf(other)).toBe('dispatch-target-mismatch');
    const missing = await ask({ receiver: 'redeploy' });
    expect(codeOf(missing)).toBe('dispatch-values-refused');
    expect(
      (await portal.send('get', '/requests', { as: person('eve') })).body,
    ).toMatchObject({ items: [] });
  });
});
