// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type GitHostErrorCode, isGitHostError } from '../errors';
import { Refusal, TOKEN } from './__testUtils__/GitHubDouble';
import { integrationsOf } from './__testUtils__/integrationsOf';
import { BRANCH, World } from './__testUtils__/World';
import { GitHubHost } from './GitHubHost';

describe('GitHubHost, when GitHub says no', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.create();
  });
  afterEach(() => world.double.dispose());

  const find = () => world.host.findChange(world.repo, { branch: BRANCH });
  async function refusal(attempt: Promise<unknown>) {
    const error = await attempt.then(
      () => new Error('it was not refused'),
      (reason: unknown) => reason,
    );
    if (!isGitHostError(error)) {
      throw error;
    }
    return error;
  }
  /** Refuses so many requests, and lets the others through. */
  const refuse = (times: number, make: () => Refusal) => {
    let left = times;
    world.double.interrupt = () => {
      if (left-- > 0) {
        throw make();
      }
      return undefined;
    };
  };

  it.each<[number, string, GitHostErrorCode]>([
    [401, 'Bad credentials', 'git-host-refused'],
    [403, 'Resource not accessible by integration', 'git-host-refused'],
    [404, 'Not Found', 'git-repository-not-found'],
    [422, 'Validation Failed', 'git-host-refused'],
    [451, 'Repository access blocked', 'git-host-refused'],
    [500, 'Server Error', 'git-host-unavailable'],
    [503, 'Unavailable', 'git-host-unavailable'],
  ])('%i "%s" is %s, with its words', async (status, words, code) => {
    refuse(Infinity, () => new Refusal(status, words));
    const error = await refusal(find());
    expect(error.code).toBe(code);
    expect(error.message).toContain(status === 404 ? 'acme' : words);
    expect(error.message).not.toContain(TOKEN);
  });

  it('asks once more after 502, and no more than twice more', async () => {
    refuse(2, () => new Refusal(502, 'Server Error'));
    expect(await find()).toBeUndefined();
    expect(world.double.requests).toHaveLength(3);
    world.double.requests.length = 0;
    refuse(Infinity, () => new Refusal(502, 'Server Error'));
    expect((await refusal(find())).code).toBe('git-host-unavailable');
    expect(world.double.requests).toHaveLength(3);
  });

  it('does not ask again after 409, and passes its words on', async () => {
    const words = 'Conflict';
    world.double.interrupt = ({ method, path }) => {
      if (method === 'POST' && path === '/git/trees') {
        throw new Refusal(409, words);
      }
      return undefined;
    };
    const error = await refusal(world.commit());
    expect(error.code).toBe('git-host-refused');
    expect(error.message).toContain(words);
    expect(world.double.calls({ writes: true })).toEqual(['POST /git/trees']);
  });

  const secondary = (seconds: number) =>
    new Refusal(403, 'You have exceeded a secondary rate limit.', {
      headers: { 'retry-after': String(seconds) },
    });

  it('waits as long as a secondary rate limit asks for', async () => {
    world.restart({ secondMs: 20 });
    refuse(1, () => secondary(5));
    const start = process.hrtime.bigint();
    await world.commit();
    const took = Number(process.hrtime.bigint() - start) / 1e6;
    expect(took).toBeGreaterThan(95);
    expect(world.double.repository.head(BRANCH)).toBeDefined();
  });

  it('says how long a limit lasts when that is too long to wait', async () => {
    refuse(Infinity, () => secondary(600));
    const error = await refusal(find());
    expect(error.code).toBe('git-host-limited');
    expect(error.details).toEqual({ retryAfterSeconds: 600 });
    expect(world.double.requests).toHaveLength(1);
  });

  it('knows the limit of an hour by its headers', async () => {
    const reset = Math.floor(Date.now() / 1000) + 1800;
    const headers = {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(reset),
    };
    const words = 'API rate limit exceeded for installation ID 1.';
    refuse(Infinity, () => new Refusal(403, words, { headers }));
    const error = await refusal(find());
    expect(error.code).toBe('git-host-limited');
    const seconds = Number(
      (error.details as { retryAfterSeconds: number }).retryAfterSeconds,
    );
    expect(seconds).toBeGreaterThan(1790);
    expect(seconds).toBeLessThanOrEqual(1800);
  });

  it.each([
    ['answers', () => {}],
    ['stays', (socket: Socket) => socket.destroy()],
  ])('gives up when nobody %s', async (_, welcome) => {
    const sockets: Socket[] = [];
    const server = createServer(socket => {
      sockets.push(socket);
      welcome(socket);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const apiBaseUrl = `http://127.0.0.1:${port}/api/v3`;
    const silent = world.restart({
      integrations: integrationsOf({ host: world.repo.host, apiBaseUrl }),
      timeoutMs: 50,
    });
    const error = await refusal(silent.defaultBranch(world.repo));
    expect(error.code).toBe('git-host-unavailable');
    sockets.forEach(socket => socket.destroy());
    server.close();
  });

  it('has to have an integration for its host', () => {
    const make = () =>
      GitHubHost.create({
        repositories: [{ owner: 'acme', repo: 'infra' }],
        integrations: integrationsOf({ host: 'ghe.acme.example' }),
      });
    expect(make).toThrow('"github.com", for which no Git host is set up');
  });

  it('sends no credentials for a repository that it was not made for', async () => {
    const foreign = { ...world.repo, repo: 'other' };
    const attempt = world.host.defaultBranch(foreign);
    expect((await refusal(attempt)).code).toBe('git-repository-not-configured');
    expect(world.double.requests).toEqual([]);
  });

  it('tells how to look at a branch', () => {
    const command = world.host.inspectCommand(world.repo, { branch: BRANCH });
    expect(command).toBe(
      `git fetch 'https://${world.repo.host}/acme/infra' '${BRANCH}' && git log -1 -p FETCH_HEAD`,
    );
  });
});
