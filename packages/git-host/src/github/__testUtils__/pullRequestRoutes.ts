// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Pull requests as GitHub has them: an open one follows its branch, is closed when that is gone, and merged when the base
// has what is on it; a conflict is real git's.
import type {
  ListedPullAnswer,
  MergeAnswer,
  PullAnswer,
  RequestedAnswer,
} from './answers';
import {
  BOT,
  type DoubleAnswer,
  type DoubleRequest,
  type DoubleRoute,
  type GitHubDouble,
  OWNER,
  Refusal,
  REPO,
} from './GitHubDouble';
import { paged } from './paged';
import type { PullRecord } from './PullRecord';

const invalid = (error: object) =>
  new Refusal(422, 'Validation Failed', { errors: [error] });

export function pullRequestRoutes(double: GitHubDouble): DoubleRoute[] {
  const { repository, pulls } = double;
  const contains = (head: string, sha: string) =>
    repository.told(['merge-base', '--is-ancestor', sha, head]) !== undefined;
  const trees = (base: string, head: string) =>
    repository.told(['merge-tree', '--write-tree', base, head]);

  /** What became of the open ones since the last request. */
  function settle(): void {
    for (const pull of pulls.filter(({ state }) => state === 'open')) {
      const head = repository.head(pull.branch);
      const base = repository.head(pull.baseBranch)!;
      if (head !== undefined) {
        pull.headSha = head;
      }
      if (contains(base, pull.headSha)) {
        const range = `${pull.headSha}..${base}`;
        const path =
          repository.told(['rev-list', '--ancestry-path', range]) ?? '';
        pull.mergeSha = path.split('\n').at(-1) || pull.headSha;
        pull.state = 'closed';
      } else if (head === undefined) {
        pull.state = 'closed';
      }
    }
  }

  function answerOf(pull: PullRecord): PullAnswer {
    const { number, title, body, state, branch, baseBranch } = pull;
    const baseSha = repository.head(baseBranch) ?? '';
    const isOpen = state === 'open';
    const mergeable = isOpen
      ? trees(baseSha, pull.headSha) !== undefined
      : null;
    const rule = double.mergeRule === undefined ? 'clean' : 'blocked';
    const isMerged = pull.mergeSha !== undefined;
    const repo = { full_name: `${OWNER}/${REPO}` };
    return {
      ...{ number, title, body, state, mergeable },
      draft: pull.draft ?? false,
      node_id: `pull-${number}`,
      created_at: `2026-01-02T03:04:${String(number).padStart(2, '0')}Z`,
      html_url: `https://github.example/${OWNER}/${REPO}/pull/${number}`,
      merged: isMerged,
      merged_at: isMerged ? '2026-01-03T00:00:00Z' : null,
      // Of an open one it is the commit of a trial merge.
      merge_commit_sha: pull.mergeSha ?? 'f'.repeat(40),
      mergeable_state:
        (mergeable === null && 'unknown') || (mergeable ? rule : 'dirty'),
      head: {
        ...{ ref: branch, sha: pull.headSha, label: `${OWNER}:${branch}` },
        repo,
      },
      base: { ref: baseBranch, sha: baseSha, repo },
      labels: pull.labels.map(name => ({ name })),
    };
  }

  function find(number: string): PullRecord {
    const pull = pulls.find(known => String(known.number) === number);
    if (!pull) {
      throw new Refusal(404, 'Not Found');
    }
    return pull;
  }

  /** In a list it is not said whether it can be merged. */
  function listed(pull: PullRecord): ListedPullAnswer {
    const { merged, mergeable, mergeable_state: _, ...answer } = answerOf(pull);
    return answer;
  }

  function list({ query }: DoubleRequest): DoubleAnswer {
    const [, branch] = (query.get('head') ?? ':').split(':');
    const state = query.get('state') ?? 'open';
    const found = pulls
      .filter(pull => branch === '' || pull.branch === branch)
      .filter(pull => state === 'all' || pull.state === state)
      .reverse();
    return { body: found.map(listed) };
  }

  function create({ body }: DoubleRequest): DoubleAnswer {
    // The head may be named with its owner, as those of forks are.
    const branch = String(body.head).replace(`${OWNER}:`, '');
    const baseBranch = String(body.base);
    const head = repository.head(branch);
    const base = repository.head(baseBranch);
    const resource = 'PullRequest';
    if (!head || !base) {
      const field = head ? 'base' : 'head';
      throw invalid({ resource, field, code: 'invalid' });
    }
    const isDouble = pulls.some(
      pull => pull.state === 'open' && pull.branch === branch,
    );
    if (isDouble) {
      const message = `A pull request already exists for ${OWNER}:${branch}.`;
      throw invalid({ resource, code: 'custom', message });
    }
    if (contains(base, head)) {
      const message = `No commits between ${baseBranch} and ${branch}`;
      throw invalid({ resource, code: 'custom', message });
    }
    const pull: PullRecord = {
      ...{ number: pulls.length + 1, branch, baseBranch, headSha: head },
      ...{ title: String(body.title), body: String(body.body ?? '') },
      ...{ state: 'open', labels: [], reviewers: [], reviews: [] },
      draft: body.draft === true,
    };
    pulls.push(pull);
    return { status: 201, body: answerOf(pull) };
  }

  function update({ body }: DoubleRequest, number: string): DoubleAnswer {
    const pull = find(number);
    pull.title = String(body.title ?? pull.title);
    pull.body = String(body.body ?? pull.body);
    pull.state = body.state === 'closed' ? 'closed' : pull.state;
    return { body: answerOf(pull) };
  }

  function merge({ body }: DoubleRequest, number: string): DoubleAnswer {
    const pull = find(number);
    const base = repository.head(pull.baseBranch)!;
    if (pull.state !== 'open') {
      throw new Refusal(405, 'Pull Request is not mergeable');
    }
    if (body.sha !== undefined && body.sha !== pull.headSha) {
      const words = 'Head branch was modified. Review and try the merge again.';
      throw new Refusal(409, words);
    }
    if (pull.draft) {
      throw new Refusal(405, 'Pull Request is still a draft');
    }
    if (double.mergeRule !== undefined) {
      throw new Refusal(405, double.mergeRule);
    }
    const tree = trees(base, pull.headSha);
    if (tree === undefined) {
      throw new Refusal(405, 'Pull Request is not mergeable');
    }
    const text = [body.commit_title, body.commit_message].filter(Boolean);
    const by = `${BOT.name} <${BOT.email}> 1767323046 +0000`;
    const content = [
      `tree ${tree}`,
      ...[`parent ${base}`, `parent ${pull.headSha}`],
      ...[`author ${by}`, `committer ${by}`, ''],
      `${text.join('\n\n')}\n`,
    ].join('\n');
    const sha = repository.git(
      ['hash-object', '-w', '-t', 'commit', '--stdin'],
      content,
    );
    repository.git(['update-ref', `refs/heads/${pull.baseBranch}`, sha, base]);
    settle();
    const answer: MergeAnswer = {
      ...{ sha, merged: true, message: 'Pull Request successfully merged' },
    };
    return { body: answer };
  }

  function requestReviewers(
    { body }: DoubleRequest,
    number: string,
  ): DoubleAnswer {
    const pull = find(number);
    const { reviewers = [], team_reviewers: teams = [] } = body as {
      reviewers?: string[];
      team_reviewers?: string[];
    };
    const unknown = [
      ...reviewers.filter(name => !double.people.has(name)),
      ...teams.filter(name => !double.teams.has(name)),
    ];
    if (unknown.length > 0) {
      const words =
        'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the acme/infra repository.';
      throw new Refusal(422, words);
    }
    pull.reviewers.push(...reviewers);
    const answer: RequestedAnswer = {
      requested_reviewers: pull.reviewers.map(login => ({ login })),
      requested_teams: teams.map(slug => ({ slug })),
    };
    return { status: 201, body: answer };
  }

  /** A branch with its open pull request, as GraphQL has them. */
  function openOf(branch: string) {
    const edges = pulls
      .filter(pull => pull.state === 'open' && pull.branch === branch)
      .map(answerOf)
      .map(({ node_id: id, number, html_url: url }) => ({
        node: { id, number, url },
      }));
    const isThere = repository.head(branch) !== undefined;
    return { ref: isThere ? { associatedPullRequests: { edges } } : null };
  }

  function graphql({ body }: DoubleRequest): DoubleAnswer {
    const { query: words, variables } = body as {
      query: string;
      variables: Record<string, string>;
    };
    const refuse = (message: string) => ({
      body: { data: {}, errors: [{ type: 'UNPROCESSABLE', message }] },
    });
    if (words.includes('associatedPullRequests')) {
      return { body: { data: { repository: openOf(variables.head) } } };
    }
    if (words.includes('updateRefs')) {
      const branch = variables.name.replace('refs/heads/', '');
      if (repository.head(branch) !== variables.before) {
        return refuse('Reference update failed');
      }
      const { after, before, name } = variables;
      const isForward = repository.told([
        ...['merge-base', '--is-ancestor', before, after],
      ]);
      if (/^0+$/.test(after)) {
        repository.git(['update-ref', '-d', name, before]);
      } else if (isForward !== undefined || variables.force) {
        repository.git(['update-ref', name, after, before]);
      } else {
        return refuse('Reference update failed');
      }
      settle();
      return { body: { data: { updateRefs: {} } } };
    }
    const pull = find(variables.pullRequest.replace('pull-', ''));
    if (words.includes('markPullRequestReadyForReview')) {
      pull.draft = false;
      return { body: { data: { markPullRequestReadyForReview: {} } } };
    }
    if (double.mergeRule === undefined) {
      return refuse('Pull request Pull request is in clean status');
    }
    pull.autoMerge = true;
    return { body: { data: { enablePullRequestAutoMerge: {} } } };
  }

  const settled =
    (answer: DoubleRoute[2]): DoubleRoute[2] =>
    (request, ...groups) => {
      settle();
      return answer(request, ...groups);
    };
  const routes: DoubleRoute[] = [
    ['GET', /^\/pulls$/, list],
    ['POST', /^\/pulls$/, create],
    [
      'GET',
      /^\/pulls\/(\d+)$/,
      (_, number) => ({ body: answerOf(find(number)) }),
    ],
    ['PATCH', /^\/pulls\/(\d+)$/, update],
    ['PUT', /^\/pulls\/(\d+)\/merge$/, merge],
    [
      'GET',
      /^\/pulls\/(\d+)\/reviews$/,
      (request, number) => paged(request, find(number).reviews),
    ],
    ['POST', /^\/pulls\/(\d+)\/requested_reviewers$/, requestReviewers],
    [
      'POST',
      /^\/issues\/(\d+)\/labels$/,
      ({ body }, number) => {
        const pull = find(number);
        const labels = body.labels as string[];
        pull.labels = [...new Set([...pull.labels, ...labels])];
        return { body: pull.labels.map(name => ({ name })) };
      },
    ],
    ['POST', /^\/api\/graphql$/, graphql],
  ];
  return routes.map(([method, path, answer]) => [
    method,
    path,
    settled(answer),
  ]);
}
