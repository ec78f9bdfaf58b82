// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Templates as people write them.
import type { JsonObject } from '@backstage/types';
import { DEV, LIVE } from './repositories';

/** A step of a template. */
export type Step = {
  id: string;
  name: string;
  action: string;
  input: JsonObject;
};

/** The step that writes a unit: a database in dev unless told otherwise. */
export function unitStep(input: JsonObject = {}): Step {
  return {
    id: 'unit',
    name: 'Write the unit',
    action: 'iac:terragrunt:unit',
    input: {
      repoUrl: LIVE,
      targetPath: `${DEV}/\${{ parameters.name }}`,
      environment: 'dev',
      moduleRef: 'postgres-database',
      version: 'v1.1.0',
      inputs: { name: '${{ parameters.name }}' },
      request: { changeTicket: "${{ parameters.changeTicket or '' }}" },
      ...input,
    },
  };
}

export function proposeStep(input: JsonObject = {}): Step {
  return {
    id: 'propose',
    name: 'Propose the change',
    action: 'git:change:propose',
    input: {
      repoUrl: LIVE,
      title: 'Create ${{ parameters.name }}',
      description: 'For a test.',
      submit: 'now',
      ...input,
    },
  };
}

/** A template as people write it, with the outputs of its last step. */
export function template(name: string, steps: Step[]) {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-location':
          'url:https://git.example.com/t.yaml',
      },
    },
    spec: {
      owner: 'group:default/platform',
      type: 'infrastructure',
      parameters: { type: 'object' },
      steps,
      output: { result: '${{ steps.propose.output }}' },
    },
  };
}
