// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { isGitHostError } from './errors';
import { caseKey, checkPath, parentFolders, PATH_LIMITS } from './paths';

describe('checkPath', () => {
  it.each([
    'main.tf',
    '.github/workflows/plan.yaml',
    '.gitignore',
    '.gitlab-ci.yml',
    'live/acme-prod/eu-west-1/prod/payments_db/terragrunt.hcl',
    'größe/データ.bin',
    'a b/c (1), x',
    'v1.2+build/@scope=1',
    'digit/git1',
    'console/command',
  ])('takes %j', path => {
    expect(() => checkPath(path)).not.toThrow();
  });

  it.each([
    ['', 'is empty'],
    ['/etc/passwd', 'is absolute'],
    ['C:/x', 'is absolute'],
    ['C:x', 'is absolute'],
    ['..', 'segment ..'],
    ['../evil', 'segment ..'],
    ['a/../../evil', 'segment ..'],
    ['./a', 'segment .'],
    ['a//b', 'empty segment'],
    ['a/', 'empty segment'],
    ['a\\..\\b', 'backslash'],
    ['a\0b', 'control character'],
    ['a\nM 100644 inline b', 'control character'],
    ['a\u007f', 'control character'],
    ['.git/config', "Git's own folder"],
    ['a/.GIT/hooks/x', "Git's own folder"],
    ['.git', "Git's own folder"],
    ['.git /config', "Git's own folder"],
    ['.git./config', "Git's own folder"],
    ['.git. ./config', "Git's own folder"],
    ['git~1/config', "Git's own folder"],
    ['GIT~2', "Git's own folder"],
    ['.git::$INDEX_ALLOCATION/config', "Git's own folder"],
    ['.g\u200cit/config', 'not allowed'],
    ['a\u202e.tf', 'not allowed'],
    ['a.', 'ends with a dot'],
    ['a /b', 'ends with a dot or a space'],
    ['-rf/x', 'begins with a space or a hyphen'],
    [' a', 'begins with a space or a hyphen'],
    ['a/nul', 'device name'],
    ['COM1.txt', 'device name'],
    ['a"b', 'not allowed'],
    ['$(id)', 'not allowed'],
    ['ab:c', 'not allowed'],
    ['a*', 'not allowed'],
    ['ta\u0308g', 'normal form C'],
    ['🚀.tf', 'not allowed'],
    ['half\ud83d', 'not allowed'],
    ['a'.repeat(256), 'more than 255 bytes'],
    ['ä'.repeat(128), 'more than 255 bytes'],
    ['ab/'.repeat(400), `more than ${PATH_LIMITS.pathBytes} bytes`],
  ])('refuses %j: %s', (path, reason) => {
    expect(() => checkPath(path)).toThrow(reason);
  });

  function refusal(path: string): unknown {
    try {
      checkPath(path);
    } catch (error) {
      return error;
    }
    return undefined;
  }

  it('names the path in its error, shortened and with nothing invisible in it', () => {
    expect(isGitHostError(refusal('../evil'), 'git-path-invalid')).toBe(true);
    expect(String(refusal('../evil'))).toContain('"../evil"');
    expect(String(refusal('a\n\u202eb'))).toContain('"a\\u{a}\\u{202e}b"');
    const long = String(refusal('x'.repeat(10_000)));
    expect(long).toContain(`"${'x'.repeat(200)}… (10000 characters)"`);
    expect(long.length).toBeLessThan(500);
  });

  it('takes nothing that leaves the folder or reaches .git, whatever it is put together from', () => {
    const part = fc.constantFrom(
      ...['..', '.', '', '.git', '.GiT', 'git~1', ' ', '/', '\\', 'a', '\0'],
      ...['live', 'ä', '\u200c', ':', '-', 'x.tf', '\u0308'],
    );
    const path = fc
      .tuple(fc.array(part, { maxLength: 6 }), fc.constantFrom('', '/'))
      .map(([parts, separator]) => parts.join(separator));
    let taken = 0;
    fc.assert(
      fc.property(
        path.filter(candidate => refusal(candidate) === undefined),
        candidate => {
          taken += 1;
          // What the path means to somebody who resolves it is the path itself.
          expect(posix.join('/root', candidate)).toBe(`/root/${candidate}`);
          expect(win32.normalize(candidate)).toBe(
            candidate.replaceAll('/', '\\'),
          );
          expect(candidate).not.toMatch(/(^|\/)(\.git|git~\d+)[. ]*(\/|$)/i);
        },
      ),
      { numRuns: 500 },
    );
    expect(taken).toBeGreaterThanOrEqual(500);
  });
});

describe('caseKey', () => {
  it.each([
    ['README', 'readme'],
    ['Straße', 'STRASSE'],
    ['ẞ', 'ss'],
    ['Σας', 'ΣΑΣ'],
  ])('takes %j and %j for one name', (one, other) => {
    expect(caseKey(one)).toBe(caseKey(other));
  });
});

describe('parentFolders', () => {
  it('lists them from the root down', () => {
    expect(parentFolders('a/b/c')).toEqual(['', 'a', 'a/b']);
    expect(parentFolders('a')).toEqual(['']);
  });
});
