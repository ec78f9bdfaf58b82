// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  InfrastructureApi,
  ModuleInspection,
  SelfServiceApi,
  UnitAnswer,
} from '@fairway/backstage-plugin-self-service-common';
import { textAt } from '../formValue';

/** `ui:options` that say which module at which version, of which unit. */
export interface ModuleOptions {
  module?: string;
  moduleField?: string;
  version?: string;
  versionField?: string;
  repoUrl?: string;
  unitField?: string;
}

/** What is asked for, as the form stands. */
export interface ModuleQuestion {
  /** Whether the form has to name a unit. */
  needsUnit: boolean;
  unit?: { repoUrl: string; path: string };
  module?: string;
  version?: string;
}

/** What is known of it. */
export interface ModuleAnswer {
  unit?: UnitAnswer;
  inspection: ModuleInspection;
  /** The unit's own version, where another one is asked for. */
  before?: ModuleInspection;
}

/** What the form lacks before anything can be asked. */
export type Missing = 'unit' | 'module' | { noVersionOf: string };

export function moduleQuestion(
  options: ModuleOptions,
  formData: unknown,
): ModuleQuestion {
  const { repoUrl, unitField } = options;
  const path = textAt(formData, unitField);
  return {
    needsUnit: unitField !== undefined,
    ...(repoUrl !== undefined &&
      path !== undefined && { unit: { repoUrl, path } }),
    module: options.module ?? textAt(formData, options.moduleField),
    version: options.version ?? textAt(formData, options.versionField),
  };
}

/** Reads the unit, then its module at the version that is asked for, else at its own, else at the newest approved. */
export async function askModule(
  question: ModuleQuestion,
  apis: { infrastructure: InfrastructureApi; modules: SelfServiceApi },
  signal?: AbortSignal,
): Promise<ModuleAnswer | Missing> {
  const { infrastructure, modules } = apis;
  const call = { signal };
  if (question.needsUnit && !question.unit) return 'unit';
  const unit =
    question.unit && (await infrastructure.readUnit(question.unit, call));
  const name = question.module ?? unit?.module?.name;
  if (name === undefined) return 'module';
  const own = unit?.module?.name === name ? unit.module.version : undefined;
  const version =
    question.version ??
    own ??
    (await modules.getModule(name, call)).versions.find(
      ({ status }) => status === 'approved',
    )?.version;
  if (version === undefined) return { noVersionOf: name };
  const [inspection, before] = await Promise.all([
    infrastructure.inspectModule({ name, version }, call),
    own !== undefined && own !== version
      ? infrastructure.inspectModule({ name, version: own }, call)
      : undefined,
  ]);
  return { inspection, ...(unit && { unit }), ...(before && { before }) };
}

export function isMissing(answer: ModuleAnswer | Missing): answer is Missing {
  return typeof answer === 'string' || 'noVersionOf' in answer;
}
