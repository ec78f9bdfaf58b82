// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The repository itself: what GitHub says of it, how it is made, and the file that an empty one begins with.
import type { AccountAnswer, PutFileAnswer, RepositoryAnswer } from './answers';
import {
  type DoubleAnswer,
  type DoubleRequest,
  type DoubleRoute,
  type GitHubDouble,
  OWNER,
  Refusal,
  REPO,
} from './GitHubDouble';

const NOWHERE = '0'.repeat(40);

export function repositoryRoutes(double: GitHubDouble): DoubleRoute[] {
  const { repository } = double;

  function answer(): RepositoryAnswer {
    return {
      default_branch: 'main',
      node_id: 'the-repository',
      full_name: double.fullName,
      permissions: { admin: false, pull: true, push: true },
      private: double.isPrivate,
      html_url: `https://${double.host}/${OWNER}/${REPO}`,
    };
  }

  function create({ body }: DoubleRequest): DoubleAnswer {
    if (body.name !== REPO || body.auto_init) {
      throw new Refusal(403, 'This double makes one repository, empty');
    }
    if (double.isThere) {
      throw new Refusal(422, 'Repository creation failed.', {
        errors: [
          {
            ...{ resource: 'Repository', code: 'custom', field: 'name' },
            message: 'name already exists on this account',
          },
        ],
      });
    }
    double.isThere = true;
    double.isPrivate = body.private === true;
    return { status: 201, body: answer() };
  }

  function putFile({ body }: DoubleRequest, path: string): DoubleAnswer {
    const from = repository.head('main');
    if (from && repository.told(['rev-parse', `${from}:${path}`])) {
      throw new Refusal(422, `Invalid request.\n\n"sha" wasn't supplied.`);
    }
    const { author, committer, message, content } = body as {
      message: string;
      content: string;
    } & Record<'author' | 'committer', Record<string, string>>;
    const [blob] = repository.writeBlobs([Buffer.from(content, 'base64')]);
    const tree = repository.gits(
      [
        ['read-tree', from ?? '--empty'],
        ['update-index', '--index-info'],
        ['write-tree'],
      ],
      `100644 ${blob}\t${path}\n`,
    );
    const line = ({ name, email, date }: Record<string, string>) =>
      `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`;
    const lines = [
      `tree ${tree}`,
      ...(from ? [`parent ${from}`] : []),
      `author ${line(author)}`,
      `committer ${line(committer)}`,
      '',
      message,
    ];
    const sha = repository.git(
      ['hash-object', '-w', '-t', 'commit', '--stdin'],
      lines.join('\n'),
    );
    repository.git(['update-ref', 'refs/heads/main', sha, from ?? NOWHERE]);
    const answered: PutFileAnswer = { content: { path }, commit: { sha } };
    return { status: 201, body: answered };
  }

  return [
    ['GET', /^$/, () => ({ body: answer() })],
    ['PUT', /^\/contents\/(.+)$/, putFile],
    [
      'GET',
      /^\/api\/v3\/user$/,
      () => {
        const body: AccountAnswer = { login: double.account };
        return { body };
      },
    ],
    ['POST', /^\/api\/v3\/user\/repos$/, create],
    [
      'POST',
      /^\/api\/v3\/orgs\/([^/]+)\/repos$/,
      (request, org) => {
        if (org !== OWNER || double.account === OWNER) {
          throw new Refusal(404, 'Not Found');
        }
        return create(request);
      },
    ],
  ];
}
