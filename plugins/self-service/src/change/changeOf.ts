// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ChangeOutputs,
  ChangePayload,
  ChangePlan,
} from '@fairway/backstage-plugin-self-service-common';
import type { RequestDetail } from '@fairway/requests-common';

/** A request of the kind `change` with its own types; lists that a plan of an earlier release lacks are empty. */
export function changeOf(request: RequestDetail): {
  payload: Partial<ChangePayload>;
  plan: Partial<ChangePlan> & Pick<ChangePlan, 'files' | 'targets'>;
  outputs: ChangeOutputs;
} {
  const plan = request.plan as Partial<ChangePlan>;
  return {
    payload: request.payload as Partial<ChangePayload>,
    plan: { ...plan, files: plan.files ?? [], targets: plan.targets ?? [] },
    outputs: request.outputs as ChangeOutputs,
  };
}
