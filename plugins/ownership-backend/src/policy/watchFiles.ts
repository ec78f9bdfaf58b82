// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Editors write a file in several steps; one reload follows the last of them. */
const SETTLE_MS = 200;

/**
 * Calls back soon after one of the files changed, appeared or went. A hint
 * only: where the system cannot watch (a folder that is not there yet, a
 * network file system) nothing is called, and the regular reload finds out.
 *
 * The folders are watched, since an editor or a mounted config map replaces
 * the file itself.
 */
export function watchFiles(options: {
  paths: string[];
  onChange: () => void;
}): { close(): void } {
  const { paths, onChange } = options;
  const names = new Set(paths.map(path => basename(path)));
  let timer: NodeJS.Timeout | undefined;
  const changed = (name: string | null) => {
    // `..data` is the link that Kubernetes swaps when a config map changes.
    if (name && !names.has(name) && name !== '..data') {
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(onChange, SETTLE_MS).unref();
  };
  const watchers = [...new Set(paths.map(path => dirname(path)))].flatMap(
    folder => watchFolder(folder, changed),
  );
  return {
    close() {
      clearTimeout(timer);
      watchers.forEach(watcher => watcher.close());
    },
  };
}

function watchFolder(
  folder: string,
  changed: (name: string | null) => void,
): FSWatcher[] {
  try {
    const watcher = watch(folder, { persistent: false }, (_, name) =>
      changed(name),
    );
    watcher.on('error', () => watcher.close());
    return [watcher];
  } catch {
    return [];
  }
}
