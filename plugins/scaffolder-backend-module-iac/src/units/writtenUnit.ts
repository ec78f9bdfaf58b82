// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { replaceVersion, resolveVersions } from '@fairway/iac';
import { actionError } from '../errors';
import type { ModuleReader } from './moduleReader';
import type { PlacedUnit } from './placedUnit';
import { writtenInStack } from './stackUnit';
import { type WrittenInputs, writtenInputs } from './writtenInputs';

/** Which module a unit takes, where it is written. */
export interface WrittenUnit {
  /** Of the module, without version. */
  source: string;
  version: string;
  /** The file with another version of the module, and where inputs are written in it. */
  moveTo(version: string): Promise<{ content: string; inputs: WrittenInputs }>;
}

/** @throws ConflictError `unit-version-unknown`, `unit-version-shared`; NotFoundError `module-not-vetted` */
export async function writtenUnit(
  placed: PlacedUnit,
  options: { modules: ModuleReader },
): Promise<WrittenUnit> {
  const { file, content, block, path, shared } = placed;
  if (block?.type === 'unit') {
    return writtenInStack({ ...placed, block }, options);
  }
  const sources = await resolveVersions({
    path: file,
    files: [{ path: file, content }, ...shared],
  });
  const found = sources.find(
    ({ of, at }) => of === 'module' && (!block || at[1] === block.name),
  );
  const { source, version, place } = found ?? {};
  if (!source || !version || !place) {
    throw actionError('unit-version-unknown', {
      path,
      reason: found?.reason ?? 'it takes no module',
    });
  }
  if (place.path !== file) {
    throw actionError('unit-version-shared', {
      path,
      shared: place.path,
      line: place.line,
    });
  }
  return {
    source,
    version,
    async moveTo(next) {
      const moved = await replaceVersion(content, { place, version: next });
      return { content: moved, inputs: await writtenInputs(placed, moved) };
    },
  };
}
