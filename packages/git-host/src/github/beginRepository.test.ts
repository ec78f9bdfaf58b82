// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What only GitHub does while a repository begins; what every host does is in the contract.
import { beginSearch } from '../__testUtils__/proposeUnit';
import { isGitHostError } from '../errors';
import { GitHubDouble, OWNER, Refusal } from './__testUtils__/GitHubDouble';
import { World } from './__testUtils__/World';

let world: World;
const history = () => world.double.repository.git(['rev-list', 'main']);
const begin = () =>
  beginSearch(world.restart({ newRepositoryOwners: [OWNER] }), world.repo);
const made = () => world.double.calls({ writes: true });

beforeEach(async () => {
  world = World.on(await GitHubDouble.without());
});
afterEach(() => world.double.dispose());

describe('a repository on GitHub', () => {
  it('is private, made empty, and its commit takes the place of the seed only', async () => {
    const { commitSha, url } = await begin();
    expect(made()).toEqual([
      'POST /api/v3/orgs/acme/repos',
      'PUT /contents/catalog-info.yaml',
      'POST /git/trees',
      'POST /git/commits',
      'POST /api/graphql',
    ]);
    const [order, seed] = world.double.requests.filter(
      ({ method }) => method !== 'GET',
    );
    expect(order.body).toEqual({
      ...{ name: 'infra', private: true, auto_init: false },
    });
    expect(seed.body).toMatchObject({ message: 'Begin orders-search\n' });
    expect(history()).toBe(commitSha);
    expect(url).toBe(`https://${world.double.host}/acme/infra`);
  });

  it.each([0, 1, 2, 3, 4])(
    'is made good when the answer to write %d is lost',
    async lost => {
      let writes = 0;
      world.double.afterwards = ({ method }) => {
        if (method === 'GET') return;
        writes += 1;
        if (writes === lost + 1) throw new Refusal(500, 'Server Error');
      };
      const { commitSha } = await begin();
      expect(history()).toBe(commitSha);
      expect(writes).toBeGreaterThan(lost);
    },
  );

  it('keeps what somebody pushed between the seed and the commit', async () => {
    let theirs = '';
    world.double.interrupt = ({ path }) => {
      if (path === '/api/graphql' && theirs === '') {
        const files = { 'notes.md': { content: 'unseen\n' } };
        theirs = world.double.repository.push({ branch: 'main', files });
      }
      return undefined;
    };
    await expect(begin()).rejects.toMatchObject({
      code: 'git-repository-taken',
    });
    expect(history().split('\n')[0]).toBe(theirs);
  });

  it("is the account's own where the owner is no organization", async () => {
    world.double.account = OWNER;
    await begin();
    expect(made().slice(0, 2)).toEqual([
      'POST /api/v3/orgs/acme/repos',
      'POST /api/v3/user/repos',
    ]);
  });

  it('is refused in the words of GitHub, and for an owner that is nobody known', async () => {
    const org = '/api/v3/orgs/acme/repos';
    const answers = [
      new Refusal(403, 'You need admin access to the organization'),
      new Refusal(404, 'Not Found'),
    ];
    for (const answer of answers) {
      world.double.interrupt = ({ path }) => {
        if (path === org) throw answer;
        return undefined;
      };
      const refused: unknown = await begin().catch(error => error);
      expect(isGitHostError(refused, 'git-host-refused')).toBe(true);
      expect((refused as Error).message).toMatch(
        answer.status === 403 ? /admin access/ : /"acme" is no organization/,
      );
    }
    expect(world.double.isThere).toBe(false);
  });

  it('is refused in its words where it says the same twice', async () => {
    world.double.interrupt = ({ method, path }) => {
      if (method === 'PUT' && path.startsWith('/contents/')) {
        throw new Refusal(409, 'Repository rule violations found');
      }
      return undefined;
    };
    await expect(begin()).rejects.toThrow('rule violations');
    expect(made().filter(call => call.startsWith('PUT'))).toHaveLength(2);
  });

  it.each<[string, (double: GitHubDouble) => void]>([
    [
      'is public',
      double => {
        double.isPrivate = false;
      },
    ],
    [
      'is called "acme/other" now',
      double => {
        double.fullName = 'acme/other';
      },
    ],
  ])('is not made of one that %s', async (reason, setUp) => {
    world.double.isThere = true;
    setUp(world.double);
    const refused = await begin().catch(error => error);
    expect(refused).toMatchObject({ code: 'git-repository-taken' });
    expect(refused.message).toContain(reason);
    expect(made()).toEqual([]);
  });

  it('begins on a server that cannot name the commit', async () => {
    world.double.interrupt = ({ path }) =>
      path === '/api/graphql'
        ? {
            body: {
              errors: [
                {
                  message:
                    "Field 'updateRefs' doesn't exist on type 'Mutation'",
                },
              ],
            },
          }
        : undefined;
    const { commitSha } = await begin();
    expect(made().at(-1)).toBe('PATCH /git/refs/heads/main');
    expect(history()).toBe(commitSha);
  });
});
