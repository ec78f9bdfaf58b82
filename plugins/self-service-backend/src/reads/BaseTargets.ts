// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What files belong to as they stand: a unit's service by its module, a stack's by its units, those of plain Terraform by
// the modules that it calls.
import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import type { RepositoryText } from '@fairway/backstage-plugin-self-service-common';
import { selfServiceError } from '../errors';
import type { BaseFiles } from '../gate/BaseFiles';
import { accountOf } from '../gate/baseFacts';
import { isStack, readStack, STACK_FILE } from '../gate/deriveStack';
import { servicesOfCalls } from '../gate/deriveTerraform';
import type { DerivedTarget } from '../gate/types';
import type { ModuleInspector } from '../modules/ModuleInspector';
import type { VettedModules } from '../modules/VettedModules';
import { type Base, inFolder, isAbove, withoutTarget } from './base';
import { serviceAtBase } from './serviceAtBase';

export const UNIT_FILE = 'terragrunt.hcl';

/** What {@link BaseTargets} asks. */
export interface BaseTargetsOptions {
  ownership: OwnershipService;
  modules: VettedModules;
  inspector: ModuleInspector;
}

export class BaseTargets {
  readonly #options: BaseTargetsOptions;

  static create(options: BaseTargetsOptions): BaseTargets {
    return new BaseTargets(options);
  }

  private constructor(options: BaseTargetsOptions) {
    this.#options = options;
  }

  /**
   * What a file that is there belongs to; nothing where nothing is, so that nobody is asked.
   *
   * @throws NotAllowedError `path-without-target`, `unit-service-unknown`
   */
  async of(
    path: string,
    options: { base: Base; texts: BaseFiles; shared: string[] },
  ): Promise<DerivedTarget[]> {
    const { base, texts, shared } = options;
    const { modules } = this.#options;
    const { repo } = base.repository;
    if (isStack({ path }) && (await texts.read(path)) !== undefined) {
      const units = await this.#unitsOfStack(path, { base, texts });
      const targets = await Promise.all(
        units.map(({ folder, was }) =>
          this.#plan(`${folder}/${UNIT_FILE}`, {
            repo,
            texts,
            services: async () => [was!],
          }),
        ),
      );
      return targets.flat();
    }
    return this.#plan(path, {
      repo,
      texts,
      services: async ({ folder, service }) => {
        const files = inFolder(folder, base);
        if (files[0] === folder) return [];
        if (service !== undefined) return [service];
        const calls = files.filter(file => file.endsWith('.tf'));
        if (calls.length > 0 && !files.includes(`${folder}/${UNIT_FILE}`)) {
          return this.#servicesOfTerraform(calls, texts);
        }
        const stack = `${folder}/${STACK_FILE}`;
        if (
          files.includes(stack) &&
          !files.includes(`${folder}/${UNIT_FILE}`)
        ) {
          const units = await this.#unitsOfStack(stack, { base, texts });
          return [...new Set(units.map(({ was }) => was!))];
        }
        return [await this.#serviceOfUnit(folder, { texts, shared, modules })];
      },
    });
  }

  #unitsOfStack(path: string, options: { base: Base; texts: BaseFiles }) {
    const { base, texts } = options;
    return readStack(
      { path, delete: true },
      { ...this.#options, ...base, base: texts },
    );
  }

  async #plan(
    path: string,
    options: {
      repo: string;
      texts: BaseFiles;
      services(layout: { folder: string; service?: string }): Promise<string[]>;
    },
  ): Promise<DerivedTarget[]> {
    const { repo, texts, services } = options;
    const layout = await this.#options.ownership.targetOfPath({ repo, path });
    const { environment, folder, unit } = layout;
    if (
      environment === undefined ||
      (unit === undefined && layout.service === undefined)
    ) {
      throw withoutTarget(path, repo);
    }
    const found = await services(layout);
    if (found.length === 0) return [];
    const account = await accountOf(
      { ...layout, kind: 'unit', folder, environment, files: [] },
      texts,
    );
    return found.map(service => ({
      path: folder,
      exists: true,
      environment,
      service,
      ...(account !== undefined && { account }),
      question: { action: 'service.plan', environment, service, account },
    }));
  }

  async #servicesOfTerraform(
    paths: string[],
    texts: BaseFiles,
  ): Promise<string[]> {
    const services: string[] = [];
    for (const path of paths) {
      const content = (await texts.read(path)) ?? '';
      services.push(
        ...(await servicesOfCalls({ path, content }, this.#options.modules)),
      );
    }
    if (services.length === 0) {
      throw selfServiceError('unit-service-unknown', {
        path: paths[0],
        source: 'no module',
      });
    }
    return [...new Set(services)];
  }

  async #serviceOfUnit(
    folder: string,
    options: {
      texts: BaseFiles;
      shared: string[];
      modules: VettedModules;
    },
  ): Promise<string> {
    const { texts, shared, modules } = options;
    const path = `${folder}/${UNIT_FILE}`;
    const content = await texts.read(path);
    const around: RepositoryText[] = [];
    for (const file of shared.filter(each => isAbove(each, folder))) {
      const text = await texts.read(file);
      if (text !== undefined) around.push({ path: file, content: text });
    }
    const service =
      content === undefined
        ? undefined
        : await serviceAtBase({ path, content }, { shared: around, modules });
    if (service === undefined) {
      throw selfServiceError('unit-service-unknown', {
        path,
        source: 'an expression, or nothing',
      });
    }
    return service;
  }
}
