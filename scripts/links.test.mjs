// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Every link from one document of the repository to another leads somewhere.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from './lib/demo.mjs';

const tracked = execFileSync('git', ['ls-files', '-z', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  // API reports are generated. What is listed and not there is about to be removed.
  .filter(file => file && !file.endsWith('report.api.md'))
  .filter(file => fs.existsSync(path.join(root, file)));

const read = file => fs.readFileSync(path.join(root, file), 'utf8');
const withoutCode = text =>
  text.replace(/^ *```[\s\S]*?^ *```/gm, '').replace(/`[^`\n]*`/g, '');

/** Relative links and pictures of a text, `target#anchor`. */
export function linksOf(text) {
  return [...withoutCode(text).matchAll(/\]\(([^()\s]+)(?:\s+"[^"]*")?\)/g)]
    .map(([, link]) => link)
    .filter(link => !/^[a-z]+:/i.test(link));
}

/** Anchors of the headings, as GitHub makes them. */
export function anchorsOf(text) {
  const seen = new Map();
  return text
    .replace(/^```[\s\S]*?^```/gm, '')
    .split('\n')
    .filter(line => /^#{1,6} /.test(line))
    .map(line => {
      const words = line
        .replace(/^#+ /, '')
        .replace(/[`*_]|\[|\]\([^)]*\)/g, '');
      const anchor = words
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-');
      const times = seen.get(anchor) ?? 0;
      seen.set(anchor, times + 1);
      return times ? `${anchor}-${times}` : anchor;
    });
}

/** What is wrong with the links of a file. */
function deadLinks(file) {
  return linksOf(read(file)).flatMap(link => {
    const [target, anchor] = link.split('#');
    const at = target
      ? path.join(path.dirname(file), decodeURIComponent(target))
      : file;
    if (!fs.existsSync(path.join(root, at))) return [`${link}: not there`];
    if (!anchor || !at.endsWith('.md')) return [];
    return anchorsOf(read(at)).includes(anchor)
      ? []
      : [`${link}: no such heading`];
  });
}

describe('links between documents', () => {
  it('finds the links and headings that there are', () => {
    assert.deepEqual(
      linksOf('[a](b.md#c) `[no](x.md)` ![p](p.png) [web](https://x.y)'),
      ['b.md#c', 'p.png'],
    );
    assert.deepEqual(anchorsOf('# All, of `it`\n## Twice\n## Twice\n'), [
      'all-of-it',
      'twice',
      'twice-1',
    ]);
  });

  for (const file of tracked) {
    it(`of ${file}`, () => assert.deepEqual(deadLinks(file), []));
  }

  it('leave no guide out of the index', () => {
    const index = linksOf(read('docs/README.md'));
    const guides = fs
      .readdirSync(path.join(root, 'docs'))
      .filter(file => file.endsWith('.md') && file !== 'README.md');
    assert.deepEqual(
      guides.filter(guide => !index.includes(guide)),
      [],
    );
  });
});
