// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Git data by real git: references, commits, trees, contents and comparisons.
import type {
  BlobAnswer,
  CommitAnswer,
  HistoryAnswer,
  RefAnswer,
  RepositoryAnswer,
  TreeAnswer,
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
import { compare } from './compare';

interface TreeItem {
  path: string;
  mode: string;
  type: string;
  sha?: string | null;
  content?: string;
}

export function gitDataRoutes(double: GitHubDouble): DoubleRoute[] {
  const git = (args: string[], input?: string | Uint8Array) =>
    double.repository.git(args, input);
  const attempt = (args: string[], input?: string) => {
    try {
      return git(args, input);
    } catch {
      return undefined;
    }
  };
  const typeOf = (sha: string) => attempt(['cat-file', '-t', sha]);

  function refAnswer(ref: string, sha: string): RefAnswer {
    const object = { sha, type: typeOf(sha) ?? '' };
    return { ref, node_id: `ref-${ref}`, object };
  }

  function readCommit(sha: string): CommitAnswer {
    if (typeOf(sha) !== 'commit') {
      throw new Refusal(404, 'Not Found');
    }
    return listCommits(['--no-walk', sha])[0];
  }

  /** By the arguments of `git log`. */
  function listCommits(args: string[]): CommitAnswer[] {
    const format =
      '%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B%x01';
    return git(['log', `--format=${format}`, ...args])
      .split('\x01')
      .map(record => record.trimStart().split('\0'))
      .filter(fields => fields.length > 1)
      .map(([sha, tree, parents, an, ae, at, cn, ce, ct, message]) => ({
        ...{ sha, tree: { sha: tree }, message },
        parents: parents
          .split(' ')
          .filter(Boolean)
          .map(parent => ({ sha: parent })),
        author: { name: an, email: ae, date: new Date(at).toISOString() },
        committer: { name: cn, email: ce, date: new Date(ct).toISOString() },
      }));
  }

  function inHistory(commit: CommitAnswer): HistoryAnswer {
    const { sha, message, author, committer, tree } = commit;
    return { sha, commit: { message, author, committer, tree } };
  }

  function writeCommit({ body }: DoubleRequest): DoubleAnswer {
    const { message, tree, parents, author, committer } = body as {
      message: string;
      tree: string;
      parents: string[];
    } & Partial<Record<'author' | 'committer', Record<string, string>>>;
    const line = ({ name, email, date }: Record<string, string>) =>
      `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`;
    const account = { ...BOT, date: '2026-01-02T03:04:05Z' };
    const content = [
      `tree ${tree}`,
      ...parents.map(parent => `parent ${parent}`),
      `author ${line(author ?? account)}`,
      `committer ${line(committer ?? author ?? account)}`,
      '',
      message,
    ].join('\n');
    const sha = git(['hash-object', '-w', '-t', 'commit', '--stdin'], content);
    return { status: 201, body: readCommit(sha) };
  }

  function readTree({ query }: DoubleRequest, sha: string): DoubleAnswer {
    const isKnown = ['commit', 'tree'].includes(typeOf(sha) ?? '');
    if (!isKnown) {
      throw new Refusal(404, 'Not Found');
    }
    const deep = query.has('recursive') ? ['-r', '-t'] : [];
    const lines = git(['ls-tree', '-z', ...deep, sha]).split('\0');
    const body: TreeAnswer = {
      sha,
      truncated: false,
      tree: lines.filter(Boolean).map(line => {
        const tab = line.indexOf('\t');
        const [mode, type, id] = line.slice(0, tab).split(' ');
        return { path: line.slice(tab + 1), mode, type, sha: id };
      }),
    };
    return { body };
  }

  function writeTree({ body }: DoubleRequest): DoubleAnswer {
    const { base_tree: base, tree } = body as {
      base_tree?: string;
      tree: TreeItem[];
    };
    if (base !== undefined && typeOf(base) !== 'tree') {
      throw new Refusal(404, 'Not Found');
    }
    git(['read-tree', base ?? '--empty']);
    const lines = tree.map(({ path, mode, sha, content }) => {
      if (sha === null) {
        return `0 ${'0'.repeat(40)}\t${path}\n`;
      }
      const id = sha ?? git(['hash-object', '-w', '--stdin'], content ?? '');
      return `${mode} ${id}\t${path}\n`;
    });
    git(['update-index', '--index-info'], lines.join(''));
    const sha = git(['write-tree']);
    const answer: TreeAnswer = { sha, truncated: false, tree: [] };
    return { status: 201, body: answer };
  }

  function readBlob(_request: DoubleRequest, sha: string): DoubleAnswer {
    if (typeOf(sha) !== 'blob') {
      throw new Refusal(404, 'Not Found');
    }
    const content = double.repository.bytes(['cat-file', 'blob', sha]);
    const body: BlobAnswer = {
      ...{ sha, encoding: 'base64', size: content.length },
      content: content.toString('base64').replace(/.{60}/g, '$&\n'),
    };
    return { body };
  }

  function writeBlob({ body }: DoubleRequest): DoubleAnswer {
    const content = Buffer.from(String(body.content), 'base64');
    const sha = git(['hash-object', '-w', '--stdin'], content);
    return { status: 201, body: { sha } };
  }

  function createRef({ body }: DoubleRequest): DoubleAnswer {
    const [ref, sha] = [String(body.ref), String(body.sha)];
    if (double.repository.refs()[ref]) {
      throw new Refusal(422, 'Reference already exists');
    }
    if (typeOf(sha) !== 'commit') {
      throw new Refusal(422, 'Object does not exist');
    }
    if (attempt(['update-ref', ref, sha, '0'.repeat(40)]) === undefined) {
      throw new Refusal(422, 'Reference cannot be created');
    }
    return { status: 201, body: refAnswer(ref, sha) };
  }

  function updateRef({ body }: DoubleRequest, name: string): DoubleAnswer {
    const ref = `refs/${name}`;
    const [from, sha] = [double.repository.refs()[ref], String(body.sha)];
    if (!from) {
      throw new Refusal(422, 'Reference does not exist');
    }
    const isForward =
      attempt(['merge-base', '--is-ancestor', from, sha]) !== undefined;
    if (!isForward && !body.force) {
      throw new Refusal(422, 'Update is not a fast forward');
    }
    git(['update-ref', ref, sha, from]);
    return { body: refAnswer(ref, sha) };
  }

  return [
    [
      'GET',
      /^$/,
      () => {
        const body: RepositoryAnswer = {
          default_branch: 'main',
          node_id: 'the-repository',
          full_name: `${OWNER}/${REPO}`,
          permissions: { admin: false, pull: true, push: true },
        };
        return { body };
      },
    ],
    [
      'GET',
      /^\/git\/ref\/(.+)$/,
      (_request, name) => {
        const sha = double.repository.refs()[`refs/${name}`];
        if (!sha) {
          throw new Refusal(404, 'Not Found');
        }
        return { body: refAnswer(`refs/${name}`, sha) };
      },
    ],
    [
      'GET',
      /^\/git\/matching-refs\/(.+)$/,
      (_request, name) => ({
        body: Object.entries(double.repository.refs())
          .filter(([ref]) => ref.startsWith(`refs/${name}`))
          .map(([ref, sha]) => refAnswer(ref, sha)),
      }),
    ],
    [
      'GET',
      /^\/git\/tags\/(.+)$/,
      (_request, sha) => {
        const commit = git(['rev-parse', `${sha}^{}`]);
        return { body: { object: { sha: commit, type: 'commit' } } };
      },
    ],
    ['POST', /^\/git\/refs$/, createRef],
    ['PATCH', /^\/git\/refs\/(.+)$/, updateRef],
    [
      'DELETE',
      /^\/git\/refs\/(.+)$/,
      (_request, name) => {
        git(['update-ref', '-d', `refs/${name}`]);
        return { status: 204 };
      },
    ],
    [
      'GET',
      /^\/git\/commits\/(.+)$/,
      (_request, sha) => ({ body: readCommit(sha) }),
    ],
    ['POST', /^\/git\/commits$/, writeCommit],
    [
      'GET',
      /^\/commits$/,
      ({ query }) => {
        const count = `-n${query.get('per_page') ?? 30}`;
        return { body: listCommits([count, query.get('sha')!]).map(inHistory) };
      },
    ],
    [
      'HEAD',
      /^\/contents\/(.+)$/,
      ({ query }, path) => {
        if (typeOf(`${query.get('ref')}:${path}`) === undefined) {
          throw new Refusal(404, 'Not Found');
        }
        return {};
      },
    ],
    ['GET', /^\/git\/trees\/(.+)$/, readTree],
    ['POST', /^\/git\/trees$/, writeTree],
    ['GET', /^\/git\/blobs\/(.+)$/, readBlob],
    ['POST', /^\/git\/blobs$/, writeBlob],
    [
      'GET',
      /^\/compare\/(.+)\.\.\.(.+)$/,
      (request, base, head) =>
        compare(request, { base, head, git, attempt, listCommits }),
    ],
  ];
}
