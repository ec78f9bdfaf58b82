// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type ApplicationPayload,
  assertAcceptable,
  problem,
  resourceRefs,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { draftApplication } from '../drafts/applications';
import { askedOf, assertStanding } from './asked';
import type { PlanInput, PlannedKafka } from './planRequest';
import type { KafkaRequestPlan } from './types';

/** An application is of no environment: only our own books change. */
export async function planApplication(input: PlanInput): Promise<PlannedKafka> {
  const { context, parts } = input;
  const payload = input.payload as unknown as ApplicationPayload;
  const { applications } = parts.stores;
  const instances = await applications.instances({ application: payload.name });
  const draft = draftApplication(payload, {
    applications: await applications.list(),
    holds: instances.map(({ environment }) => `an instance in ${environment}`),
  });
  const asked = askedOf([draft], { requesterRef: context.requesterRef });
  await assertStanding(asked, parts);
  const problems = [...draft.problems];
  if (draft.changes.length === 0) {
    problems.push(problem('nothing-to-do', { environment: payload.name }));
  }
  assertAcceptable(problems);
  const plan: KafkaRequestPlan = {
    version: 1,
    works: [],
    basis: [],
    records: draft.records,
  };
  return {
    asked,
    planned: {
      plan: JSON.parse(JSON.stringify(plan)),
      view: {
        fields: JSON.parse(JSON.stringify(draft.changes)),
        effects: draft.effects,
      },
      operation: draft.operation,
      title: draft.title,
      resourceRefs: resourceRefs({ kind: 'kafka.application', payload }),
      ...(draft.ownerRef && { ownerRef: draft.ownerRef }),
      risks: [],
      checks: [],
    },
  };
}
