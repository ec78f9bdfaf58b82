// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What somebody asks a portal to see whether an installation works.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { waitFor } from '../wait.mjs';

/** The catalog and the clusters are read shortly after the start. */
const READ_WITHIN_MS = 60_000;

const actionsOf = async ({ ask }) =>
  (await ask('scaffolder/v2/actions')).map(({ id }) => id);

/** Whether everybody may register what they like in the catalog, as the policy of a fresh app has it. */
async function mayRegister({ ask }) {
  const permission = {
    type: 'basic',
    name: 'catalog.location.create',
    attributes: { action: 'create' },
  };
  const { items } = await ask('permission/authorize', {
    items: [{ id: '1', permission }],
  });
  return items[0].result === 'ALLOW';
}

export const QUESTIONS = {
  async iac(backend) {
    await waitFor(
      "The guest's team",
      async () => (await backend.ask('ownership/me')).teams[0] === 'platform',
      { withinMs: READ_WITHIN_MS },
    );
    const { items } = await backend.ask('self-service/requests');
    assert.deepEqual(items, []);
    const { revision } = await backend.ask('ownership/policy/status');
    assert.match(revision, /^[0-9a-f]{12,}$/);
    const decided = await backend.ask('ownership/decide', {
      target: {
        action: 'service.deploy',
        service: 'bucket',
        environment: 'dev',
      },
    });
    assert.equal(decided.decision, 'allow');
    const actions = await actionsOf(backend);
    assert.ok(actions.includes('iac:terragrunt:unit'), actions.join());
    assert.ok(actions.includes('git:change:propose'), actions.join());
  },

  async noIac(backend) {
    await assert.rejects(backend.ask('self-service/requests'), /404/);
    assert.ok(!(await actionsOf(backend)).includes('iac:terragrunt:unit'));
  },

  async kafka(backend) {
    // A cluster that answers shows that its program was in the package.
    await waitFor(
      'The environment of Kafka',
      async () => {
        const { items } = await backend.ask('kafka-self-serve/environments');
        return items[0].name === 'dev' && items[0].status.reachable;
      },
      { withinMs: READ_WITHIN_MS },
    );
    const { items } = await backend.ask(
      'kafka-self-serve/topics?environment=dev',
    );
    assert.deepEqual(items, []);
    const actions = await actionsOf(backend);
    assert.ok(actions.includes('kafka:topic:request'), actions.join());
  },

  async noKafka(backend) {
    await assert.rejects(backend.ask('kafka-self-serve/environments'), /404/);
    assert.ok(!(await actionsOf(backend)).includes('kafka:topic:request'));
  },

  async allowsAll(backend) {
    assert.equal(await mayRegister(backend), true);
  },

  async asksThePolicy(backend) {
    assert.equal(await mayRegister(backend), false);
  },

  /** In the built scripts of the app. */
  pages(dist) {
    const scripts = fs
      .readdirSync(path.join(dist, 'static'))
      .filter(name => name.endsWith('.js'))
      .map(name => fs.readFileSync(path.join(dist, 'static', name), 'utf8'))
      .join('\n');
    for (const page of ['/self-service', '/ownership', '/kafka'])
      assert.ok(scripts.includes(`"${page}"`), `${page} is not in the app`);
  },
};
