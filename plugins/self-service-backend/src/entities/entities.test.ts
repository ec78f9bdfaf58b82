// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  componentEntityV1alpha1Validator,
  type Entity,
  resourceEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { ENTITIES_TOPIC } from '@fairway/backstage-plugin-self-service-common';
import { waitFor } from '../__testUtils__/waitFor';
import {
  person,
  type Portal,
  RUNNER,
  service,
  startPortal,
} from '../__testUtils__/portal';
import { DEV, LIVE, MODULES_SOURCE, unit } from '../__testUtils__/world';
import { distinctNames, entityName, isEntityName } from './names';

jest.setTimeout(60_000);

const CATALOG = service('plugin:catalog');

let portal: Portal;

beforeAll(async () => {
  portal = await startPortal({
    settings: { repositories: [{ repoUrl: LIVE, apply: 'report' }] },
  });
});

afterAll(() => portal.stop());

const read = (tag?: string) => {
  const call = portal.send('get', '/entities', { as: CATALOG });
  return tag === undefined ? call : call.set('If-None-Match', tag);
};

const find = async (name: string): Promise<Entity | undefined> => {
  const { body } = await read();
  return body.entities.find((each: Entity) => each.metadata.name === name);
};
const stateOf = async (name: string) =>
  (await find(name))?.metadata.annotations?.['fairway.dev/state'];
const is = (name: string, state: string | undefined) =>
  waitFor(async () => (await stateOf(name)) === state);

const report = (id: string, body: object) =>
  portal.send('post', `/requests/${id}/report`, { as: RUNNER, body });

