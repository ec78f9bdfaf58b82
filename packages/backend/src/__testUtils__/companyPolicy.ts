// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createBackendModule,
  createExtensionPoint,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

interface Question {
  permission: { name: string; resourceType?: string };
}

/** The permission backend's own, by its id. */
const policyExtensionPoint = createExtensionPoint<{
  setPolicy(policy: { handle(question: Question): Promise<JsonObject> }): void;
}>({ id: 'permission.policy' });

/** A condition on a target by one of the rules that another policy can use. */
export const byRule = (rule: string, params: JsonObject): JsonObject => ({
  resourceType: 'iac-target',
  rule,
  params,
});

/**
 * What a company may have installed in place of ours: it allows everything, and
 * targets by what `conditions` gives at the time of the question.
 */
export function companyPolicy(conditions: () => JsonObject) {
  return createBackendModule({
    pluginId: 'permission',
    moduleId: 'company-policy',
    register(env) {
      env.registerInit({
        deps: { policies: policyExtensionPoint },
        async init({ policies }) {
          policies.setPolicy({
            async handle({ permission }) {
              return permission.resourceType === 'iac-target'
                ? {
                    result: 'CONDITIONAL',
                    pluginId: 'ownership',
                    resourceType: 'iac-target',
                    conditions: conditions(),
                  }
                : { result: 'ALLOW' };
            },
          });
        },
      });
    },
  });
}
