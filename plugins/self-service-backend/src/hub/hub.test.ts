// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { SelfServiceAction } from '@fairway/backstage-plugin-self-service-common';
import {
  codeOf,
  person,
  type Portal,
  startPortal,
} from '../__testUtils__/portal';
import { DEV, LIVE, unit } from '../__testUtils__/world';

jest.setTimeout(60_000);

const template = (name: string, spec: JsonObject): Entity => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name, namespace: 'default', title: `The ${name}` },
  spec: { owner: 'group:default/platform', type: 'infrastructure', ...spec },
});

const environment = (options: JsonObject) => ({
  properties: {
    environment: {
      type: 'string',
      'ui:field': 'FairwayEnvironment',
      'ui:options': options,
    },
  },
});

const resource = (
  name: string,
  annotations: Record<string, string>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name,
    namespace: 'default',
    annotations: {
      'fairway.dev/environment': 'dev',
      'fairway.dev/account': '111111111111',
      'fairway.dev/state': 'ready',
      ...annotations,
    },
  },
  spec: { type: annotations['fairway.dev/service'] },
});

const ENTITIES: Entity[] = [
  template('database', {
    selfService: {
      operation: 'create',
      category: 'Databases',
      lifetime: { default: 'P14D' },
    },
    parameters: [
      environment({ action: 'service.deploy', service: 'postgres-database' }),
    ],
  }),
  template('resize', {
    selfService: {
      operation: 'day2',
      category: 'Databases',
      target: {
        kind: 'Resource',
        type: 'postgres-database',
        when: { 'metadata.annotations.fairway.dev/state': 'ready' },
      },
      fill: {
        environment: 'environment',
        unit: 'entity.metadata.annotations.fairway.dev/path',
        vpc: 'file.inputs.vpc',
      },
    },
    parameters: [environment({ action: 'service.deploy' })],
  }),
  template('replicas', {
    selfService: {
      operation: 'day2',
      category: 'Deployments',
      target: { kind: 'Component' },
      file: { repoUrl: LIVE, path: 'deploy/{environment}/{name}/values.yaml' },
      fill: { service: 'entity.metadata.name', replicas: 'file.replicas' },
    },
    parameters: [environment({ action: 'service.deploy' })],
  }),
  template('odd', { selfService: { operation: 'destroy', approvers: 'me' } }),
  template('stock', {}),
  resource('dev-ledger', {
    'fairway.dev/service': 'postgres-database',
    'fairway.dev/path': `${DEV}/ledger`,
    'fairway.dev/source-file': `${LIVE}#${DEV}/ledger/terragrunt.hcl`,
  }),
  resource('dev-forged', {
    'fairway.dev/service': 'postgres-database',
    'fairway.dev/path': 'x',
    'fairway.dev/source-file': `local?owner=acme&repo=secrets#x/terragrunt.hcl`,
  }),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'payments-api', namespace: 'default' },
    spec: { type: 'service' },
  },
];

let portal: Portal;

/** As the scaffolder does it for her. */
const ofScaffolder = `Bearer ${mockCredentials.user.token('user:default/pia', {
  actor: { subject: 'plugin:scaffolder' },
})}`;

beforeAll(async () => {
  portal = await startPortal({ entities: ENTITIES });
  const { body } = await portal.send('post', '/requests', {
    as: ofScaffolder,
    body: {
      kind: 'change',
      submit: 'now',
      idempotencyKey: 'ledger',
      payload: {
        repoUrl: LIVE,
        origin: { templateRef: 'template:default/database' },
        files: [
          {
            path: `${DEV}/ledger/terragrunt.hcl`,
            content: unit({
              inputs: '  name = "ledger"\n  vpc  = "main"\n',
            }),
          },
          {
            path: 'deploy/dev/payments-api/values.yaml',
            content: 'replicas: 3\n',
          },
        ],
      },
    },
  });
  if (body.error) throw new Error(JSON.stringify(body.error));
  const opened = await portal.until(
    body.request.id,
    ({ outputs }) => outputs.pullRequestNumber !== undefined,
  );
  const approved = await portal.approve(opened);
  if (approved.body.error) throw new Error(JSON.stringify(approved.body.error));
  await portal.until(opened.id, ({ execution }) => execution === 'succeeded');
});

afterAll(() => portal.stop());

const get = (name: string, path: string, query: Record<string, string> = {}) =>
  portal.send('get', `${path}?${new URLSearchParams(query)}`, {
    as: person(name),
  });

const named = (items: SelfServiceAction[], title: string) =>
  items.find(each => each.title === title)!;

