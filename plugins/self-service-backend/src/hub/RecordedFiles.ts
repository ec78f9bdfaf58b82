// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { SelfServiceSpec } from '@fairway/backstage-plugin-self-service-common';
import { parse } from 'yaml';
import { selfServiceError, wordsOf } from '../errors';
import type { BaseReads, Reader } from '../reads/BaseReads';
import type { UnitReads } from '../reads/UnitReads';

const UNIT = /^(.+)\/terragrunt\.hcl$/;
const YAML = /\.ya?ml$/;

export interface RecordedFilesOptions {
  reads: BaseReads;
  units: UnitReads;
}

/** Files that entities are made by, as values, for whoever may plan them. */
export class RecordedFiles {
  readonly #options: RecordedFilesOptions;

  static create(options: RecordedFilesOptions): RecordedFiles {
    return new RecordedFiles(options);
  }

  private constructor(options: RecordedFilesOptions) {
    this.#options = options;
  }

  /**
   * A unit's `inputs`, or a YAML file as it is. Undefined where it is of another kind, or not there.
   *
   * @throws what `BaseReads.files` and `UnitReads.read` throw; InputError `file-not-yaml`
   */
  async read(
    place: { repoUrl: string; path: string },
    reader: Reader,
  ): Promise<JsonObject | undefined> {
    const { reads, units } = this.#options;
    const { repoUrl, path } = place;
    const [, folder] = UNIT.exec(path) ?? [];
    if (folder !== undefined) {
      const { inputs, module } = await units.read(
        { repoUrl, path: folder },
        reader,
      );
      return { inputs, ...(module && { module }) };
    }
    if (!YAML.test(path)) return undefined;
    const { files } = await reads.files({ repoUrl, paths: [path] }, reader);
    const text = files.find(each => each.path === path);
    if (!text) return undefined;
    try {
      return parse(text.content) ?? {};
    } catch (cause) {
      throw selfServiceError(
        'file-not-yaml',
        { path, problem: wordsOf(cause) },
        { cause },
      );
    }
  }
}

/** Where the file of an entity is: as the template says, else as the entity's annotation does. */
export function fileOf(
  { file }: Pick<SelfServiceSpec, 'file'>,
  options: { entity: Entity; environment: string },
): { repoUrl: string; path: string } | undefined {
  const { entity, environment } = options;
  const { annotations = {}, name } = entity.metadata;
  if (file) {
    const path = file.path
      .replaceAll('{environment}', environment)
      .replaceAll('{name}', name);
    return { repoUrl: file.repoUrl, path };
  }
  const [repoUrl, path] =
    annotations['fairway.dev/source-file']?.split('#') ?? [];
  return repoUrl && path ? { repoUrl, path } : undefined;
}
