// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Kafka of the company: one environment on a cluster inside of the portal, and what people have on it.
import type { JsonObject } from '@backstage/types';
import { eventually, type Portal } from './startPortal';

/** For `settings` of the portal. */
export const KAFKA: JsonObject = {
  kafkaSelfServe: {
    administrators: ['group:default/platform'],
    clusters: {
      dev: { embedded: true, clusterId: 'company-dev', brokers: 1 },
    },
    environments: [
      {
        name: 'dev',
        displayName: 'Development',
        order: 1,
        environment: 'dev',
        store: 'kafka-dev',
        connection: 'dev',
        schemaRegistry: 'dev',
        defaults: { partitions: 1, replicationFactor: 1 },
        limits: { sizes: { S: { partitions: 1, 'retention.ms': '86400000' } } },
      },
    ],
    worker: { poll: { milliseconds: 50 } },
  },
};

let keys = 0;

/** Asks for something as the person, and waits until it is done; those in `yes` approve. */
export async function kafkaDone(
  portal: Portal,
  { by, yes = [] }: { by: string; yes?: string[] },
  kind: string,
  payload: object,
): Promise<void> {
  const made = await portal.post(by, 'kafka-self-serve/requests', {
    kind,
    payload,
    submit: 'now',
    idempotencyKey: `kafka-${(keys += 1)}`,
  });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const path = `kafka-self-serve/requests/${made.body.request.id}`;
  for (const who of yes) {
    const { body } = await portal.get(who, path);
    await portal.post(who, `${path}/approve`, { planDigest: body.planDigest });
  }
  await eventually(
    () => portal.get(by, path),
    ({ body }) => body.execution === 'succeeded',
  );
}

/** An application of a team with its instance in dev, which owns what begins with its name. */
export async function kafkaApplication(
  portal: Portal,
  { by, name, team }: { by: string; name: string; team: string },
): Promise<void> {
  await kafkaDone(portal, { by, yes: ['pat'] }, 'kafka.application', {
    operation: 'create',
    name,
    ownerRef: `group:default/${team}`,
    componentRef: `component:default/${name}-api`,
  });
  await kafkaDone(portal, { by }, 'kafka.application-instance', {
    operation: 'create',
    application: name,
    environment: 'dev',
    principals: [`User:${name}`],
    patterns: ['TOPIC', 'GROUP'].map(type => ({
      type,
      pattern: 'PREFIXED',
      name: `${name}.`,
    })),
  });
}
