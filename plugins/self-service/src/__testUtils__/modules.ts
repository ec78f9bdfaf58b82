// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { MatrixPage } from '@fairway/backstage-plugin-ownership-common';
import type {
  ModuleInspection,
  UnitAnswer,
  VettedModule,
} from '@fairway/backstage-plugin-self-service-common';

const REPOSITORY = 'git::https://git.test/acme/infrastructure-modules.git';

export const database: VettedModule = {
  name: 'postgres-database',
  title: 'PostgreSQL database',
  description: 'An instance with its settings.',
  service: 'postgres-database',
  source: `${REPOSITORY}//modules/postgres-database`,
  ownerRef: 'group:default/platform',
  versions: [
    { version: 'v1.2.0', status: 'blocked', reason: 'It loses backups' },
    { version: 'v1.1.0', status: 'approved' },
    { version: 'v1.0.0', status: 'approved' },
  ],
};

export const bucket: VettedModule = {
  name: 'bucket',
  title: 'Bucket',
  description: 'Object storage.',
  service: 'bucket',
  source: `${REPOSITORY}//modules/bucket`,
  versions: [
    { version: 'v1.0.0', status: 'blocked', reason: 'It is open to all' },
  ],
};

/** v1.1.0 asks for a classification that v1.0.0 did not know, has no `legacy`, and takes PostgreSQL 17. */
export function inspectionOf(
  name: string,
  version: string,
): ModuleInspection | undefined {
  const module = [database, bucket].find(each => each.name === name);
  const listed = module?.versions.find(each => each.version === version);
  if (!module || !listed) return undefined;
  const isOld = version === 'v1.0.0';
  const classification = {
    title: 'Data classification',
    description: 'How sensitive the data is.',
    type: 'string',
    enum: ['public', 'internal'],
  };
  const required = ['name', ...(isOld ? [] : ['data_classification'])];
  return {
    name,
    title: module.title,
    service: module.service,
    source: module.source,
    version,
    status: listed.status,
    ...(listed.reason !== undefined && { reason: listed.reason }),
    commitSha: 'c'.repeat(40),
    schema: {
      type: 'object',
      properties: {
        size: {
          title: 'Size',
          type: 'string',
          enum: ['small', 'medium', 'large'],
          default: 'small',
        },
        name: {
          title: 'Name',
          description: 'Unique within the account.',
          type: 'string',
          pattern: '^[a-z-]+$',
        },
        ...(isOld
          ? { legacy: { title: 'Legacy', type: 'string' } }
          : { data_classification: classification }),
        storage_gb: {
          title: 'Storage gb',
          type: 'integer',
          minimum: 20,
          maximum: 2000,
          default: 20,
        },
        engine_version: {
          title: 'Engine version',
          type: 'string',
          default: isOld ? '16' : '17',
        },
        multi_az: { title: 'Multi az', type: 'boolean', default: false },
        subnet_ids: {
          title: 'Subnet ids',
          type: 'array',
          items: { type: 'string' },
          default: [],
        },
        parameters: {
          title: 'Parameters',
          type: 'object',
          additionalProperties: { type: 'string' },
          default: {},
        },
        window: {
          title: 'Window',
          type: 'object',
          properties: {
            day: { title: 'Day', type: 'string' },
            hour: { title: 'Hour', type: 'number', default: 3 },
          },
          required: ['day'],
          additionalProperties: false,
        },
        extra: { title: 'Extra' },
        admin_password: {
          title: 'Admin password',
          type: 'string',
          writeOnly: true,
        },
      },
      required,
      additionalProperties: false,
    },
    uiSchema: {
      name: { 'ui:help': 'Lower-case letters and hyphens.' },
      extra: { 'ui:options': { json: true } },
      admin_password: { 'ui:options': { sensitive: true } },
    },
    requiredInputs: required,
    sensitiveInputs: ['admin_password'],
    outputs: [
      {
        name: 'endpoint',
        description: 'Where to connect.',
        isSensitive: false,
      },
      { name: 'password', isSensitive: true },
    ],
    files: [],
    readme: `# PostgreSQL database

An instance with **its** settings, see [the guide](https://docs.test/guide) or [this](javascript:alert(1)).

\`\`\`hcl
inputs = {}
\`\`\`

| name   | default |
| ------ | ------- |
| \`size\` | small   |

- one
- two
`,
    warnings: [],
  };
}

/** What two teams and everybody else may do with a service. */
export function matrixOf(query: URLSearchParams): MatrixPage {
  const service = query.get('service');
  const cell = (team: string, needs?: string[]) => ({
    team,
    decision: needs ? ('needs' as const) : ('allow' as const),
    by: 'rule',
    needs: needs ?? [],
  });
  const deny = (team: string) => ({
    team,
    decision: 'deny' as const,
    by: 'default',
    needs: [],
  });
  return {
    revision: 'r1',
    action: 'service.deploy',
    at: '2026-11-22T10:00:00.000Z',
    teams: ['payments', 'data'],
    rows: [
      {
        on: `service:${service}`,
        environment: 'dev',
        cells: [cell('payments'), cell('data')],
      },
      {
        on: `service:${service}`,
        environment: 'prod',
        cells: [deny('payments'), cell('data', ['changeTicket'])],
      },
      {
        on: `service:${service}`,
        environment: 'staging',
        cells: [deny('payments'), deny('data')],
      },
    ],
    total: 3,
  };
}

/** A database at v1.0.0, as its file says. */
export const ordersDb: UnitAnswer = {
  path: 'live/acme-dev/eu-west-1/dev/orders-db',
  name: 'orders-db',
  environment: 'dev',
  service: 'postgres-database',
  account: '111111111111',
  module: { name: 'postgres-database', version: 'v1.0.0' },
  repoUrl: 'local?owner=acme&repo=infrastructure-live',
  baseSha: 'b'.repeat(40),
  inputs: { name: 'orders-db', storage_gb: 50, legacy: 'x' },
  references: [
    { input: 'subnet_ids', dependency: 'network', output: 'subnet_ids' },
  ],
  expressions: ['parameters'],
  dependencies: [
    {
      name: 'network',
      configPath: '../network',
      path: 'live/acme-dev/eu-west-1/dev/network',
    },
  ],
};
