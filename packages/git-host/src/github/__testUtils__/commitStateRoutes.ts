// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What is said of commits: statuses, check runs, deployments.
import type {
  CheckRunAnswer,
  CheckRunsAnswer,
  CombinedStatusAnswer,
  DeploymentAnswer,
  DeploymentStatusAnswer,
  StatusAnswer,
} from './answers';
import { type DoubleRoute, type GitHubDouble, Refusal } from './GitHubDouble';
import { paged } from './paged';

type Of<TAnswer> = TAnswer & { of: string };

export interface CommitStates {
  /** Oldest first, each with the commit that it is `of`. */
  statuses: Of<StatusAnswer>[];
  runs: Of<CheckRunAnswer>[];
  deployments: Of<DeploymentAnswer & { statuses: DeploymentStatusAnswer[] }>[];
}

function shown<TAnswer extends { of: string }>({ of, ...answer }: TAnswer) {
  return answer;
}

export function commitStateRoutes(double: GitHubDouble): DoubleRoute[] {
  const { repository, states } = double;
  const checkCommit = (sha: string) => {
    if (repository.told(['cat-file', '-t', sha]) !== 'commit') {
      throw new Refusal(422, `No commit found for SHA: ${sha}`);
    }
  };
  const newest = (sha: string) => {
    const all = states.statuses.filter(({ of }) => of === sha);
    return [...new Map(all.map(one => [one.context, one])).values()];
  };
  return [
    [
      'GET',
      /^\/commits\/(.+)\/status$/,
      (request, sha) => {
        checkCommit(sha);
        const all = newest(sha).map(shown);
        return paged(request, all, items => {
          const body: CombinedStatusAnswer = {
            ...{ sha, state: 'pending', total_count: all.length },
            statuses: items as StatusAnswer[],
          };
          return body;
        });
      },
    ],
    [
      'POST',
      /^\/statuses\/(.+)$/,
      ({ body }, sha) => {
        checkCommit(sha);
        const status: StatusAnswer = {
          context: String(body.context),
          state: String(body.state),
          description: String(body.description),
          target_url: body.target_url ? String(body.target_url) : null,
          updated_at: '2026-01-02T03:04:05Z',
        } as StatusAnswer;
        states.statuses.push({ ...status, of: sha });
        return { status: 201, body: status };
      },
    ],
    [
      'GET',
      /^\/commits\/(.+)\/check-runs$/,
      (request, sha) => {
        checkCommit(sha);
        const all = states.runs.filter(({ of }) => of === sha).map(shown);
        return paged(request, all, items => {
          const body: CheckRunsAnswer = {
            total_count: all.length,
            check_runs: items as CheckRunAnswer[],
          };
          return body;
        });
      },
    ],
    [
      'GET',
      /^\/deployments$/,
      request => {
        const sha = request.query.get('sha');
        const all = states.deployments.filter(({ of }) => of === sha);
        const found = all.map(({ statuses, ...deployment }) => deployment);
        return paged(request, found.map(shown).reverse());
      },
    ],
    [
      'GET',
      /^\/deployments\/(\d+)\/statuses$/,
      (request, id) => {
        const found = states.deployments.find(one => String(one.id) === id);
        return paged(request, [...(found?.statuses ?? [])].reverse());
      },
    ],
  ];
}
