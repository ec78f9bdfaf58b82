// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Who is at the portal, and what it is told: an administrator and the owner of a part of the topics, by the proxy in front.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the people in the catalog; refs are those of benchmarks/kafka/backend.ts. */
const PEOPLE = { root: 'platform', olga: 'orders' };

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
  mkdirSync(into, { recursive: true });
  const people = join(into, 'people.yaml');
  writeFileSync(
    people,
    Object.entries(PEOPLE)
      .map(([name, group]) =>
        JSON.stringify({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'User',
          metadata: { name },
          spec: { profile: { displayName: name }, memberOf: [group] },
        }),
      )
      .join('\n---\n'),
  );
  const rules = [{ allow: ['User', 'Group'] }];
  const file = join(into, 'app-config.bench.yaml');
  // JSON is YAML.
  writeFileSync(
    file,
    JSON.stringify({
      catalog: {
        locations: [
          { type: 'file', target: join(root, 'examples/org.yaml'), rules },
          { type: 'file', target: join(root, 'examples/catalog.yaml') },
          { type: 'file', target: people, rules },
        ],
      },
      // Nothing is asked of it; the portal does not start without one.
      selfService: {
        repositories: [
          {
            repoUrl: 'local?owner=acme&repo=infrastructure-live',
            apply: 'none',
          },
        ],
        modules: {
          repoUrl: 'local?owner=acme&repo=infrastructure-modules',
          source: 'git::https://github.com/acme/infrastructure-modules.git',
          catalogFile: 'iac-catalog.yaml',
        },
        local: { root: join(into, 'git') },
      },
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
    }),
  );
  return file;
}
