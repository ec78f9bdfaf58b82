// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Who is at the portal, and what it is told: an administrator and the owner of a part of the topics, by the proxy in front.
import { writePortalConfig } from '../common/portalConfig';

/** Names of the people in the catalog; refs are those of benchmarks/kafka/backend.ts. */
const PEOPLE = [
  { name: 'root', group: 'platform' },
  { name: 'olga', group: 'orders' },
];

/** What oauth2-proxy says about a person. */
export const proxyHeaders = (ref: string) => ({
  'x-forwarded-user': ref.replace('user:default/', ''),
});

/** Writes the people and the configuration over that of production; answers its path. */
export function writeConfiguration(options: {
  root: string;
  into: string;
  bootstrapServers: string[];
}): string {
  const { root, into, bootstrapServers } = options;
  return writePortalConfig({
    root,
    into,
    people: PEOPLE,
    more: {
      kafkaSelfServe: {
        administrators: ['group:default/platform'],
        clusters: { bench: { bootstrapServers } },
        environments: [
          {
            name: 'bench',
            displayName: 'Bench',
            order: 1,
            environment: 'dev',
            store: 'kafka-dev',
            connection: 'bench',
            defaults: { partitions: 1, replicationFactor: 1 },
          },
        ],
      },
    },
  });
}
