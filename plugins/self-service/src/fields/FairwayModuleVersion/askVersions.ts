// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  InfrastructureApi,
  SelfServiceApi,
  VettedModule,
} from '@fairway/backstage-plugin-self-service-common';
import { moduleQuestion } from '../module/question';
import type { FairwayModuleVersionOptions } from './schema';

/** The versions of what the form names. */
export interface VersionsAnswer {
  module: VettedModule;
  /** Of the unit. */
  current?: string;
}

export type VersionsQuestion = Pick<
  ReturnType<typeof moduleQuestion>,
  'unit' | 'module'
>;

export function versionsQuestion(
  options: FairwayModuleVersionOptions,
  formData: unknown,
): VersionsQuestion {
  const { unit, module } = moduleQuestion(options, formData);
  return { ...(unit && { unit }), ...(module !== undefined && { module }) };
}

/** Undefined while the form names nothing. */
export async function askVersions(
  question: VersionsQuestion,
  apis: { infrastructure: InfrastructureApi; modules: SelfServiceApi },
  signal?: AbortSignal,
): Promise<VersionsAnswer | undefined> {
  const { infrastructure, modules } = apis;
  const unit =
    question.unit && (await infrastructure.readUnit(question.unit, { signal }));
  const name = question.module ?? unit?.module?.name;
  if (name === undefined) return undefined;
  const module = await modules.getModule(name, { signal });
  const own = unit?.module;
  return { module, ...(own?.name === name && { current: own.version }) };
}
