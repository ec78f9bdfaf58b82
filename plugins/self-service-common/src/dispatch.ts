// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';

/** Kind of a request that has something done elsewhere: a workflow, an internal API, a script behind a topic. @public */
export const DISPATCH_KIND = 'dispatch';

/** How a receiver is told. @public */
export type DispatchTransport = 'github-workflow' | 'webhook' | 'kafka-topic';

/** What a dispatch does to the resource that it names; `run` where it names none. @public */
export type DispatchOperation = 'create' | 'update' | 'delete' | 'run';

/** Payload of a request of kind `dispatch`. @public */
export type DispatchPayload = {
  /** A receiver named in `selfService.dispatch`. */
  receiver: string;
  /** The policy's environment and service that it is about: what the ownership policy is asked. */
  environment: string;
  service: string;
  /** What the receiver is given, as far as its configuration takes it. */
  values?: JsonObject;
  /** `create` if left out where a resource is named, `run` where none is. */
  operation?: DispatchOperation;
  /** Name of what it makes, changes or removes: lower-case letters, digits and hyphens. */
  resource?: string;
  /** The group that will own the result; the requester's team if left out. */
  ownerRef?: string;
  /** Attributes that the ownership policy declares, for example `{ changeTicket: 'CHG-1' }`. */
  request?: Record<string, string>;
  /** How long what it makes is meant to live, as an ISO 8601 duration: `P14D`. */
  lifetime?: string;
  /** Where it comes from, for the record. */
  origin?: { templateRef?: string; taskId?: string };
};

/** Plan of a request of kind `dispatch`: what the approval's digest covers. @public */
export type DispatchPlan = {
  receiver: string;
  /** The receiver's name for people. */
  title: string;
  transport: DispatchTransport;
  /** Where it goes, in words, without anything secret. */
  to: string;
  /** SHA-256 of how the receiver is configured, secrets left out: another configuration is another plan. */
  receiverDigest: string;
  /** The policy's own names. */
  environment: string;
  service: string;
  /** As the policy writes it: `prod/payments-api`. */
  targetRef: string;
  operation: DispatchOperation;
  resource?: string;
  /** What was reported of it, where it is there. */
  entity?: DispatchedEntity;
  values: JsonObject;
  /** Attributes that the decision rests on. */
  request?: Record<string, string>;
  lifetime?: string;
};

/** What a receiver says that it made or changed; its name is the request's. @public */
export type DispatchedEntity = {
  /** What it is, for the catalog: `notebook`. */
  type: string;
  title?: string;
  description?: string;
  /** Where people use it. */
  links?: { title: string; url: string }[];
};

/** What the steps of a dispatch make, as `outputs` of its request. @public */
export type DispatchOutputs = {
  /** Page of the workflow's run. */
  runUrl?: string;
  /** What the receiver reported as its results. */
  result?: JsonObject;
  entity?: DispatchedEntity;
  /** Name of the entity in the catalog. */
  entityName?: string;
};
