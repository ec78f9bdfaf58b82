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
  /** What is there and asked for, without one request. */
  held: (options: { without?: string }) => Promise<HeldTarget[]>;
  /** Absolute address of a request's page. */
  urlOf: (requestId: string) => string;
  logger: LoggerService;
}

export type ChangeStep = Step<ChangePayload, ChangePlan>;
export type ChangeStepContext = StepContext<ChangePayload, ChangePlan>;
export type ChangeContext = KindContext<ChangePayload>;

/** Outputs with what only the steps need: the digest of the files that are on the branch, and the commits that are ours. */
export type KeptOutputs = ChangeOutputs & {
  pushed?: string;
  commits?: string[];
};

export const outputsOf = (context: {
  request: { outputs: object };
}): KeptOutputs => context.request.outputs as KeptOutputs;
