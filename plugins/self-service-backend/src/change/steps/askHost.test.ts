// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The host is a real repository whose capabilities are those of a host with accounts.
import { NotAllowedError } from '@backstage/errors';
import { type GitHost, parseRepoUrl } from '@fairway/git-host';
import { createWorld, DEV, LIVE, type World } from '../../__testUtils__/world';
import type { ChangeStepContext } from '../types';
import { askHost } from './askHost';

const OWNERS = `* @acme/platform @Pia-On-Host
/${DEV}/ @dan-on-host @acme/data dana@acme.example
`;
const PATH = `${DEV}/x-db/terragrunt.hcl`;

let world: World;
let baseBranch: string;
const repository = parseRepoUrl(LIVE);

beforeAll(async () => {
  world = await createWorld();
  baseBranch = 'with-owners';
  await world.host.commit(repository, {
    branch: baseBranch,
    baseSha: (await world.host.resolve(repository, 'refs/heads/main'))!,
    files: [{ path: 'docs/CODEOWNERS', content: OWNERS }],
    message: 'Owners',
    trailers: [],
    author: { name: 'Platform', email: 'platform@acme.example' },
  });
});

afterAll(() => world.remove());

function asked(
  payload: object,
  options: {
    paths?: string[];
    requestReviewers?: GitHost['requestReviewers'];
  } = {},
) {
  const { paths = [PATH] } = options;
  const asks: object[] = [];
  const requestReviewers: GitHost['requestReviewers'] = async (_, ask) => {
    asks.push(ask);
    return { requested: [...ask.users, ...ask.teams], failed: [] };
  };
  const host = Object.assign(Object.create(world.host) as GitHost, {
    capabilities: { ...world.host.capabilities, reviews: true },
    readFile: world.host.readFile.bind(world.host),
    requestReviewers: options.requestReviewers ?? requestReviewers,
  });
  const context = {
    request: { payload, requesterRef: 'user:default/pia' },
    plan: { baseBranch, files: paths.map(path => ({ path })) },
  } as unknown as ChangeStepContext;
  const answer = askHost(context, {
    parts: { people: { namesOnHost: async () => ['pia-on-host'] } },
    place: { host, repository },
    change: { number: 7 } as Parameters<typeof askHost>[1]['change'],
  });
  return answer.then(each => ({ ...each, asks }));
}

describe('what a change asks of its host', () => {
  it('asks the code owners of its files, as they are at the base', async () => {
    expect(await asked({})).toEqual({
      asks: [{ number: 7, users: ['dan-on-host'], teams: ['data'] }],
      reviewers: ['dan-on-host', 'data'],
      checks: [
        {
          name: 'Reviewers on the host',
          state: 'warning',
          summary:
            'dana@acme.example was not asked: It is an email address, and the host asks by name',
        },
      ],
    });
  });

  it('never asks the requester, however the name is written', async () => {
    const { asks } = await asked({}, { paths: ['root.hcl'] });
    expect(asks).toEqual([{ number: 7, users: [], teams: ['platform'] }]);
    expect(await asked({ reviewers: ['@PIA-on-host'] })).toEqual({
      asks: [],
      checks: [],
    });
  });

  it('asks whom it is told to, and nobody where that is so', async () => {
    const { asks, checks } = await asked({
      reviewers: ['@octocat', 'acme/sre'],
    });
    expect(asks).toEqual([{ number: 7, users: ['octocat'], teams: ['sre'] }]);
    expect(checks).toEqual([
      {
        name: 'Reviewers on the host',
        state: 'passed',
        summary: 'octocat, sre',
      },
    ]);
    expect(await asked({ reviewers: [] })).toEqual({ asks: [], checks: [] });
  });

  it('shows whom the host did not take, and its reason', async () => {
    const { checks, reviewers } = await asked(
      { reviewers: ['octocat', 'ghost'] },
      {
        requestReviewers: async () => ({
          requested: ['octocat'],
          failed: [{ name: 'ghost', reason: 'Not a collaborator' }],
        }),
      },
    );
    expect(reviewers).toEqual(['octocat']);
    expect(checks).toEqual([
      {
        name: 'Reviewers on the host',
        state: 'warning',
        summary: 'ghost was not asked: Not a collaborator',
      },
    ]);
  });

  it('shows a refusal of the host, and tries again what it did not answer', async () => {
    const refusing = (error: Error) =>
      asked(
        { reviewers: ['octocat'] },
        { requestReviewers: () => Promise.reject(error) },
      );
    const { checks } = await refusing(new NotAllowedError('No right to ask'));
    expect(checks).toEqual([
      {
        name: 'Reviewers on the host',
        state: 'warning',
        summary: 'octocat was not asked: No right to ask',
      },
    ]);
    await expect(refusing(new Error('ECONNRESET'))).rejects.toThrow(
      'ECONNRESET',
    );
  });
});
