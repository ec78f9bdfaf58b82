// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// GitHub Actions as GitHub has them: a workflow declares its inputs and its run-name, a dispatch answers nothing but that
// it was taken, and the run is in the list a moment later.
import type { WorkflowJobAnswer, WorkflowRunAnswer } from './answers';
import {
  type DoubleRequest,
  type DoubleRoute,
  type GitHubDouble,
  OWNER,
  Refusal,
  REPO,
} from './GitHubDouble';
import { paged } from './paged';

/** A workflow file of the default branch. */
export interface WorkflowFile {
  /** Names of the inputs of `workflow_dispatch`; others are refused. Undefined where it has no such trigger. */
  inputs?: string[];
  /** Its `run-name`, with `${{ inputs.x }}`. */
  runName: string;
}

export interface RunRecord extends WorkflowRunAnswer {
  workflow: string;
  inputs: Record<string, string>;
  jobs: WorkflowJobAnswer[];
}

export class ActionsDouble {
  readonly workflows = new Map<string, WorkflowFile>();
  readonly runs: RunRecord[] = [];
  /** Runs that are taken, and not in any list yet. */
  hidden = false;
  readonly #double: GitHubDouble;

  constructor(double: GitHubDouble) {
    this.#double = double;
  }

  /** What the workflow does: its run is over. */
  complete(
    run: RunRecord,
    conclusion: NonNullable<WorkflowRunAnswer['conclusion']>,
    jobs: string[] = [],
  ): void {
    run.status = 'completed';
    run.conclusion = conclusion;
    run.jobs = jobs.map((name, index) => ({
      id: index + 1,
      name,
      status: 'completed',
      conclusion: conclusion as WorkflowJobAnswer['conclusion'],
      html_url: `${run.html_url}/job/${index + 1}`,
    }));
  }

  routes(): DoubleRoute[] {
    const found = (id: string) => {
      const run = this.runs.find(each => String(each.id) === id);
      if (!run) throw new Refusal(404, 'Not Found');
      return run;
    };
    return [
      [
        'POST',
        /^\/actions\/workflows\/([^/]+)\/dispatches$/,
        ({ body }, name) => this.#dispatch(body, name),
      ],
      [
        'GET',
        /^\/actions\/workflows\/([^/]+)\/runs$/,
        (request, name) => this.#list(request, name),
      ],
      [
        'GET',
        /^\/actions\/runs\/(\d+)$/,
        (_request, id) => ({ body: shown(found(id)) }),
      ],
      [
        'GET',
        /^\/actions\/runs\/(\d+)\/jobs$/,
        (request, id) =>
          paged(request, found(id).jobs, jobs => ({
            total_count: found(id).jobs.length,
            jobs,
          })),
      ],
    ];
  }

  #dispatch(body: Record<string, unknown>, name: string) {
    const workflow = this.workflows.get(name);
    if (!workflow) throw new Refusal(404, 'Not Found');
    if (!workflow.inputs) {
      throw new Refusal(
        422,
        "Workflow does not have 'workflow_dispatch' trigger",
      );
    }
    const ref = String(body.ref);
    if (this.#double.repository.head(ref) === undefined) {
      throw new Refusal(422, `No ref found for: ${ref}`);
    }
    const inputs = (body.inputs ?? {}) as Record<string, string>;
    const { inputs: declared } = workflow;
    const unknown = Object.keys(inputs).filter(key => !declared.includes(key));
    if (unknown.length > 0) {
      throw new Refusal(
        422,
        `Unexpected inputs provided: ${JSON.stringify(unknown)}`,
      );
    }
    const id = 7_000 + this.runs.length;
    this.runs.push({
      id,
      workflow: name,
      inputs,
      display_title: workflow.runName.replace(
        /\$\{\{ inputs\.(\w+) \}\}/g,
        (_, key: string) => inputs[key] ?? '',
      ),
      event: 'workflow_dispatch',
      status: 'queued',
      conclusion: null,
      created_at: new Date().toISOString(),
      head_branch: ref,
      html_url: `https://${
        this.#double.host
      }/${OWNER}/${REPO}/actions/runs/${id}`,
      jobs: [],
    });
    return { status: 204 };
  }

  #list(request: DoubleRequest, name: string) {
    if (!this.workflows.has(name)) throw new Refusal(404, 'Not Found');
    const since = Date.parse(
      (request.query.get('created') ?? '>=1970-01-01').replace('>=', ''),
    );
    const runs = this.runs.filter(
      ({ workflow, created_at: at, event }) =>
        !this.hidden &&
        workflow === name &&
        event === (request.query.get('event') ?? event) &&
        Date.parse(at) >= since,
    );
    return paged(request, [...runs].reverse().map(shown), items => ({
      total_count: runs.length,
      workflow_runs: items,
    }));
  }
}

function shown(run: RunRecord): WorkflowRunAnswer {
  const { workflow, inputs, jobs, ...answer } = run;
  return answer;
}
