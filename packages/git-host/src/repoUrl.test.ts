// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { formatRepoUrl, parseRepoUrl } from './repoUrl';

describe('parseRepoUrl', () => {
  it.each([
    ['local?owner=acme&repo=infrastructure-live', 'local'],
    ['github.com?owner=acme&repo=infrastructure-live', 'github.com'],
    ['github.com?repo=infrastructure-live&owner=acme', 'github.com'],
    [
      'git.acme.example:8443?owner=acme&repo=infrastructure-live',
      'git.acme.example:8443',
    ],
  ])('reads %s', (repoUrl, host) => {
    expect(parseRepoUrl(repoUrl)).toEqual({
      host,
      owner: 'acme',
      repo: 'infrastructure-live',
    });
  });

  it.each([
    ['', 'separated by "?"'],
    ['?owner=a&repo=b', 'separated by "?"'],
    ['https://github.com/acme/infra', 'separated by "?"'],
    ['https://github.com?owner=a&repo=b', 'not a host name'],
    ['user@github.com?owner=a&repo=b', 'not a host name'],
    ['local?owner=a', 'each once'],
    ['local?owner=a&repo=b&repo=c', 'each once'],
    ['local?owner=a&repo=b&project=c', '"project" is not known'],
    ['local?owner=..&repo=b', 'the owner ".."'],
    ['local?owner=a&repo=../../etc', 'the repo "../../etc"'],
    ['local?owner=a&repo=..%2Fetc', 'the repo "../etc"'],
    ['local?owner=-a&repo=b', 'the owner "-a"'],
    ['local?owner=a&repo=b.git', 'ends with .git'],
    ['local?owner=a&repo=', 'the repo ""'],
    ['local?owner=a%00&repo=b', 'the owner'],
  ])('refuses %j', (repoUrl, reason) => {
    expect(() => parseRepoUrl(repoUrl)).toThrow(reason);
  });

  it('names the value in its error', () => {
    expect(() => parseRepoUrl('local?owner=a&repo=..')).toThrow(
      '"local?owner=a&repo=.." is not a repository URL',
    );
  });
});

describe('formatRepoUrl', () => {
  it('gives the spelling that parseRepoUrl reads', () => {
    const repository = { host: 'local', owner: 'acme', repo: 'infra' };
    expect(formatRepoUrl(repository)).toBe('local?owner=acme&repo=infra');
    expect(parseRepoUrl(formatRepoUrl(repository))).toEqual(repository);
  });

  it('refuses what it could not read again', () => {
    expect(() =>
      formatRepoUrl({ host: 'local', owner: 'a&repo=x', repo: 'b' }),
    ).toThrow('the owner "a&repo=x"');
  });
});
