// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Templates whose forms ask for a name alone. Everything else comes from values that no form shows.
import type { JsonObject } from '@backstage/types';

export const DEV = 'live/acme-dev/eu-west-1/dev';
export const PROD = 'live/acme-prod/eu-west-1/prod';
/** Beside the templates, with one file: `NETWORK_UNIT`. */
export const SKELETON_FOLDER = 'skeleton';

const SOURCE = 'git::https://github.com/acme/infrastructure-modules.git';
const REPO_URL = 'local?owner=acme&repo=infrastructure-live';

/** What the modules ask for. */
const INPUTS: Record<string, string> = {
  'postgres-database': '  data_classification = "internal"\n',
  network: '  cidr_block = "10.20.0.0/16"\n',
};

/** A unit as people write it. */
export const unitOf = (module: string) => `include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "${SOURCE}//modules/${module}?ref=v1.1.0"
}

inputs = {
  name = "for-a-test"
${INPUTS[module] ?? ''}}
`;

export const NETWORK_UNIT = unitOf('network');

const folder = `${DEV}/\${{ parameters.name }}`;

/** A database in dev, unless the values say otherwise. */
const unit = {
  id: 'unit',
  action: 'iac:terragrunt:unit',
  input: {
    repoUrl: REPO_URL,
    targetPath: `\${{ parameters.targetPath or "${folder.replace(
      '${{ parameters.name }}',
      '',
    )}" + parameters.name }}`,
    environment: '${{ parameters.environment or "dev" }}',
    moduleRef: '${{ parameters.moduleRef or "postgres-database" }}',
    version: 'v1.1.0',
    // The databases of the demo ask how sensitive their data is.
    inputs:
      '${{ { name: parameters.name, cidr_block: "10.20.0.0/16" } if parameters.moduleRef == "network" else ({ name: parameters.name } if parameters.moduleRef == "bucket" else { name: parameters.name, data_classification: "internal" }) }}',
    request: { changeTicket: '${{ parameters.changeTicket or "" }}' },
  },
};

const propose = {
  id: 'propose',
  action: 'git:change:propose',
  input: {
    repoUrl: REPO_URL,
    title: 'Create ${{ parameters.name }}',
    submit: 'now',
    request: { changeTicket: '${{ parameters.changeTicket or "" }}' },
  },
};

const step = (action: string, input: JsonObject) => ({
  id: action.replaceAll(':', '-'),
  action,
  input,
});

const template = (name: string, steps: object[]) => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name },
  spec: {
    type: 'infrastructure',
    owner: 'group:default/template-authors',
    parameters: [
      {
        title: 'What it is called',
        required: ['name'],
        properties: { name: { type: 'string', title: 'Name' } },
      },
    ],
    steps,
  },
});

/** As the hub offers it. */
const offered = (
  { spec, ...rest }: ReturnType<typeof template>,
  service: string,
) => ({
  ...rest,
  spec: {
    ...spec,
    selfService: { operation: 'create', category: 'Databases' },
    parameters: [
      ...spec.parameters,
      {
        title: 'Where it goes',
        properties: {
          environment: {
            type: 'string',
            'ui:field': 'FairwayEnvironment',
            'ui:options': { service },
          },
        },
      },
    ],
  },
});

const skeletonInto = (targetPath: string) => ({
  url: `./${SKELETON_FOLDER}`,
  targetPath,
  replace: true,
});

export const TEMPLATES = [
  template('order', [unit, propose]),
  offered(template('database', [unit, propose]), 'postgres-database'),
  template('own-files', [
    step('fetch:plain', { url: `./${SKELETON_FOLDER}`, targetPath: folder }),
    propose,
  ]),
  template('moved', [
    unit,
    step('fs:rename', {
      files: [{ from: folder, to: `${PROD}/\${{ parameters.name }}` }],
    }),
    propose,
  ]),
  template('rewritten', [
    unit,
    step('fetch:template', { ...skeletonInto(folder), values: {} }),
    propose,
  ]),
  template('swapped', [
    unit,
    step('fs:delete', { files: [`${folder}/terragrunt.hcl`] }),
    step('fetch:plain', { url: `./${SKELETON_FOLDER}`, targetPath: folder }),
    propose,
  ]),
  // Plans are for everybody in the demo, so a guest comes as far as what would be changed.
  template('upgrade', [
    step('iac:unit:upgrade', {
      repoUrl: REPO_URL,
      paths: [`${DEV}/orders-db`],
      toVersion: 'v1.1.0',
      answers: { data_classification: 'internal' },
    }),
  ]),
  template('destroy', [
    step('iac:unit:destroy', {
      repoUrl: REPO_URL,
      path: `${DEV}/orders-db`,
      confirmName: 'orders-db',
    }),
  ]),
  template('publish', [
    step('publish:github:pull-request', {
      repoUrl: 'github.com?owner=acme&repo=infrastructure-live',
    }),
  ]),
  template('dispatch', [
    step('request:dispatch', {
      receiver: 'jobs',
      environment: 'dev',
      service: 'payments-api',
    }),
  ]),
  template('own-repository', [
    step('fetch:plain', { url: `./${SKELETON_FOLDER}` }),
    step('git:repository:create', {
      repoUrl: 'local?owner=acme&repo=orders-search',
    }),
  ]),
  template('harmless', [step('debug:log', { message: 'hello' })]),
];
