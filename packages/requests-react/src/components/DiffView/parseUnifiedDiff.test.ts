// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseUnifiedDiff } from './parseUnifiedDiff';

// Printed by `git diff -M` over two commits that hold one case of each.
const DIFF = String.raw`diff --git a/empty.txt b/empty.txt
new file mode 100644
index 0000000..e69de29
diff --git a/gone.txt b/gone.txt
deleted file mode 100644
index 286c5f5..0000000
--- a/gone.txt
+++ /dev/null
@@ -1 +0,0 @@
-gone
diff --git "a/gr\303\266\303\237e \"1\".txt" "b/gr\303\266\303\237e \"1\".txt"
new file mode 100644
index 0000000..587be6b
--- /dev/null
+++ "b/gr\303\266\303\237e \"1\".txt"TAB
@@ -0,0 +1 @@
+x
diff --git a/live/x.hcl b/live/x.hcl
index de0e10b..005e0d8 100644
--- a/live/x.hcl
+++ b/live/x.hcl
@@ -1,10 +1,9 @@
 a = 1
--- old note
-b = 2
+b = 22
 c = 3
 d = 4
 e = 5
 f = 6
 g = 7
 h = 8
-i = 9
+i = 10
\ No newline at end of file
diff --git a/logo.bin b/logo.bin
index bdc955b..8835708 100644
Binary files a/logo.bin and b/logo.bin differ
diff --git a/from.txt b/to b/file.txt
similarity index 75%
rename from from.txt
rename to to b/file.txt
index b2f931a..5135309 100644
--- a/from.txt
+++ b/to b/file.txtTAB
@@ -1,5 +1,5 @@
 one
 two
-three
+3
 four
 five
diff --git a/with space.txt b/with space.txt
new file mode 100644
index 0000000..975fbec
--- /dev/null
+++ b/with space.txtTAB
@@ -0,0 +1 @@
+y
`.replace(/TAB/g, '\t');

describe('parseUnifiedDiff', () => {
  const files = parseUnifiedDiff(DIFF);

  it('finds every file with what happened to it', () => {
    expect(
      files.map(({ path, change, isBinary, added, removed }) => ({
        path,
        change,
        isBinary,
        counts: [added, removed],
      })),
    ).toEqual([
      { path: 'empty.txt', change: 'created', isBinary: false, counts: [0, 0] },
      { path: 'gone.txt', change: 'deleted', isBinary: false, counts: [0, 1] },
      {
        path: 'größe "1".txt',
        change: 'created',
        isBinary: false,
        counts: [1, 0],
      },
      {
        path: 'live/x.hcl',
        change: 'changed',
        isBinary: false,
        counts: [2, 3],
      },
      { path: 'logo.bin', change: 'changed', isBinary: true, counts: [0, 0] },
      {
        path: 'to b/file.txt',
        change: 'renamed',
        isBinary: false,
        counts: [1, 1],
      },
      {
        path: 'with space.txt',
        change: 'created',
        isBinary: false,
        counts: [1, 0],
      },
    ]);
    expect(files[5].previousPath).toBe('from.txt');
  });

  it('numbers the lines of both sides and does not take a removed line for a header', () => {
    const [hunk] = files[3].hunks;
    expect(hunk.header).toBe('@@ -1,10 +1,9 @@');
    expect(hunk.lines.slice(0, 5)).toEqual([
      { kind: 'context', text: 'a = 1', oldLine: 1, newLine: 1 },
      { kind: 'removed', text: '-- old note', oldLine: 2 },
      { kind: 'removed', text: 'b = 2', oldLine: 3 },
      { kind: 'added', text: 'b = 22', newLine: 2 },
      { kind: 'context', text: 'c = 3', oldLine: 4, newLine: 3 },
    ]);
    expect(hunk.lines.slice(-2)).toEqual([
      { kind: 'added', text: 'i = 10', newLine: 9 },
      { kind: 'note', text: 'No newline at end of file' },
    ]);
  });

  it('reads a diff without the header of git', () => {
    expect(
      parseUnifiedDiff(
        '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n--- a/y\n+++ b/y\n@@ -1 +1 @@\n-c\n+d\n',
      ),
    ).toMatchObject([
      { path: 'x', added: 1, removed: 1 },
      { path: 'y', added: 1, removed: 1 },
    ]);
  });

  it('finds nothing in nothing', () => {
    expect(parseUnifiedDiff('')).toEqual([]);
    expect(parseUnifiedDiff('\n')).toEqual([]);
  });
});
