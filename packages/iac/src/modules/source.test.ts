// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { REPOSITORY } from './__testUtils__/modules';
import { formatModuleSource, parseModuleSource } from './source';

describe('parseModuleSource', () => {
  it.each([
    `${REPOSITORY}//modules/network?ref=v1.1.0`,
    `${REPOSITORY}//modules/network`,
    'git::ssh://git@git.example.com:2222/acme/modules.git//network?ref=release/1.0',
    'git::https://git.example.com/acme/modules//network?ref=v1.0.0-rc.1+b',
  ])('takes %s apart and puts it together', source => {
    expect(formatModuleSource(parseModuleSource(source))).toBe(source);
  });

  it('names the parts', () => {
    expect(
      parseModuleSource(`${REPOSITORY}//modules/network?ref=v1.1.0`),
    ).toEqual({
      repository: REPOSITORY,
      path: 'modules/network',
      ref: 'v1.1.0',
    });
  });

  it.each([
    ['./modules/network', 'path on a machine'],
    ['../network', 'path on a machine'],
    ['/etc', 'path on a machine'],
    ['C:\\modules', 'path on a machine'],
    ['file:///x//y', 'path on a machine'],
    ['git::file:///x.git//y', 'protocol other than'],
    ['git::http://x/y.git//z', 'without encryption'],
    ['git::ext::sh -c id//x', 'space'],
    ['git::ssh://root@x/y.git//z', 'user name'],
    ['git::https://user:secret@x/y.git//z', 'user name'],
    ['git@github.com:acme/x.git//y', 'short ssh form'],
    ['git::git@github.com:acme/x.git//y', 'short ssh form'],
    ['tfr://registry.example.com/a/b/c?version=1', 'registry'],
    ['https://x/y.zip', 'not in a Git repository'],
    ['s3::https://x/y.zip', 'not in a Git repository'],
    ['acme/network/aws', 'not in a form'],
    ['github.com/acme/x//y', 'not in a form'],
    [REPOSITORY, 'names no module folder'],
    [`${REPOSITORY}//`, 'names no module folder'],
    [`${REPOSITORY}//modules/../x`, 'leaves its folder'],
    [`${REPOSITORY}//modules/%2e%2e/x`, 'leaves its folder'],
    [`${REPOSITORY}//m?ref=v1&depth=1`, 'other parameters'],
    [`${REPOSITORY}//m?sshkey=x`, 'other parameters'],
    [`${REPOSITORY}//m?ref=v1#x`, 'other parameters'],
    [`${REPOSITORY}//m?ref=--upload-pack=x`, 'form'],
    [`${REPOSITORY}//m?ref=a..b`, 'ref'],
    [`${REPOSITORY}//m?ref=\${x}`, 'template'],
    [`${REPOSITORY}//m\n?ref=v1`, 'control character'],
    [`${REPOSITORY}//${'m'.repeat(2000)}`, 'too long'],
  ])('refuses %j by name', (source, words) => {
    const parse = () => parseModuleSource(source);
    expect(parse).toThrow(
      expect.objectContaining({ code: 'module-source-invalid' }),
    );
    expect(parse).toThrow(words);
  });

  it('does not put parts together that read back otherwise', () => {
    expect(() =>
      formatModuleSource({ repository: `${REPOSITORY}//a`, path: 'b' }),
    ).toThrow(expect.objectContaining({ code: 'module-source-invalid' }));
    expect(() =>
      formatModuleSource({ repository: REPOSITORY, path: 'b?ref=v1' }),
    ).toThrow('does not read back');
  });
});
