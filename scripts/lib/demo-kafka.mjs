// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What people of the demo company have on Kafka before anybody looks: applications, topics, access, schemas, and requests
// that wait for somebody. They are asked for as the personas, through the API, and go the whole way that every request goes.
import { fillClusters } from './demo-kafka-records.mjs';
import { endOtherwise } from './demo-kafka/endOtherwise.mjs';
import { ADMINISTRATOR, DONE, OPEN } from './demo-kafka/requests.mjs';
import { callAs } from './portal.mjs';
import { waitFor } from './wait.mjs';

const WITHIN_MS = 60_000;

/** Makes what is not there yet, and fills the clusters, which are empty at each start. */
export async function seedKafka({ backend }) {
  const call = (who, path, body) =>
    callAs(backend, who, `kafka-self-serve${path}`, body);
  const sync = async () => {
    const { items } = await call(ADMINISTRATOR, '/environments');
    for (const { name } of items)
      await call(ADMINISTRATOR, `/environments/${name}/sync`, {});
    return items.every(({ status }) => status?.reachable);
  };

  const { embeddedUnavailable } = await call(ADMINISTRATOR, '/environments');
  if (embeddedUnavailable) return;
  await waitFor('the Kafka clusters', sync, { withinMs: WITHIN_MS });
  const { all } = await call(ADMINISTRATOR, '/requests/counts');
  const { items } = await call(ADMINISTRATOR, '/connections');
  const portal = portalOf(call, items);
  if (all === 0) await makeRequests(portal);
  await fillClusters(items);
  await sync();
  // Last, since it takes its time.
  if (all === 0) await endOtherwise(portal);
}

/** What people do there: they ask, look, say a verdict, and wait until what they asked for is done. */
function portalOf(call, connections) {
  const make = async ({ by, order, why, submit = 'now' }, key) => {
    const { request } = await call(by, '/requests', {
      ...order,
      justification: why ?? 'The first of its kind, to begin with.',
      submit,
      idempotencyKey: `demo-kafka-${key}`,
    });
    return request;
  };
  const see = (by, { id }) => call(by, `/requests/${id}`);
  const decide = async (request, { by, verdict, comment }) => {
    const { planDigest } = await see(by, request);
    // Whoever takes a request back decides about no plan.
    const about = verdict === 'cancel' ? {} : { planDigest };
    const path = `/requests/${request.id}/${verdict}`;
    await call(by, path, { ...about, comment });
  };
  const done = async (wanted, key) => {
    const request = await make(wanted, key);
    for (const by of wanted.yes ?? [])
      await decide(request, { by, verdict: 'approve' });
    await waitFor(
      `"${request.title}" to be done`,
      async () => {
        const now = await see(wanted.by, request);
        if (now.failure)
          throw new Error(`${now.title}: ${now.failure.message}`);
        return now.execution === 'succeeded';
      },
      { withinMs: WITHIN_MS },
    );
  };
  return { connections, make, see, decide, done };
}

async function makeRequests({ make, decide, done }) {
  for (const [index, wanted] of DONE.entries())
    await done(wanted, `done-${index + 1}`);
  for (const [index, wanted] of OPEN.entries()) {
    const request = await make(wanted, `open-${index + 1}`);
    if (wanted.then) await decide(request, wanted.then);
  }
}
