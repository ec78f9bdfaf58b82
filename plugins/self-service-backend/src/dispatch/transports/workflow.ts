// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import {
  type GitHubWorkflows,
  isGitHostError,
  type WorkflowJob,
  type WorkflowRun,
} from '@fairway/git-host';
import type { RequestCheck } from '@fairway/requests-common';
import { filledText, textOf } from '../receivers/template';
import type { WorkflowReceiver } from '../receivers/types';
import type { Dispatch, Followed, SendResult, Transport } from './types';

/** A run that was begun is in the list after a moment; before that nobody begins another one. */
const LISTED_WITHIN = 60_000;
/** For so long a run that was begun may not be found. */
const FOUND_WITHIN = 5 * 60_000;
const LOOK_AGAIN = 5_000;
const ENDS_WELL = ['success'];
/** What GitHub says no to, which nothing was begun of. */
const REFUSALS = [
  'git-workflow-not-found',
  'git-repository-not-found',
  'git-repository-not-configured',
  'git-host-refused',
] as const;

type Workflows = Pick<GitHubWorkflows, 'dispatch' | 'find' | 'get' | 'jobs'>;

/** A GitHub workflow, whose run is found by the request's key in its name, and followed. */
export function workflowTransport(options: {
  workflows: Workflows;
}): Transport<WorkflowReceiver> {
  const { workflows } = options;
  return {
    async send(dispatch): Promise<SendResult> {
      const { key: text, mayHaveGoneAt: since, now, receiver } = dispatch;
      const { repoUrl, workflow, ref } = receiver;
      if (since) {
        const run = await workflows.find(repoUrl, { workflow, text, since });
        if (run) return { status: 'taken' };
        if (now.getTime() - since.getTime() < LISTED_WITHIN) {
          return {
            status: 'look-again',
            waitingFor: 'the run of an earlier attempt to be in the list',
            until: new Date(now.getTime() + LOOK_AGAIN),
          };
        }
      }
      try {
        const inputs = inputsOf(dispatch);
        await workflows.dispatch(repoUrl, { workflow, ref, inputs });
        return { status: 'taken' };
      } catch (error) {
        const isRefusal = REFUSALS.some(code => isGitHostError(error, code));
        const isLimited = isGitHostError(error, 'git-host-limited');
        if (!isRefusal && !isLimited) throw error;
        const { code, message } = error as { code: string; message: string };
        return { status: 'not-taken', code, message, final: isRefusal };
      }
    },

    async follow(context, { key: text, receiver, state }): Promise<Followed> {
      const { now } = context;
      const { repoUrl, workflow } = receiver;
      const sentAt = new Date(state.sentAt);
      const run = state.runId
        ? await workflows.get(repoUrl, state.runId)
        : await workflows.find(repoUrl, { workflow, text, since: sentAt });
      if (!run) {
        const age = now.getTime() - new Date(state.takenAt).getTime();
        if (state.runId === 0 && age <= FOUND_WITHIN) {
          return {
            status: 'open',
            waitingFor: 'the run of the workflow',
            until: new Date(now.getTime() + LOOK_AGAIN),
          };
        }
        return {
          status: 'failed',
          code: 'dispatch-run-missing',
          message: state.runId
            ? `The run ${state.runId} of "${workflow}" is gone.`
            : `"${workflow}" was started, and no run of it has "${text}" in its name: its run-name has to hold the input that is {{ request.key }}.`,
        };
      }
      const news = await newsOf(run, workflows, repoUrl);
      if (run.status !== 'completed') {
        return {
          ...news,
          status: 'open',
          waitingFor: 'the run of the workflow to end',
          until: new Date(now.getTime() + receiver.pollMilliseconds),
        };
      }
      if (ENDS_WELL.includes(run.conclusion ?? '')) {
        return { ...news, status: 'succeeded' };
      }
      const failed = news.checks.filter(({ state: is }) => is === 'failed');
      const names = failed.map(({ name }) => name).join(', ');
      return {
        ...news,
        status: 'failed',
        code: 'dispatch-run-failed',
        message: `The run of "${workflow}" ended with "${
          run.conclusion ?? 'nothing'
        }"${names && `: ${names}`}.`,
      };
    },
  };
}

function inputsOf({
  key,
  receiver,
  values,
}: Dispatch<WorkflowReceiver>): Record<string, string> {
  const { inputs } = receiver;
  if (inputs) {
    return Object.fromEntries(
      Object.entries(inputs).map(([name, template]) => [
        name,
        filledText(template, values),
      ]),
    );
  }
  const given = Object.entries(values.values as JsonObject);
  return {
    ...Object.fromEntries(given.map(([name, value]) => [name, textOf(value)])),
    fairway_request: key,
  };
}

async function newsOf(run: WorkflowRun, workflows: Workflows, repoUrl: string) {
  const jobs = await workflows.jobs(repoUrl, run.id);
  return {
    links: [{ rel: 'workflow-run', title: run.title, url: run.url }],
    checks: jobs.map(toCheck),
    statusLabel: `workflow: ${run.conclusion ?? run.status}`.replace(/_/g, ' '),
    outputs: { runUrl: run.url, internal: { runId: run.id } },
  };
}

function toCheck({ name, status, conclusion, url }: WorkflowJob): RequestCheck {
  return { name, state: stateOf(status, conclusion), ...(url && { url }) };
}

function stateOf(status: string, conclusion?: string): RequestCheck['state'] {
  if (status !== 'completed') {
    return status === 'in_progress' ? 'running' : 'queued';
  }
  if (conclusion === 'success') return 'passed';
  return conclusion === 'skipped' || conclusion === 'neutral'
    ? 'skipped'
    : 'failed';
}
