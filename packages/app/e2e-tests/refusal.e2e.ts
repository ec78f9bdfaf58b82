// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { expect, test } from './support/fixtures';
import { picture } from './support/pictures';

const NETWORK = {
  name: 'e2e-network',
  environment: 'prod',
};

test('a production network is refused in the form, with the rule and whom to ask', async ({
  signIn,
}) => {
  const page = await signIn('pia', '/create/templates/default/network');
  const environments = page.getByRole('radiogroup', { name: /Environment/ });
  await expect(environments).toBeVisible();
  for (const radio of await environments.getByRole('radio').all()) {
    await expect(radio).toBeDisabled();
  }
  await expect(environments.getByText(/networking/).first()).toBeVisible();
  await expect(
    environments.getByRole('link', { name: 'Network operations' }).first(),
  ).toBeVisible();
  await picture(page, 'refused', {
    showing: environments.getByText(/networking/).first(),
    height: 1200,
  });
});

test('with the form bypassed, the task is refused and its log says why', async ({
  api,
}) => {
  const pia = await api('pia');
  const { body: template } = await pia.call(
    '/catalog/entities/by-name/template/default/network',
  );
  const values = Object.fromEntries(
    [template.spec.parameters]
      .flat()
      .flatMap((page: any) =>
        Object.entries(page.properties).map(([key, field]: [string, any]) => [
          key,
          field.default ?? '',
        ]),
      ),
  );
  const started = await pia.call('/scaffolder/v2/tasks', {
    templateRef: 'template:default/network',
    values: {
      ...values,
      ...NETWORK,
      cidrBlock: '10.99.0.0/16',
      justification: 'The form was not asked.',
    },
  });
  expect(started.status, JSON.stringify(started.body)).toBe(201);
  const task = `/scaffolder/v2/tasks/${started.body.id}`;
  await expect
    .poll(async () => (await pia.call(task)).body.status)
    .toBe('failed');
  const { body: events } = await pia.call(`${task}/events`);
  const log = JSON.stringify(events);
  expect(log).toContain('guard:restricted:networking');
  expect(log).toContain('group:default/netops');
});

test('the API refuses the same, for her, for a dry run and for a guest', async ({
  api,
  git,
}) => {
  const before = git('infrastructure-live', 'for-each-ref');
  const unit = {
    path: 'live/acme-prod/eu-west-1/prod/e2e-network/terragrunt.hcl',
    content: `include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "git::https://github.com/acme/infrastructure-modules.git//modules/network?ref=v1.1.0"
}

inputs = {
  name = "e2e-network"
}
`,
  };
  const payload = {
    repoUrl: 'local?owner=acme&repo=infrastructure-live',
    files: [unit],
  };
  const change = (repoUrl = payload.repoUrl) => ({
    kind: 'change',
    title: 'A network past the form',
    idempotencyKey: 'e2e-refused',
    payload: { ...payload, repoUrl },
  });
  for (const name of ['pia', 'gus']) {
    const person = await api(name);
    for (const [path, body] of [
      ['/self-service/requests', change()],
      ['/self-service/requests/preview', { kind: 'change', payload }],
    ] as const) {
      const answer = await person.call(path, body);
      expect(answer.status, JSON.stringify(answer.body)).toBe(403);
      expect(JSON.stringify(answer.body)).toContain('group:default/netops');
    }
  }
  const elsewhere = await (
    await api('pia')
  ).call(
    '/self-service/requests',
    change('local?owner=acme&repo=infrastructure-modules'),
  );
  expect(elsewhere.status).toBe(403);
  expect(git('infrastructure-live', 'for-each-ref')).toBe(before);
});