describe('GET /actions', () => {
  it('says of every action where the person may run it, who approves, and whom to ask otherwise', async () => {
    const { body } = await get('pia', '/actions');
    const database = named(body.items, 'The database');
    expect(database).toMatchObject({
      templateRef: 'template:default/database',
      operation: 'create',
      ownerRef: 'group:default/platform',
      lifetime: 'P14D',
    });
    expect(database.targets).toMatchObject([
      { environment: 'dev', decision: 'allow', approval: 'people' },
      {
        environment: 'prod',
        decision: 'deny',
        askFor: ['group:default/data-platform'],
      },
    ]);
    const { body: ofEve } = await get('eve', '/actions');
    expect(
      named(ofEve.items, 'The database').targets.map(each => each.decision),
    ).toEqual(['deny', 'deny']);
  });

  it('leaves templates out that are no actions, and names those that cannot be read', async () => {
    const { body } = await get('pia', '/actions');
    expect(body.items.map(({ title }: SelfServiceAction) => title)).toEqual([
      'The database',
      'The replicas',
      'The resize',
    ]);
    expect(body.invalid).toMatchObject([
      { templateRef: 'template:default/odd', title: 'The odd' },
    ]);
    expect(body.invalid[0].problems.join('\n')).toContain('approvers');
  });
});

describe('GET /actions/entity', () => {
  it('lists what its predicate holds for, with the word of the policy about exactly that', async () => {
    const question = { entityRef: 'resource:default/dev-ledger' };
    const { body } = await get('pia', '/actions/entity', question);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      title: 'The resize',
      targets: [{ environment: 'dev', decision: 'allow', approval: 'people' }],
    });
    const { body: ofEve } = await get('eve', '/actions/entity', question);
    expect(ofEve.items[0].targets).toMatchObject([
      { environment: 'dev', decision: 'deny' },
    ]);
  });

  it('asks about every environment of a service', async () => {
    const { body } = await get('pia', '/actions/entity', {
      entityRef: 'component:default/payments-api',
    });
    expect(body.items).toHaveLength(1);
    expect(body.items[0].targets).toMatchObject([
      { environment: 'dev', decision: 'allow', approval: 'auto' },
      { environment: 'prod', decision: 'deny', needs: ['changeTicket'] },
    ]);
  });

  it('refuses what is not there, and what is no reference', async () => {
    const none = await get('pia', '/actions/entity', {
      entityRef: 'resource:default/none',
    });
    const odd = await get('pia', '/actions/entity', { entityRef: 'dev' });
    expect([codeOf(none), codeOf(odd)]).toEqual([
      'entity-not-found',
      'read-invalid',
    ]);
  });
});

describe('GET /actions/form', () => {
  const resize = {
    templateRef: 'template:default/resize',
    entityRef: 'resource:default/dev-ledger',
    environment: 'dev',
  };

  it('fills it from the file of a unit in Git', async () => {
    const { body } = await get('pia', '/actions/form', resize);
    expect(body).toEqual({
      formData: { environment: 'dev', unit: `${DEV}/ledger`, vpc: 'main' },
    });
  });

  it('fills it from a file that the template names', async () => {
    const { body } = await get('pia', '/actions/form', {
      templateRef: 'template:default/replicas',
      entityRef: 'component:default/payments-api',
      environment: 'dev',
    });
    expect(body).toEqual({
      formData: { service: 'payments-api', replicas: 3 },
    });
  });

  it('shows nothing of Git to whoever may not plan it, nor of another repository', async () => {
    const refused = await get('eve', '/actions/form', resize);
    expect([refused.status, codeOf(refused)]).toEqual([403, 'policy-denied']);
    const forged = await get('pia', '/actions/form', {
      ...resize,
      entityRef: 'resource:default/dev-forged',
    });
    expect(codeOf(forged)).toBe('repository-not-configured');
  });

  it('refuses an action that is none, or not for the entity', async () => {
    const none = await get('pia', '/actions/form', {
      ...resize,
      templateRef: 'template:default/stock',
    });
    const other = await get('pia', '/actions/form', {
      ...resize,
      entityRef: 'component:default/payments-api',
    });
    expect([codeOf(none), codeOf(other)]).toEqual([
      'action-not-found',
      'action-not-for-entity',
    ]);
  });
});

describe('GET /actions/statistics', () => {
  it('tells how long the requests of a template took, and which are recent', async () => {
    const templateRef = 'template:default/database';
    const { body } = await get('pia', '/actions/statistics');
    expect(body.items).toEqual([
      { templateRef, requests: 1, medianSeconds: expect.any(Number) },
    ]);
    expect(body.recent).toEqual([templateRef]);
    const { body: ofEve } = await get('eve', '/actions/statistics');
    expect(ofEve).toEqual({ items: body.items, recent: [] });
  });
});
