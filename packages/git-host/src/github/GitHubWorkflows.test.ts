// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isGitHostError } from '../errors';
import {
  GitHubDouble,
  OWNER,
  Refusal,
  REPO,
  TOKEN,
} from './__testUtils__/GitHubDouble';
import { integrationsOf } from './__testUtils__/integrationsOf';
import { GitHubWorkflows } from './GitHubWorkflows';

const workflow = 'deploy.yaml';

describe('GitHubWorkflows', () => {
  let double: GitHubDouble;
  let workflows: GitHubWorkflows;
  let repoUrl: string;

  beforeEach(async () => {
    double = await GitHubDouble.create({ 'README.md': { content: 'Hi\n' } });
    double.actions.workflows.set(workflow, {
      inputs: ['request', 'tag'],
      runName: 'Deploy ${{ inputs.tag }} (${{ inputs.request }})',
    });
    const { host, apiBaseUrl } = double;
    repoUrl = `${host}?owner=${OWNER}&repo=${REPO}`;
    workflows = GitHubWorkflows.create({
      repoUrls: [repoUrl],
      integrations: integrationsOf({ host, apiBaseUrl, token: TOKEN }),
      secondMs: 1,
    });
  });
  afterEach(() => double.dispose());

  const dispatch = (inputs: Record<string, string> = { request: 'one' }) =>
    workflows.dispatch(repoUrl, { workflow, inputs });
  const find = (text: string, since = new Date()) =>
    workflows.find(repoUrl, { workflow, text, since });
  const codeOf = (call: Promise<unknown>) =>
    call.then(
      () => 'it was not refused',
      error => isGitHostError(error) && error.code,
    );

  it('starts a workflow of the default branch, and finds its run by its title', async () => {
    expect(await find('one')).toBeUndefined();
    await dispatch({ request: 'one', tag: '1.2' });
    await dispatch({ request: 'two', tag: '1.2' });
    const [{ id }] = double.actions.runs;
    const found = await find('(one)');
    expect(found).toMatchObject({
      id,
      title: 'Deploy 1.2 (one)',
      status: 'queued',
    });
    expect(double.actions.runs[0]).toMatchObject({ head_branch: 'main' });
    expect(await find('three')).toBeUndefined();
  });

  it('takes the first of two runs of one title, over all pages', async () => {
    await dispatch({ request: 'twice' });
    await dispatch({ request: 'twice' });
    await Promise.all(
      Array.from({ length: 128 }, (_, count) =>
        dispatch({ request: `other-${count}` }),
      ),
    );
    expect(await find('(twice)')).toMatchObject({
      id: double.actions.runs[0].id,
    });
  });

  it('does not look at runs from long before', async () => {
    await dispatch();
    const later = new Date(Date.now() + 10 * 60_000);
    expect(await find('one', later)).toBeUndefined();
  });

  it('follows a run to its end, with its jobs', async () => {
    await dispatch();
    const [run] = double.actions.runs;
    double.actions.complete(run, 'failure', ['build', 'deploy']);
    expect(await workflows.get(repoUrl, run.id)).toMatchObject({
      status: 'completed',
      conclusion: 'failure',
    });
    expect(await workflows.jobs(repoUrl, run.id)).toEqual([
      expect.objectContaining({ name: 'build', conclusion: 'failure' }),
      expect.objectContaining({ name: 'deploy', url: expect.any(String) }),
    ]);
    expect(await workflows.get(repoUrl, 1)).toBeUndefined();
  });

  it('names a workflow that is missing', async () => {
    double.actions.workflows.clear();
    expect(await codeOf(dispatch())).toBe('git-workflow-not-found');
    expect(await find('one')).toBeUndefined();
  });

  it('passes on what GitHub says against the inputs and the trigger', async () => {
    await expect(dispatch({ colour: 'red' })).rejects.toThrow(
      /Unexpected inputs provided: \["colour"\]/,
    );
    double.actions.workflows.set(workflow, { runName: 'x' });
    expect(await codeOf(dispatch())).toBe('git-host-refused');
  });

  it('starts once, however the answer gets lost', async () => {
    double.afterwards = ({ method }) => {
      if (method === 'POST') throw new Refusal(502, 'Server Error');
    };
    expect(await codeOf(dispatch())).toBe('git-host-unavailable');
    expect(double.actions.runs).toHaveLength(1);
  });

  it('serves no repository that was not named', async () => {
    const other = `${double.host}?owner=${OWNER}&repo=other`;
    const call = workflows.dispatch(other, { workflow, inputs: {} });
    expect(await codeOf(call)).toBe('git-repository-not-configured');
    const elsewhere = `github.com?owner=${OWNER}&repo=${REPO}`;
    await expect(
      (async () => workflows.get(elsewhere, 1))(),
    ).rejects.toMatchObject({ code: 'git-repository-not-configured' });
  });
});
