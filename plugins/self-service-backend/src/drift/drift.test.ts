// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import type {
  ChangeFile,
  DriftAnswer,
  DriftItem,
} from '@fairway/backstage-plugin-self-service-common';
import { person, type Portal, startPortal } from '../__testUtils__/portal';
import { DEV, LIVE, unit } from '../__testUtils__/world';

jest.setTimeout(60_000);

const CHANGE: Entity = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'change-unit', namespace: 'default', title: 'Change it' },
  spec: {
    selfService: {
      operation: 'day2',
      category: 'Changes',
      target: { kind: 'Resource' },
    },
    parameters: {
      properties: {
        environment: { 'ui:field': 'FairwayEnvironment' },
        unit: { 'ui:field': 'FairwayUnit', 'ui:options': { repoUrl: LIVE } },
      },
    },
  },
};

/** What the catalog shows of a unit. */
const shown = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name,
    namespace: 'default',
    annotations: {
      'fairway.dev/path': `${DEV}/${name}`,
      'fairway.dev/source-file': `${LIVE}#${DEV}/${name}/terragrunt.hcl`,
    },
  },
  spec: { type: 'postgres-database' },
});

const fileOf = (name: string) => `${DEV}/${name}/terragrunt.hcl`;

let portal: Portal;

beforeAll(async () => {
  portal = await startPortal({
    entities: [CHANGE, ...['kept', 'edited', 'deleted'].map(shown)],
  });
  for (const name of ['kept', 'edited', 'deleted', 'unlisted']) {
    const opened = await portal.open('pia', [
      { path: fileOf(name), content: unit({ inputs: `  name = "${name}"\n` }) },
    ]);
    await portal.approve(opened);
    await portal.until(opened.id, ({ execution }) => execution === 'succeeded');
  }
  await byHand([
    { path: fileOf('edited'), content: unit({ inputs: '  name = "other"\n' }) },
    { path: fileOf('deleted'), delete: true },
    { path: fileOf('begun'), content: unit({ inputs: '  name = "begun"\n' }) },
  ]);
});

afterAll(() => portal.stop());

/** Past the portal, as with a laptop. */
async function byHand(files: ChangeFile[]) {
  const { host, git } = portal.world;
  const repository = {
    host: 'local',
    owner: 'acme',
    repo: 'infrastructure-live',
  };
  await host.commit(repository, {
    branch: 'by-hand',
    baseSha: (await git('rev-parse', 'main')).trim(),
    files,
    message: 'By hand',
    trailers: [],
    author: { name: 'Somebody', email: 'somebody@acme.example' },
  });
  await git('branch', '-f', 'main', 'by-hand');
}

async function drift(name: string): Promise<DriftAnswer> {
  const { body } = await portal.send('get', '/drift', { as: person(name) });
  return body;
}

const about = ({ items }: DriftAnswer, name: string) =>
  items.find(({ path }) => path === `${DEV}/${name}`);

describe('GET /drift', () => {
  it('tells what was edited by hand, with the change that puts it back and the form that changes it', async () => {
    const item = about(await drift('pia'), 'edited')!;
    expect(item).toMatchObject({
      kind: 'changed',
      environment: 'dev',
      service: 'postgres-database',
      forms: [
        {
          templateRef: 'template:default/change-unit',
          title: 'Change it',
          formData: { environment: 'dev', unit: `${DEV}/edited` },
        },
      ],
    });
    expect(item.restore?.diff).toContain('-  name = "other"');
    expect(item.restore?.diff).toContain('+  name = "edited"');
  });

  it('tells what was removed by hand, in Git but unknown, and not in the catalog', async () => {
    const answer = await drift('pia');
    expect(about(answer, 'deleted')).toMatchObject({ kind: 'removed' });
    expect(about(answer, 'begun')).toMatchObject({
      kind: 'unknown',
      forms: [{ formData: { unit: `${DEV}/begun` } }],
    });
    expect(about(answer, 'unlisted')).toMatchObject({ kind: 'not-in-catalog' });
    expect(about(answer, 'kept')).toBeUndefined();
    expect(answer.heads).toEqual({
      [LIVE]: (await portal.world.git('rev-parse', 'main')).trim(),
    });
  });

  it('shows nothing to whoever may not plan it, but how much there is', async () => {
    const answer = await drift('eve');
    expect(answer.items).toEqual([]);
    expect(answer.hidden).toBeGreaterThan(0);
  });

  it('is over when the change that it comes with is carried out', async () => {
    const restore = async ({ restore: change }: DriftItem) => {
      const opened = await portal.open('pia', change!.files, {
        onExists: 'replace',
      });
      await portal.approve(opened);
      await portal.until(
        opened.id,
        ({ execution }) => execution === 'succeeded',
      );
    };
    const before = await drift('pia');
    await restore(about(before, 'edited')!);
    await restore(about(before, 'deleted')!);
    const after = await drift('pia');
    expect(about(after, 'edited')).toBeUndefined();
    expect(about(after, 'deleted')).toBeUndefined();
    expect(
      await portal.world.git('show', `main:${fileOf('edited')}`),
    ).toContain('name = "edited"');
  });
});
