// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  PlanStep,
  ScramUser,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { KafkaAdmin, OffsetTarget } from '../../kafka/types';
import type { SchemaRegistry } from '../../registry/types';

/** A user gets another password; the old one is of no use from then on. */
export interface UserRotation {
  id: string;
  action: 'user.rotate';
  title: string;
  irreversible: boolean;
  after: ScramUser;
}

/** Where a group goes on in one partition. A place that moves by itself has no number before it is done. */
export interface OffsetMovement {
  topic: string;
  partition: number;
  /** Left out: the group had none. */
  before?: string;
  after: string | 'start of the log' | 'end of the log';
}

/** An empty group goes on at other places. */
export interface OffsetReset {
  id: string;
  action: 'offsets.reset';
  title: string;
  irreversible: boolean;
  group: string;
  moves: OffsetMovement[];
}

/** One thing that is done to a cluster or its registry: a step of the planner, or what the planner knows nothing of. */
export type Work = PlanStep | UserRotation | OffsetReset;

export type WorkOf<Action extends Work['action']> = Extract<
  Work,
  { action: Action }
>;

/** What works are done on. */
export interface RequestCluster {
  /** Name of the environment, for words. */
  environment: string;
  admin: KafkaAdmin;
  /** Left out: the environment has none. */
  registry?: SchemaRegistry;
}

/** What is known beside the work itself. */
export interface WorkContext {
  /** Ids of the topics that the plan was made for, by name. */
  topicIds: Readonly<Record<string, string>>;
  /** Whether an earlier run began to write: what is there may be our own. */
  begun: boolean;
  /** Whether this very run has written. */
  written?: boolean;
  /** Resolved places of a reset, from an earlier run. */
  targets?: OffsetTarget[];
  /** The groups' places before, kept before they are changed. */
  keepOffsets?(kept: {
    before: { topic: string; partition: number; offset?: string }[];
    targets: OffsetTarget[];
  }): Promise<void>;
}

/**
 * Where a cluster stands with respect to a work: it is still to be done, it is
 * done, or somebody else was there and what was planned for is not what is.
 */
export type Standing =
  | { at: 'before' | 'after' }
  | { at: 'elsewhere'; found: string };

/** How one kind of work is done: looked at first, written once, and looked at again. */
export interface WorkHandler<W extends Work> {
  look(
    cluster: RequestCluster,
    work: W,
    context: WorkContext,
  ): Promise<Standing>;
  write(cluster: RequestCluster, work: W, context: WorkContext): Promise<void>;
  /** The same for many at once, where the cluster can be asked so. */
  together?: {
    /** By the works' places. */
    look(
      cluster: RequestCluster,
      works: readonly W[],
      contextOf: (work: W) => WorkContext,
    ): Promise<Standing[]>;
    /** What was done of it when it throws is found by looking. */
    write(cluster: RequestCluster, works: readonly W[]): Promise<void>;
  };
}
