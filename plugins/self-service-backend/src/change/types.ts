// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ChangeOutputs,
  ChangePayload,
  ChangePlan,
} from '@fairway/backstage-plugin-self-service-common';
import type {
  HeldResource,
  OwnershipService,
} from '@fairway/backstage-plugin-ownership-node';
import type { KindContext, Step, StepContext } from '@fairway/requests-node';
import type { ChangeGate } from '../gate/ChangeGate';
import type { LifetimeRules } from '../lifetimes/LifetimeRules';
import type { TemplateTerms } from '../lifetimes/TemplateTerms';
import type { ModuleInspector } from '../modules/ModuleInspector';
import type { VettedModules } from '../modules/VettedModules';
import type { People } from '../people/People';
import type { Repositories } from '../repositories/Repositories';
import type { ResourceStore } from '../resources/ResourceStore';

/** A target that is there, or that an open request asks for, as limits count it. */
export interface HeldTarget extends HeldResource {
  repoUrl: string;
  path: string;
}

/** What the kind `change` works with. */
export interface ChangeParts {
  gate: ChangeGate;
  ownership: OwnershipService;
  repositories: Repositories;
  people: People;
  resources: ResourceStore;
  modules: Pick<VettedModules, 'list'>;
  rules: Pick<LifetimeRules, 'check'>;
  terms: Pick<TemplateTerms, 'of'>;
  inspector: Pick<ModuleInspector, 'inspect'>;
  /** What is there and asked for, without one request. */
  held: (options: { without?: string }) => Promise<HeldTarget[]>;
  /** Absolute address of a request's page. */
  urlOf: (requestId: string) => string;
  logger: LoggerService;
}

export type ChangeStep = Step<ChangePayload, ChangePlan>;
export type ChangeStepContext = StepContext<ChangePayload, ChangePlan>;
export type ChangeContext = KindContext<ChangePayload>;

/** What only the steps need, and nobody is shown. */
export interface InternalOutputs {
  /** Digest of the files that are on the branch. */
  pushed?: string;
  /** Commits that are ours. */
  commits?: string[];
  /** When the wait for the apply began. */
  applyBeganAt?: string;
  /** Of the apply: goes up when a failed one is tried again. */
  applyAttempt?: number;
  /** Head for which the host was told to merge by itself. */
  autoMergeSha?: string;
}

export type KeptOutputs = ChangeOutputs & InternalOutputs;

/** All outputs, those of the steps too; as steps write them, the latter are under `internal`. */
export const outputsOf = (context: {
  request: { outputs: object };
}): KeptOutputs => {
  const { internal, ...shown } = context.request.outputs as KeptOutputs & {
    internal?: InternalOutputs;
  };
  return { ...shown, ...internal };
};
