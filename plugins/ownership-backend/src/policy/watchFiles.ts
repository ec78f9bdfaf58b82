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
  const settled = settle(onChange);
  const watchers = [...new Set(paths.map(path => dirname(path)))].flatMap(
    folder =>
      watchQuietly(folder, {}, name => {
        // `..data` is the link that Kubernetes swaps when a config map changes.
        if (!name || names.has(name) || name === '..data') settled.call();
      }),
  );
  return closing(watchers, settled);
}

/** As `watchFiles`, for everything in a folder and in the folders in it. */
export function watchFolder(
  folder: string,
  onChange: () => void,
): { close(): void } {
  const settled = settle(onChange);
  const watchers = watchQuietly(folder, { recursive: true }, settled.call);
  return closing(watchers, settled);
}

interface Settled {
  call(): void;
  cancel(): void;
}

function settle(onChange: () => void): Settled {
  let timer: NodeJS.Timeout | undefined;
  return {
    call() {
      clearTimeout(timer);
      timer = setTimeout(onChange, SETTLE_MS).unref();
    },
    cancel: () => clearTimeout(timer),
  };
}

function closing(watchers: FSWatcher[], settled: Settled): { close(): void } {
  return {
    close() {
      settled.cancel();
      watchers.forEach(watcher => watcher.close());
    },
  };
}

function watchQuietly(
  folder: string,
  options: { recursive?: boolean },
  changed: (name: string | null) => void,
): FSWatcher[] {
  try {
    const watcher = watch(
      folder,
      { persistent: false, ...options },
      (_, name) => changed(name),
    );
    watcher.on('error', () => watcher.close());
    return [watcher];
  } catch {
    return [];
  }
}
