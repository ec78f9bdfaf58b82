// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { headerPath, markerPath } from './diffPaths';

/** One line of a hunk. `note` is git's own word, such as the missing newline at the end. */
export interface DiffLine {
  kind: 'context' | 'added' | 'removed' | 'note';
  text: string;
  /** Number in the old file, from 1. */
  oldLine?: number;
  /** Number in the new file, from 1. */
  newLine?: number;
}

/** A run of lines; `header` is git's `@@` line. */
export interface DiffHunk {
  header: string;
  lines: DiffLine[];
}

/** What the diff says about one file. */
export interface DiffFile {
  path: string;
  previousPath?: string;
  change: 'created' | 'changed' | 'deleted' | 'renamed';
  isBinary: boolean;
  added: number;
  removed: number;
  hunks: DiffHunk[];
}

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/**
 * Reads a unified diff as `git diff` prints it: several files, new, deleted,
 * renamed and binary ones, quoted paths. Lines it does not know are skipped.
 */
export function parseUnifiedDiff(diff: string): DiffFile[] {
  const files: DiffFile[] = [];
  let file: DiffFile | undefined;
  let hunk: DiffHunk | undefined;
  // Lines that the hunk still owes. Counting them, not looking at them, keeps a
  // removed line "-- x" (printed as "--- x") from being read as a file header.
  let oldLeft = 0;
  let newLeft = 0;
  let oldLine = 0;
  let newLine = 0;

  const start = (path: string) => {
    file = {
      path,
      change: 'changed',
      isBinary: false,
      added: 0,
      removed: 0,
      hunks: [],
    };
    hunk = undefined;
    files.push(file);
    return file;
  };

  const lines = diff.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();

  for (const line of lines) {
    if (file && hunk && (oldLeft > 0 || newLeft > 0)) {
      const text = line.slice(1);
      if (line.startsWith('+')) {
        hunk.lines.push({ kind: 'added', text, newLine: newLine++ });
        file.added += 1;
        newLeft -= 1;
      } else if (line.startsWith('-')) {
        hunk.lines.push({ kind: 'removed', text, oldLine: oldLine++ });
        file.removed += 1;
        oldLeft -= 1;
      } else if (line.startsWith('\\')) {
        hunk.lines.push({ kind: 'note', text: text.trim() });
      } else {
        const numbers = { oldLine: oldLine++, newLine: newLine++ };
        hunk.lines.push({ kind: 'context', text, ...numbers });
        oldLeft -= 1;
        newLeft -= 1;
      }
      continue;
    }

    const range = HUNK.exec(line);
    if (line.startsWith('diff --git ')) {
      start(headerPath(line.slice('diff --git '.length)));
    } else if (file && range) {
      oldLine = Number(range[1]);
      oldLeft = Number(range[2] ?? 1);
      newLine = Number(range[3]);
      newLeft = Number(range[4] ?? 1);
      hunk = { header: line, lines: [] };
      file.hunks.push(hunk);
    } else if (line.startsWith('\\') && hunk) {
      hunk.lines.push({ kind: 'note', text: line.slice(1).trim() });
    } else if (line.startsWith('--- ')) {
      // Without git's own header this line starts the file.
      if (!file || hunk) start('');
      const path = markerPath(line.slice(4));
      if (file && path === undefined) file.change = 'created';
      else if (file && path) file.path ||= path;
    } else if (file && line.startsWith('+++ ')) {
      const path = markerPath(line.slice(4));
      if (path === undefined) file.change = 'deleted';
      else file.path = path;
    } else if (file && line.startsWith('new file mode ')) {
      file.change = 'created';
    } else if (file && line.startsWith('deleted file mode ')) {
      file.change = 'deleted';
    } else if (file && line.startsWith('rename from ')) {
      file.change = 'renamed';
      file.previousPath = markerPath(line.slice('rename from '.length), '');
    } else if (file && line.startsWith('rename to ')) {
      file.path = markerPath(line.slice('rename to '.length), '') ?? file.path;
    } else if (
      file &&
      (line.startsWith('Binary files ') || line === 'GIT binary patch')
    ) {
      file.isBinary = true;
    }
  }
  return files;
}
