// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Links in the repository, and YAML where the configuration allows it.
import { moduleSource, useGate } from '../__testUtils__/useGate';
import { DEV, unit } from '../__testUtils__/world';

jest.setTimeout(60_000);

const gate = useGate();
const { ask, push } = gate;

describe('links in the repository', () => {
  const TEMPLATE = '_envcommon/units/linked/terragrunt.hcl';

  beforeAll(async () => {
    const { git } = gate.portal.world;
    const blob = (await git('rev-parse', 'main:root.hcl')).trim();
    await git('read-tree', 'main');
    for (const path of [TEMPLATE, `${DEV}/linked`, 'terraform/dev/linked']) {
      await git(
        ...['update-index', '--add', '--cacheinfo', `120000,${blob},${path}`],
      );
    }
    const tree = (await git('write-tree')).trim();
    const author = ['-c', 'user.name=P', '-c', 'user.email=p@acme.example'];
    const commit = await git(
      ...[...author, 'commit-tree', '-p', 'main', '-m', 'Links', tree],
    );
    await git('update-ref', 'refs/heads/main', commit.trim());
  });

  it('are no templates', async () => {
    const file = `${DEV}/more/terragrunt.stack.hcl`;
    const content =
      'unit "a" {\n  source = "../../../../../_envcommon/units/linked"\n  path   = "a"\n}\n';
    expect((await ask({ [file]: content })).message).toMatch(/is not there/);
  });

  it.each([
    [`${DEV}/linked/terragrunt.hcl`, unit()],
    [
      'terraform/dev/linked/a.tf',
      `module "a" {\n  source = "${moduleSource('postgres-database')}"\n}\n`,
    ],
  ])('are not written through: %s', async (path, content) => {
    expect((await ask({ [path]: content })).message).toMatch(/symbolic link/);
  });
});

describe('YAML where the configuration allows it', () => {
  const path = 'deploy/dev/payments-api/k8s/deployment.yaml';

  it("is the service's that the path names", async () => {
    const text = 'kind: Deployment\n---\nkind: Service\n';
    expect((await ask({ [path]: text })).targets).toEqual([
      'service.deploy dev/payments-api deploy/dev/payments-api',
    ]);
    expect((await ask({ [path]: text }, 'dan')).code).toBe('policy-denied');
    expect(
      (await ask({ [path.replace('dev', 'prod')]: text })).message,
    ).toMatch(/change ticket/);
  });

  it('is removed by who may destroy', async () => {
    await push({ [path]: 'kind: Deployment\n' });
    expect((await ask({ [path]: undefined })).targets).toEqual([
      'service.destroy dev/payments-api deploy/dev/payments-api',
    ]);
    expect((await ask({ [path]: undefined }, 'eve')).code).toBe(
      'policy-denied',
    );
  });

  it.each<[string, string, string, string]>([
    [
      'another ending',
      'deploy/dev/payments-api/run.sh',
      '#!/bin/sh\n',
      'deployment-file-not-allowed',
    ],
    [
      'a tag in the second document',
      path,
      'a: 1\n---\nb: !!python/object:x {}\n',
      'deployment-values-invalid',
    ],
    [
      'a service that nobody has',
      'deploy/dev/ghost/a.yaml',
      'a: 1\n',
      'policy-denied',
    ],
    [
      'a place that the layout does not have',
      'deploy/a.yaml',
      'a: 1\n',
      'ownership-path-without-layout',
    ],
    [
      'two documents of values',
      'deploy/dev/payments-api/values.yaml',
      'a: 1\n---\nb: 1\n',
      'deployment-values-invalid',
    ],
  ])('is refused for %s', async (_, file, content, code) => {
    expect((await ask({ [file]: content })).code).toBe(code);
  });
});
