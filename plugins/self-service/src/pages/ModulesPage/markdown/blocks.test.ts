// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readBlocks } from './blocks';

describe('readBlocks', () => {
  it('reads headings, paragraphs over lines, lists, quotes and code', () => {
    expect(
      readBlocks(
        '# Title #\nfirst\nsecond\n\n1. one\n   more\n2. two\n\n> said\n> so\n\n~~~\n# no title\n\n~~~\n---\nend',
      ),
    ).toEqual([
      { kind: 'heading', level: 1, text: 'Title' },
      { kind: 'paragraph', text: 'first second' },
      { kind: 'list', isOrdered: true, items: ['one more', 'two'] },
      { kind: 'quote', text: 'said so' },
      { kind: 'code', text: '# no title\n' },
      { kind: 'paragraph', text: 'end' },
    ]);
  });

  it('reads tables, with a bar in a cell', () => {
    expect(readBlocks('| a | b |\r\n|---|:-:|\r\n| x \\| y | |\r\n')).toEqual([
      { kind: 'table', header: ['a', 'b'], rows: [['x | y', '']] },
    ]);
  });

  it('takes whatever is left open to the end, and HTML for text', () => {
    expect(readBlocks('```\nopen')).toEqual([{ kind: 'code', text: 'open' }]);
    expect(readBlocks('<script>x</script>')).toEqual([
      { kind: 'paragraph', text: '<script>x</script>' },
    ]);
    expect(readBlocks('')).toEqual([]);
  });
});
