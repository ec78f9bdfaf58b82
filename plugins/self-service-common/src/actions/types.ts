// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type { SelfServiceOperation } from './spec';

/** One environment in which an action may run, or why it may not. @public */
export interface ActionTarget {
  environment: string;
  decision: 'allow' | 'deny';
  /** Id of the rule that decided. */
  by: string;
  /** In words, with the next step. */
  message: string;
  /** Entity refs of groups that can help. */
  askFor: string[];
  /** Request attributes that would turn the refusal into a yes. */
  needs: string[];
  /** Who has to say yes then; left out where the service is only known from the form. */
  approval?: 'auto' | 'people' | 'nobody-can';
}

/** A template with `spec.selfService`. @public */
export interface SelfServiceAction {
  templateRef: string;
  title: string;
  description?: string;
  operation: SelfServiceOperation;
  category: string;
  icon?: string;
  tags: string[];
  /** Who keeps the template. */
  ownerRef?: string;
  /** How long what it makes lives: `P14D`. */
  lifetime?: string;
  /** What it does there, in the words of the policy: `service.deploy`. Empty where its form has no environment. */
  targets: ActionTarget[];
}

/** A template whose `spec.selfService` cannot be read. @public */
export interface InvalidAction {
  templateRef: string;
  title: string;
  problems: string[];
}

/** Answer of `GET /actions`. @public */
export interface ActionsAnswer {
  items: SelfServiceAction[];
  invalid: InvalidAction[];
}

/** Answer of `GET /actions/statistics`. @public */
export interface ActionStatisticsAnswer {
  /** Of the newest requests that were carried out. */
  items: {
    templateRef: string;
    requests: number;
    /** Median from the submission to the end. */
    medianSeconds: number;
  }[];
  /** Templates that the caller ordered by, the newest first. */
  recent: string[];
}

/** Answer of `GET /actions/entity`: what can be done with an entity. @public */
export interface EntityActionsAnswer {
  items: SelfServiceAction[];
}

/** Answer of `GET /actions/form`. @public */
export interface ActionFormAnswer {
  /** For `?formData=` of the template's form. */
  formData: JsonObject;
}
