// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isGitHostError } from '../errors';
import type { FileChange } from '../types';
import type { DoubleRequest } from './__testUtils__/GitHubDouble';
import { Refusal } from './__testUtils__/GitHubDouble';
import { BRANCH, PIA, UNIT, World } from './__testUtils__/World';

// Every request runs real git a few times.
jest.setTimeout(60_000);

describe('GitHubHost, committing', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.create();
  });
  afterEach(() => world.double.dispose());

  const filesOf = (count: number): FileChange[] =>
    Array.from({ length: count }, (_, index) => ({
      path: `live/unit-${index}/terragrunt.hcl`,
      content: `name = "unit-${index}"\n`,
    }));

  it.each([1, 40, 100])(
    'needs six calls from reading the base to the open pull request, for %i files',
    async count => {
      await world.host.defaultBranch(world.repo);
      world.double.requests.length = 0;
      await world.commit({ files: filesOf(count) });
      const change = await world.open();
      const calls = world.double
        .calls()
        .map(call => call.replace(/[0-9a-f]{40}/, '<sha>'));
      expect(calls).toEqual([
        'GET /git/ref/heads/main',
        'GET /git/trees/<sha>',
        'POST /git/trees',
        'POST /git/commits',
        'POST /git/refs',
        'POST /pulls',
      ]);
      const changed = world.double.repository
        .git(['diff', '--name-only', 'main', change.headSha])
        .split('\n');
      expect(changed).toHaveLength(count);
    },
  );

  it('sends content that is not text on its own, and writes it as it is', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    await world.commit({
      files: [...filesOf(3), { path: 'logo.bin', content: bytes }],
    });
    const posts = world.double.calls({ writes: true });
    expect(posts.filter(call => call === 'POST /git/blobs')).toHaveLength(1);
    const written = world.double.repository.bytes([
      ...['cat-file', 'blob', `${BRANCH}:logo.bin`],
    ]);
    expect(Uint8Array.from(written)).toEqual(bytes);
  });

  it('keeps text that GitHub could alter: byte order mark, CRLF, no newline at the end', async () => {
    const contents = ['\ufeffa\r\nb\r\n', 'no newline', '', 'emoji 🎉\n'];
    await world.commit({
      files: contents.map((content, index) => ({ path: `f${index}`, content })),
    });
    const kept = contents.map((_, index) =>
      world.double.repository
        .bytes(['cat-file', 'blob', `${BRANCH}:f${index}`])
        .toString('utf8'),
    );
    expect(kept).toEqual(contents);
  });

  it('sends large contents in several trees, and makes one commit', async () => {
    const files = Array.from({ length: 9 }, (_, index) => ({
      path: `f${index}`,
      content: 'x'.repeat(1024 * 1024),
    }));
    await world.commit({ files });
    const trees = world.double
      .calls()
      .filter(call => call === 'POST /git/trees');
    expect(trees).toHaveLength(3);
    const log = world.double.repository.git(['rev-list', `main..${BRANCH}`]);
    expect(log.split('\n')).toHaveLength(1);
  });

  it('is by who asked, committed by the portal, at the time of the order', async () => {
    world.restart({ committer: { name: 'Portal', email: 'p@acme.example' } });
    await world.commit();
    const format = '--format=%an <%ae> %cn <%ce> %ct';
    expect(world.double.repository.git(['log', '-1', format, BRANCH])).toBe(
      `${PIA.name} <${PIA.email}> Portal <p@acme.example> ${
        Date.parse('2026-01-02T03:04:05Z') / 1000
      }`,
    );
  });

  it('never forces, whatever happens', async () => {
    await world.propose();
    await world.commit({ files: [{ path: 'other', content: 'x' }] });
    const moves = world.double.requests.filter(
      ({ method }) => method === 'PATCH',
    );
    expect(moves.map(({ body }) => body.force)).toEqual([false]);
  });

  it('refuses a tree that is not the one that was asked for, and makes no branch', async () => {
    const { repository } = world.double;
    const other = repository.git(['rev-parse', 'main^{tree}']);
    world.double.interrupt = ({ method, path }) =>
      method === 'POST' && path === '/git/trees'
        ? { status: 201, body: { sha: other, tree: [], truncated: false } }
        : undefined;
    const attempt = world.commit();
    await expect(attempt).rejects.toMatchObject({
      code: 'git-commit-mismatch',
    });
    expect(repository.head(BRANCH)).toBeUndefined();
  });

  it('reads a repository that is too large for one list folder by folder', async () => {
    world.double.interrupt = ({ path, query }) =>
      path.startsWith('/git/trees/') && query.has('recursive')
        ? { body: { sha: '', tree: [], truncated: true } }
        : undefined;
    const { action } = await world.commit({
      files: [
        { path: UNIT, content: 'size = 3\n' },
        { path: 'a/b/c', content: 'new\n' },
      ],
    });
    expect(action).toBe('created');
    const tree = await world.host.readTree(world.repo, { ref: BRANCH });
    expect(tree.map(({ path }) => path)).toEqual(['README.md', 'a/b/c', UNIT]);
  });

  it('refuses a branch below another branch', async () => {
    await world.commit();
    for (const branch of ['fairway', `${BRANCH}/replica`]) {
      await expect(world.commit({ branch })).rejects.toMatchObject({
        code: 'git-branch-name-taken',
      });
    }
  });

  it('asks again when somebody was faster, and keeps what they did', async () => {
    await world.commit();
    let isFirst = true;
    world.double.interrupt = ({ method }) => {
      if (method === 'PATCH' && isFirst) {
        isFirst = false;
        const files = { 'notes.md': { content: 'reviewed\n' } };
        world.double.repository.push({ branch: BRANCH, files });
      }
      return undefined;
    };
    const files = [{ path: 'other', content: 'x\n' }];
    expect((await world.commit({ files })).action).toBe('updated');
    const names = world.double.repository.git([
      ...['ls-tree', '-r', '--name-only', BRANCH],
    ]);
    expect(names.split('\n')).toEqual(
      expect.arrayContaining(['notes.md', 'other']),
    );
  });

  it('finds out by making it that a branch is there, and then leaves it as it is', async () => {
    const first = await world.commit();
    world.restart();
    expect(await world.commit()).toEqual({ ...first, action: 'unchanged' });
    expect(world.double.repository.head(BRANCH)).toBe(first.commitSha);
  });

  it('loses nothing when four processes commit to one branch at once', async () => {
    const writers = [0, 1, 2, 3].map(() => world.restart());
    const orders = writers.flatMap((host, writer) =>
      [0, 1].map(async round =>
        world.commit({
          host,
          files: [{ path: `w${writer}-${round}`, content: 'x\n' }],
        }),
      ),
    );
    await Promise.all(orders);
    const names = world.double.repository
      .git(['ls-tree', '--name-only', BRANCH])
      .split('\n');
    expect(names.filter(name => /^w\d-\d$/.test(name))).toHaveLength(8);
    const log = world.double.repository.git(['rev-list', `main..${BRANCH}`]);
    expect(log.split('\n')).toHaveLength(8);
  });

  describe('when it is ended between any two steps', () => {
    const STEPS = 4;
    const isWrite = ({ method }: DoubleRequest) => method !== 'GET';

    it.each(
      Array.from({ length: STEPS }, (_, step) => step).flatMap(step => [
        { step, when: 'before' },
        { step, when: 'after' },
      ]),
    )(
      'is healed by the next run: $when write $step',
      async ({ step, when }) => {
        let seen = 0;
        let hasEnded = false;
        const end = (request: DoubleRequest) => {
          hasEnded ||= isWrite(request) && seen++ === step;
          if (hasEnded) {
            throw new Refusal(403, 'the process has ended');
          }
          return undefined;
        };
        world.double.interrupt = request =>
          when === 'before' || hasEnded ? end(request) : undefined;
        world.double.afterwards = end;
        await expect(world.propose()).rejects.toThrow();
        world.double.interrupt = () => undefined;
        world.double.afterwards = () => {};
        world.restart();
        const change = await world.propose();
        const { repository, pulls } = world.double;
        expect(pulls).toHaveLength(1);
        expect(change.number).toBe(1);
        const heads = Object.keys(repository.refs()).sort();
        expect(heads).toEqual([
          ...[`refs/heads/${BRANCH}`, 'refs/heads/main', 'refs/tags/start'],
        ]);
        const log = repository.git(['rev-list', `main..${BRANCH}`]);
        expect(log.split('\n')).toEqual([change.headSha]);
      },
    );

    it.each(Array.from({ length: STEPS }, (_, step) => step))(
      'does nothing twice when the answer to write %i is lost',
      async step => {
        let seen = 0;
        world.double.afterwards = request => {
          if (isWrite(request) && seen++ === step) {
            throw new Refusal(502, 'Server Error');
          }
        };
        const change = await world.propose();
        expect(world.double.pulls).toHaveLength(1);
        const log = world.double.repository.git([
          ...['rev-list', `main..${BRANCH}`],
        ]);
        expect(log.split('\n')).toEqual([change.headSha]);
      },
    );
  });

  it('shows a preview without sending anything to GitHub', async () => {
    const files: FileChange[] = [
      { path: UNIT, content: 'size = 2\n' },
      { path: 'README.md', delete: true },
      { path: 'new.sh', content: 'true\n', executable: true },
    ];
    const baseSha = world.double.repository.head('main')!;
    const preview = await world.host.previewDiff(world.repo, {
      ...{ baseSha, files },
    });
    expect(world.double.calls({ writes: true })).toEqual([]);
    const { commitSha } = await world.commit({ files });
    const own = world.double.repository.git([
      ...['diff-tree', '-p', '--full-index', '--no-renames'],
      ...[baseSha, commitSha],
    ]);
    expect(preview.trimEnd()).toBe(own);
  });

  it("takes GitHub's own diff for more contents than are worth reading one by one", async () => {
    await world.commit({ files: filesOf(120) });
    world.restart();
    world.double.requests.length = 0;
    const diff = await world.host.diff(world.repo, {
      ...{ base: 'refs/heads/main', head: BRANCH },
    });
    expect(diff.match(/^diff --git/gm)).toHaveLength(120);
    expect(world.double.calls().length).toBeLessThan(10);
    const formats = world.double.requests.map(({ headers }) => headers.accept);
    expect(formats).toContainEqual(expect.stringMatching(/\.diff$/));
  });

  it('answers for an annotated tag, and asks which one is meant where two have a name', async () => {
    const { repository } = world.double;
    repository.git(['tag', '-a', '-m', 'One', 'v1', 'main']);
    const main = repository.head('main');
    expect(await world.host.resolve(world.repo, 'v1')).toBe(main);
    repository.push({ branch: 'v1', files: { x: { content: 'x' } } });
    const attempt = world.host.resolve(world.repo, 'v1');
    const error = await attempt.catch((reason: unknown) => reason);
    expect(isGitHostError(error, 'git-ref-ambiguous')).toBe(true);
    expect(await world.host.resolve(world.repo, 'refs/tags/v1')).toBe(main);
  });
});
