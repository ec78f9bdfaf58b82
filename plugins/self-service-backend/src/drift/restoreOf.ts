// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ChangeFile,
  DriftItem,
} from '@fairway/backstage-plugin-self-service-common';
import { readTexts } from '../reads/readTexts';
import type { Head } from './compareResource';

/** More than these are put back by hand. */
const MAX_FILES = 50;

/** The change that puts back what a commit had; undefined where some of it is no text, or it is too much. */
export async function restoreOf(
  paths: string[],
  options: { head: Head; mergeSha: string },
): Promise<DriftItem['restore']> {
  const { mergeSha, head } = options;
  const { host, repository, sha } = head;
  if (paths.length > MAX_FILES) return undefined;
  const { texts, missing } = await readTexts(paths, {
    host,
    repository,
    ref: mergeSha,
    limit: MAX_FILES,
    lenient: true,
  });
  if (texts.length + missing.length < paths.length) return undefined;
  const files: ChangeFile[] = [
    ...texts.map(({ path, content }) => ({ path, content })),
    ...missing.map(path => ({ path, delete: true as const })),
  ];
  const diff = await host.previewDiff(repository, { baseSha: sha, files });
  return { files, diff };
}
