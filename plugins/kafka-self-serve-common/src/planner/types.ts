// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { FieldChange, Risk } from '@fairway/requests-common';
import type { TopicConfigs } from '../model/environment';
import type {
  AclBinding,
  ObservedState,
  QuotaSpec,
  ScramUser,
} from '../model/observed';
import type { SubjectSpec, TopicSpec } from '../model/resources';
import type { Problem } from '../problems';

/**
 * What should be. What is not named is left as it is; what should go is named,
 * so nothing is ever lost by leaving it out.
 *
 * @public
 */
export interface DesiredState {
  /** As they should be, with all overrides. */
  topics?: readonly TopicSpec[];
  deletedTopics?: readonly string[];
  acls?: readonly AclBinding[];
  revokedAcls?: readonly AclBinding[];
  subjects?: readonly SubjectSpec[];
  deletedSubjects?: readonly string[];
  /** A rate that is left out has no quota. */
  quotas?: readonly QuotaSpec[];
  scramUsers?: readonly ScramUser[];
  deletedScramUsers?: readonly string[];
}

interface StepBase {
  /** Unique in its plan, and the same in every plan of the same change. */
  id: string;
  /** One sentence for people. */
  title: string;
  /** Whether it cannot be put back by undoing it. */
  irreversible: boolean;
}

/** One call of the cluster or registry, with the fields that it changes. @public */
export type PlanStep = StepBase &
  (
    | { action: 'topic.create'; after: TopicSpec }
    | {
        action: 'topic.partitions';
        topic: string;
        before: { partitions: number };
        after: { partitions: number };
      }
    | {
        action: 'topic.configs';
        topic: string;
        /** The overrides that change; a key that is left out has none. */
        before: TopicConfigs;
        after: TopicConfigs;
      }
    | { action: 'topic.delete'; before: TopicSpec }
    | { action: 'subject.register'; before?: SubjectSpec; after: SubjectSpec }
    | {
        action: 'subject.compatibility';
        subject: string;
        before: Pick<SubjectSpec, 'compatibility'>;
        after: Pick<SubjectSpec, 'compatibility'>;
      }
    | { action: 'subject.delete'; before: SubjectSpec }
    | { action: 'acl.create'; after: AclBinding }
    | { action: 'acl.delete'; before: AclBinding }
    | { action: 'quota.set'; before?: QuotaSpec; after: QuotaSpec }
    | { action: 'user.create'; after: ScramUser }
    | { action: 'user.delete'; before: ScramUser }
  );

/** @public */
export type PlanAction = PlanStep['action'];

/**
 * What will be done, in order. Additions come before removals, and the access
 * to a topic goes before the topic.
 *
 * @public
 */
export interface KafkaPlan {
  version: 1;
  steps: PlanStep[];
  /** Every field of every step, before and after. */
  changes: FieldChange[];
  risks: Risk[];
}

/** @public */
export type PlanOutcome =
  | {
      outcome: 'planned';
      plan: KafkaPlan;
      /** Warnings only. */
      problems: Problem[];
    }
  | {
      outcome: 'refused';
      /** Codes of the errors, each once, sorted. */
      codes: string[];
      /** Errors and warnings. */
      problems: Problem[];
    };

export type { FieldChange, ObservedState, Risk };
