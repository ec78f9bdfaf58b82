// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Git data by real git: references, commits, trees, contents and comparisons.
import type {
  BlobAnswer,
  CommitAnswer,
  RefAnswer,
  TreeAnswer,
} from './answers';
import {
  BOT,
  type DoubleAnswer,
  type DoubleRequest,
  type DoubleRoute,
  type GitHubDouble,
  Refusal,
} from './GitHubDouble';
import { inHistory, listCommits } from './commits';
import { compare } from './compare';

interface TreeItem {
  path: string;
  mode: string;
  type: string;
  sha?: string | null;
  content?: string;
}

export function gitDataRoutes(double: GitHubDouble): DoubleRoute[] {
  const { repository } = double;
  const git = (args: string[], input?: string | Uint8Array) =>
    repository.git(args, input);
  const attempt = (args: string[]) => {
    try {
      return git(args);
    } catch {
      return undefined;
    }
  };
  const typeOf = (sha: string) => repository.told(['cat-file', '-t', sha]);

  /** Of a branch, a tag or an id. */
  function idOf(name: string): string {
    const isId = /^[0-9a-f]{40}$/.test(name);
    const id = isId ? name : attempt(['rev-parse', `${name}^{commit}`]);
    if (!id) {
      throw new Refusal(404, 'Not Found');
    }
    return id;
  }

  function refAnswer(ref: string, sha: string): RefAnswer {
    // Only a tag can be of anything but a commit.
    const isBranch = ref.startsWith('refs/heads/');
    const object = { sha, type: isBranch ? 'commit' : typeOf(sha)! };
    return { ref, node_id: `ref-${ref}`, object };
  }

  function readCommit(sha: string): CommitAnswer {
    const [commit] = listCommits(repository, ['--no-walk', sha]);
    if (commit?.sha !== sha) {
      throw new Refusal(404, 'Not Found');
    }
    return commit;
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
    const deep = query.has('recursive') ? ['-r', '-t'] : [];
    const listed = repository.told(['ls-tree', '-z', ...deep, sha]);
    if (listed === undefined) {
      throw new Refusal(404, 'Not Found');
    }
    const lines = listed.split('\0');
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
    const isInline = ({ sha }: TreeItem) => sha === undefined;
    const contents = tree.filter(isInline);
    const blobs = new Map(
      repository
        .writeBlobs(contents.map(({ content }) => content ?? ''))
        .map((sha, index) => [contents[index], sha]),
    );
    const lines = tree.map(item =>
      item.sha === null
        ? `0 ${'0'.repeat(40)}\t${item.path}\n`
        : `${item.mode} ${item.sha ?? blobs.get(item)}\t${item.path}\n`,
    );
    const sha = repository.gits(
      [
        ['read-tree', base ?? '--empty'],
        ['update-index', '--index-info'],
        ['write-tree'],
      ],
      lines.join(''),
    );
    const answer: TreeAnswer = { sha, truncated: false, tree: [] };
    return { status: 201, body: answer };
  }

  function readBlob(_request: DoubleRequest, sha: string): DoubleAnswer {
    if (typeOf(sha) !== 'blob') {
      throw new Refusal(404, 'Not Found');
    }
    const content = repository.lasting(['cat-file', 'blob', sha])!;
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
    if (repository.find(ref)) {
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
    const [from, sha] = [repository.find(ref), String(body.sha)];
    if (!from) {
      throw new Refusal(422, 'Reference does not exist');
    }
    const isForward =
      repository.told(['merge-base', '--is-ancestor', from, sha]) !== undefined;
    if (!isForward && !body.force) {
      throw new Refusal(422, 'Update is not a fast forward');
    }
    git(['update-ref', ref, sha, from]);
    return { body: refAnswer(ref, sha) };
  }

  return [
    [
      'GET',
      /^\/git\/ref\/(.+)$/,
      (_request, name) => {
        const sha = repository.find(`refs/${name}`);
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
        body: Object.entries(repository.refs())
          .filter(([ref]) => ref.startsWith(`refs/${name}`))
          .map(([ref, sha]) => refAnswer(ref, sha)),
      }),
    ],
    [
      'GET',
      /^\/git\/tags\/(.+)$/,
      (_request, sha) => {
        const commit = repository.told(['rev-parse', `${sha}^{}`])!;
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
        const sha = idOf(query.get('sha')!);
        const until = query.has('until')
          ? [`--until=${query.get('until')}`]
          : [];
        const args = [count, ...until, sha];
        return { body: listCommits(repository, args).map(inHistory) };
      },
    ],
    [
      'HEAD',
      /^\/contents\/(.+)$/,
      ({ query }, path) => {
        const place = `${query.get('ref')}:${path}`;
        if (attempt(['cat-file', '-e', place]) === undefined) {
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
        compare(request, {
          ...{ base: idOf(base), head: idOf(head), repository },
        }),
    ],
  ];
}
