// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { GitHosts } from './GitHosts';
import { BareRepository } from './local/__testUtils__/bareRepository';
import { LocalGitHost } from './local/LocalGitHost';

describe('GitHosts', () => {
  let repository: BareRepository;
  let local: LocalGitHost;

  beforeAll(async () => {
    repository = BareRepository.create();
    local = await LocalGitHost.create({ root: repository.root });
  });
  afterAll(() => repository.dispose());

  const hosts = () =>
    GitHosts.create({
      repositories: [
        { repoUrl: 'local?owner=acme&repo=infra', title: 'Live' },
        { repoUrl: 'local?owner=acme&repo=modules', title: 'Modules' },
      ],
      hosts: { local },
    });

  it('resolves a named repository to its host and its own configuration', async () => {
    const found = hosts().resolve('local?repo=infra&owner=acme');
    expect(found.entry.title).toBe('Live');
    expect(await found.host.resolve(found.repository, 'main')).toBe(
      repository.head('main'),
    );
  });

  it.each([
    'local?owner=acme&repo=other',
    'local?owner=Acme&repo=infra',
    'github.com?owner=acme&repo=infra',
  ])('refuses %s, which the configuration does not name', repoUrl => {
    expect(() => hosts().resolve(repoUrl)).toThrow(
      `The repository "${repoUrl}" is not named in the configuration`,
    );
  });

  it('keeps what it resolved from being pointed elsewhere', () => {
    const { repository: ref } = hosts().resolve('local?owner=acme&repo=infra');
    expect(() => Object.assign(ref, { repo: 'other' })).toThrow(TypeError);
  });

  it('lists what is configured', () => {
    expect(
      hosts()
        .list()
        .map(({ entry }) => entry.title),
    ).toEqual(['Live', 'Modules']);
  });

  it.each(['github.com?owner=a&repo=b', 'constructor?owner=a&repo=b'])(
    'does not start with %s, for which there is no host',
    repoUrl => {
      expect(() =>
        GitHosts.create({ repositories: [{ repoUrl }], hosts: { local } }),
      ).toThrow('no Git host is set up');
    },
  );
});
