// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { topicOnBroker } from './support/broker';
import { type Api, expect, test } from './support/fixtures';
import {
  brokerOf,
  carriedOut,
  choose,
  have,
  now,
  pick,
  submitDraft,
} from './support/kafka';
import { decide, openRequest, part } from './support/requests';

// In the demo on the embedded cluster, in production on Apache Kafka.
test('a new application gets a topic with a consumer, from the first form to the broker', async ({
  signIn,
  api,
  portal,
}, { retry, project }) => {
  const { missing } = portal.kafka ?? {};
  test.skip(missing !== undefined && !process.env.CI, missing);
  expect(missing, 'why there is no Apache Kafka').toBeUndefined();
  test.slow();
  const name = `ledger${retry || ''}`;
  const topic = `${name}.booked`;
  const pia = await signIn('pia', '/kafka/applications');
  const piaApi = await api('pia');
  const patApi = await api('pat');

  // The demo is seeded with it.
  if (project.name === 'production') await havePayments(piaApi, patApi);

  await test.step('she asks for an application', async () => {
    await pia.getByRole('link', { name: 'Ask for an application' }).click();
    await pia.getByRole('textbox', { name: /^Name/ }).fill(name);
    await pick(pia, /^Owner/, 'group:default/payments');
    await pick(pia, /^Component or system/, 'component:default/payments-api');
    await pia.getByRole('textbox', { name: 'Reason' }).fill('A new ledger.');
  });
  const asked = await submitDraft(pia);

  await test.step('the administrator finds it among those that wait, and approves', async () => {
    const pat = await signIn('pat', '/kafka/requests');
    await expect(
      pat.getByRole('tab', { name: /^Pending \(\d+\)$/ }),
    ).toBeVisible();
    await pat
      .getByRole('table', { name: 'Requests' })
      .getByRole('link', { name: new RegExp(`${name}\\b`) })
      .first()
      .click();
    await expect(part(pat, 'Checks')).toBeVisible();
    await decide(pat, 'Approve');
    await carriedOut(piaApi, asked);
  });

  await test.step('she brings it into development, where nobody has to approve', async () => {
    await signIn('pia', `/kafka/applications/${name}/new-environment`);
    await choose(pia, /Environment/, 'Development');
    await carriedOut(piaApi, await submitDraft(pia));
    await signIn('pia', `/kafka/applications/${name}`);
    await expect(
      pia.getByRole('region', { name: `${name}@dev` }),
    ).toContainText(`topics that begin with ${name}.`);
  });

  await test.step('she asks for a topic and its consumer in one request, and sees the plan before', async () => {
    await signIn(
      'pia',
      `/kafka/topics/new?application=${name}&environment=dev`,
    );
    await pia.getByRole('textbox', { name: /^Name after/ }).fill('booked');
    await pia.getByRole('button', { name: 'Add a consumer' }).click();
    const access = pia.getByRole('group', { name: 'Access 1' });
    const grantee = access.getByRole('button', { name: /Application/ });
    // The only other one is chosen already; after a retry there are several.
    if (!(await grantee.textContent())?.includes('payments')) {
      await grantee.click();
      await pia.getByRole('option', { name: 'payments' }).click();
    }
    await access
      .getByRole('textbox', { name: /^Consumer group/ })
      .fill('payments.ledger-reader');
    await pia.getByRole('textbox', { name: /Why it is needed/ }).fill('Books.');
    await pia.getByRole('button', { name: 'Show the plan' }).click();
    await expect(part(pia, 'What will happen')).toContainText(topic);
    await pia.getByRole('button', { name: 'Submit the request' }).click();
    await expect(pia).toHaveURL(/\/kafka\/requests\/[^/]+$/);
    const id = openRequest(pia);
    // Access is decided about by the owner, and by nobody who asked: the administrators stand in where that is one team.
    const request = await now(piaApi, id);
    expect(request.kind).toBe('kafka.bundle');
    if (request.decision === 'pending') {
      const pat = await signIn('pat', `/kafka/requests/${id}`);
      await decide(pat, 'Approve');
    }
    await carriedOut(piaApi, id);
  });

  await test.step('the broker has the topic, and lets the consumer read it', async () => {
    const broker = await brokerOf(portal, patApi);
    const { partitions, access } = await topicOnBroker(broker, topic);
    expect(partitions).toBe(1);
    expect(access).toContain('User:payments READ');
    expect(access).not.toContain('User:payments WRITE');
  });

  await test.step('the pages show the topic and the access', async () => {
    await signIn('pia', `/kafka/topics/dev/${topic}`);
    await expect(pia.getByRole('heading', { name: topic })).toBeVisible();
    await expect(pia.getByText('payments@dev').first()).toBeVisible();
  });
});

/** Who reads: another application of hers. */
async function havePayments(asker: Api, administrator: Api) {
  const people = { asker, administrator };
  await have(people, 'kafka.application', {
    operation: 'create',
    name: 'payments',
    ownerRef: 'group:default/payments',
    componentRef: 'component:default/payments-api',
  });
  await have(people, 'kafka.application-instance', {
    operation: 'create',
    application: 'payments',
    environment: 'dev',
    principals: ['User:payments'],
    patterns: ['TOPIC', 'GROUP'].map(type => ({
      type,
      pattern: 'PREFIXED',
      name: 'payments.',
    })),
  });
}