describe('the entities for the catalog', () => {
  it('follow a resource from the request to its end', async () => {
    const path = `${DEV}/orders-db/terragrunt.hcl`;
    const name = 'dev-orders-db';
    const { id, number } = await portal.open('pia', [
      { path, content: unit() },
    ]);
    const pending = await find(name);
    expect(pending).toMatchObject({
      kind: 'Resource',
      metadata: {
        annotations: {
          'fairway.dev/state': 'pending',
          'fairway.dev/request': id,
          'fairway.dev/requester': 'user:default/pia',
          'fairway.dev/source-file': `${LIVE}#${path}`,
          'fairway.dev/path': `${DEV}/orders-db`,
          'fairway.dev/module': 'postgres-database',
          'fairway.dev/module-version': 'v1.1.0',
          'fairway.dev/environment': 'dev',
        },
        links: [
          {
            title: `Request ${number}`,
            url: `http://portal.test/self-service/requests/${id}`,
          },
        ],
      },
      spec: {
        type: 'postgres-database',
        owner: 'group:default/payments',
        dependsOn: [
          'resource:default/dev',
          'component:default/postgres-database',
        ],
      },
    });
    expect(pending!.metadata.annotations).not.toHaveProperty(
      'fairway.dev/applied',
    );

    await portal.approve(await portal.until(id, () => true));
    await portal.until(id, ({ execution }) => execution === 'waiting');
    expect(await stateOf(name)).toBe('pending');
    await report(id, { status: 'failed', summary: 'No quota' });
    await is(name, 'failed');
    await portal.send('post', `/requests/${id}/retry`, { as: person('pia') });
    await is(name, 'pending');
    await portal.until(id, ({ execution }) => execution === 'waiting');
    await report(id, { status: 'succeeded', attempt: 2 });
    await is(name, 'ready');
    expect((await find(name))!.metadata.annotations).toMatchObject({
      'fairway.dev/applied': 'applied',
      'fairway.dev/request': id,
    });

    const changed = await portal.merged(
      'pia',
      [{ path, content: unit({ inputs: '  name = "orders"\n' }) }],
      { onExists: 'replace' },
    );
    expect((await find(name))!.metadata.annotations).toMatchObject({
      'fairway.dev/state': 'changing',
      'fairway.dev/applied': 'applied',
      'fairway.dev/request': changed.id,
    });
    await report(changed.id, { status: 'not-applied' });
    await is(name, 'ready');
    expect((await find(name))!.metadata.annotations).toMatchObject({
      'fairway.dev/applied': 'not-applied',
    });

    const removed = await portal.merged('pia', [{ path, delete: true }]);
    expect(await stateOf(name)).toBe('removing');
    await report(removed.id, { status: 'succeeded' });
    await is(name, undefined);
  });

  it.each<[string, string, { file: string; path: string; content: string }]>([
    [
      'a unit of a stack',
      'dev-stack-db',
      {
        file: `${DEV}/terragrunt.stack.hcl`,
        path: `${DEV}/stack-db`,
        content: `unit "db" {
  source = "${MODULES_SOURCE}//units/postgres?ref=v1.1.0"
  path   = "stack-db"

  values = {
    name    = "orders"
    version = "v1.1.0"
  }
}
`,
      },
    ],
    [
      'a call of a module',
      'dev-called-db',
      {
        file: 'terraform/dev/orders/main.tf',
        path: 'terraform/dev/orders/called-db',
        content: `module "called-db" {
  source = "${MODULES_SOURCE}//modules/postgres-database?ref=v1.1.0"
  name   = "orders"
}
`,
      },
    ],
  ])('name the file of %s', async (_, name, { file, path, content }) => {
    const named = {
      'fairway.dev/source-file': `${LIVE}#${file}`,
      'fairway.dev/path': path,
    };
    const { id } = await portal.open('pia', [{ path: file, content }]);
    expect((await find(name))!.metadata.annotations).toMatchObject(named);
    await portal.approve(await portal.until(id, () => true));
    await portal.until(id, ({ execution }) => execution === 'waiting');
    await report(id, { status: 'succeeded' });
    await is(name, 'ready');
    // Of what is kept now, and no longer of the open request.
    expect((await find(name))!.metadata.annotations).toMatchObject(named);
    await portal.open('pia', [{ path: file, delete: true }]);
    expect((await find(name))!.metadata.annotations).toMatchObject({
      ...named,
      'fairway.dev/state': 'removing',
    });
  });

  it('leave out drafts, and what was cancelled', async () => {
    const opened = await portal.open('pia', [
      { path: `${DEV}/gone-db/terragrunt.hcl`, content: unit() },
    ]);
    expect(await stateOf('dev-gone-db')).toBe('pending');
    await portal.send('post', `/requests/${opened.id}/cancel`, {
      as: person('pia'),
    });
    expect(await stateOf('dev-gone-db')).toBeUndefined();
    await portal.send('post', '/requests', {
      as: person('pia'),
      body: {
        kind: 'change',
        idempotencyKey: 'draft',
        payload: {
          repoUrl: LIVE,
          files: [
            { path: `${DEV}/drafted-db/terragrunt.hcl`, content: unit() },
          ],
        },
      },
    });
    expect(await stateOf('dev-drafted-db')).toBeUndefined();
  });

  it('have the vetted modules, with their versions and an owner', async () => {
    expect(await find('postgres-database')).toMatchObject({
      kind: 'Component',
      metadata: {
        title: 'PostgreSQL database',
        annotations: {
          'fairway.dev/module-version': 'v1.10.0',
          'fairway.dev/module-versions': 'v1.10.0,v1.1.0',
          'fairway.dev/blocked-module-versions': 'v1.0.0',
        },
        links: [
          {
            url: expect.stringMatching(
              /\/self-service\/modules\/postgres-database$/,
            ),
            type: 'fairway-module',
          },
        ],
      },
      spec: { type: 'iac-module', owner: 'group:default/platform' },
    });
  });

  it('are such as the catalog takes', async () => {
    const { body } = await read();
    for (const entity of body.entities as Entity[]) {
      const validator =
        entity.kind === 'Resource'
          ? resourceEntityV1alpha1Validator
          : componentEntityV1alpha1Validator;
      expect(await validator.check(entity)).toBe(true);
      expect(isEntityName(entity.metadata.name)).toBe(true);
    }
  });

  it('are answered once, until something moves, which is said to whoever listens', async () => {
    const heard: unknown[] = [];
    await portal.events.subscribe({
      id: 'test',
      topics: [ENTITIES_TOPIC],
      onEvent: async ({ eventPayload }) => {
        heard.push(eventPayload);
      },
    });
    const { tag, same } = await waitFor(async () => {
      const first = await read();
      const { etag } = first.headers;
      const second = await read(etag);
      return second.status === 304 && { tag: etag, same: second.text };
    });
    expect(same).toBe('');
    await portal.open('pia', [
      { path: `${DEV}/heard-db/terragrunt.hcl`, content: unit() },
    ]);
    const after = await read(tag);
    expect(after.status).toBe(200);
    expect(after.headers.etag).not.toBe(tag);
    await waitFor(async () => heard.length > 0);
    expect(heard[0]).toEqual({ pluginId: 'self-service' });
  });

  it.each<[string, number, string | undefined]>([
    ['nobody', 401, undefined],
    ['a person', 403, person('pat')],
    ['a foreign token', 401, 'Bearer x.y.z'],
  ])('are not for %s', async (_, status, as) => {
    const response = await portal.send('get', '/entities', { as });
    expect(response.status).toBe(status);
  });
});

describe('names', () => {
  it.each([
    [['dev', 'orders-db'], 'dev-orders-db'],
    [['dev', 'orders__db.v2'], 'dev-orders-db-v2'],
    [['dev', 'größe'], 'dev-gr-e'],
    [['', '…'], 'resource'],
  ])('of %j is %s', (words, name) => {
    expect(entityName(...words)).toBe(name);
    expect(isEntityName(name)).toBe(true);
  });

  it('are distinct, whatever the folders are called, and the same again', () => {
    const long = 'x'.repeat(80);
    const items = ['a', 'b', 'c', 'd'].map((key, index) => ({
      key,
      name: entityName('dev', index < 2 ? long : 'db'),
    }));
    const names = distinctNames(items);
    expect(new Set(names.values()).size).toBe(4);
    expect([...names.values()].every(isEntityName)).toBe(true);
    expect(distinctNames(items)).toEqual(names);
    // What comes first keeps its name when something else of that name comes and goes.
    expect(names.get('a')).toBe(distinctNames(items.slice(0, 1)).get('a'));
  });
});
