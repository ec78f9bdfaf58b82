// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import {
  parseProvenance,
  type Provenance,
  PROVENANCE_FILE,
  renderProvenance,
  type RepositoryFile,
} from '@fairway/iac';
import { readText, writeText } from '../workspace/files';

/** Writes where a unit comes from beside it, over what is there; keys that are not given stay as they were. */
export async function writeProvenance(options: {
  workspacePath: string;
  folder: string;
  provenance: Partial<Omit<Provenance, 'files'>>;
  /** Paths from the unit's folder. */
  files: RepositoryFile[];
  sensitiveInputs: string[];
}): Promise<{ path: string; content: string }> {
  const { workspacePath, folder, provenance, files, sensitiveInputs } = options;
  const path = `${folder}/${PROVENANCE_FILE}`;
  const before = await readProvenance(workspacePath, folder);
  const content = renderProvenance({
    parameters: {},
    ...before,
    // Without what is undefined.
    ...(JSON.parse(JSON.stringify(provenance)) as typeof provenance),
    files,
    sensitiveParameters: sensitiveInputs,
  });
  await writeText(workspacePath, path, content);
  return { path, content };
}

/** @throws InputError `provenance-invalid` */
export async function readProvenance(
  workspacePath: string,
  folder: string,
): Promise<Provenance | undefined> {
  const text = await readText(workspacePath, `${folder}/${PROVENANCE_FILE}`);
  return text === undefined ? undefined : parseProvenance(text);
}

/** Parameters with others over them; one that is undefined goes. */
export function mergedParameters(
  before: JsonObject,
  changes: Record<string, unknown>,
): JsonObject {
  return Object.fromEntries(
    Object.entries({ ...before, ...changes }).filter(
      ([, value]) => value !== undefined,
    ),
  ) as JsonObject;
}
