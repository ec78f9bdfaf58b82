// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** The unified diff of files that were not there, as git prints it but for the ids. */
export function newFilesDiff(
  files: { path: string; content: string }[],
): string {
  return [...files]
    .sort((one, other) => (one.path < other.path ? -1 : 1))
    .map(({ path, content }) => {
      const header = `diff --git a/${path} b/${path}\nnew file mode 100644\n`;
      if (content === '') return header;
      const isWhole = content.endsWith('\n');
      const lines = (isWhole ? content.slice(0, -1) : content).split('\n');
      const range = lines.length === 1 ? '1' : `1,${lines.length}`;
      return [
        `${header}--- /dev/null\n+++ b/${path}\n@@ -0,0 +${range} @@\n`,
        ...lines.map(line => `+${line}\n`),
        isWhole ? '' : '\\ No newline at end of file\n',
      ].join('');
    })
    .join('');
}
