// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { SelfServiceRequestOptions } from './api';
import { callSelfService } from './callSelfService';
import type {
  DependentsAnswer,
  ModuleInspection,
  RepositoryFilesAnswer,
} from './repositories';
import type { UnitAnswer, UnitsAnswer } from './units';
import type { SelfServiceClientOptions } from './SelfServiceClient';

/**
 * What the self-service backend reads for a person: files of configured repositories, and what a vetted module takes.
 * Every method rejects with a `ResponseError` on failure, whose `cause.code` is stable.
 *
 * @public
 */
export interface InfrastructureApi {
  /** `paths` are files and folders, at most 50. */
  readFiles(
    input: { repoUrl: string; paths: string[] },
    options?: SelfServiceRequestOptions,
  ): Promise<RepositoryFilesAnswer>;
  /** Who needs the unit in the folder. */
  dependentsOf(
    input: { repoUrl: string; path: string },
    options?: SelfServiceRequestOptions,
  ): Promise<DependentsAnswer>;
  inspectModule(
    input: { name: string; version: string },
    options?: SelfServiceRequestOptions,
  ): Promise<ModuleInspection>;
  /** The units that the person may plan; of one environment where one is given. */
  listUnits(
    input: { repoUrl: string; environment?: string },
    options?: SelfServiceRequestOptions,
  ): Promise<UnitsAnswer>;
  /** What the unit in the folder sets now. */
  readUnit(
    input: { repoUrl: string; path: string },
    options?: SelfServiceRequestOptions,
  ): Promise<UnitAnswer>;
}

/**
 * HTTP client of {@link InfrastructureApi}, for front ends and backends.
 *
 * @public
 */
export class InfrastructureClient implements InfrastructureApi {
  readonly #options: SelfServiceClientOptions;

  static create(options: SelfServiceClientOptions): InfrastructureClient {
    return new InfrastructureClient(options);
  }

  private constructor(options: SelfServiceClientOptions) {
    this.#options = options;
  }

  readFiles(
    { repoUrl, paths }: { repoUrl: string; paths: string[] },
    options?: SelfServiceRequestOptions,
  ): Promise<RepositoryFilesAnswer> {
    const query = new URLSearchParams({ repoUrl });
    for (const path of paths) query.append('path', path);
    return callSelfService(
      this.#options,
      `/repositories/files?${query}`,
      options,
    );
  }

  dependentsOf(
    { repoUrl, path }: { repoUrl: string; path: string },
    options?: SelfServiceRequestOptions,
  ): Promise<DependentsAnswer> {
    const query = new URLSearchParams({ repoUrl, path });
    return callSelfService(
      this.#options,
      `/repositories/dependents?${query}`,
      options,
    );
  }

  inspectModule(
    { name, version }: { name: string; version: string },
    options?: SelfServiceRequestOptions,
  ): Promise<ModuleInspection> {
    const path = [name, 'versions', version].map(encodeURIComponent).join('/');
    return callSelfService(this.#options, `/modules/${path}`, options);
  }

  listUnits(
    { repoUrl, environment }: { repoUrl: string; environment?: string },
    options?: SelfServiceRequestOptions,
  ): Promise<UnitsAnswer> {
    const query = new URLSearchParams({
      repoUrl,
      ...(environment !== undefined && { environment }),
    });
    return callSelfService(
      this.#options,
      `/repositories/units?${query}`,
      options,
    );
  }

  readUnit(
    { repoUrl, path }: { repoUrl: string; path: string },
    options?: SelfServiceRequestOptions,
  ): Promise<UnitAnswer> {
    const query = new URLSearchParams({ repoUrl, path });
    return callSelfService(
      this.#options,
      `/repositories/unit?${query}`,
      options,
    );
  }
}
