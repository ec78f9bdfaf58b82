// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface BenchUser {
  /** Name of the User in the catalog. */
  name: string;
  /** Name of the Group. */
  group: string;
}

/**
 * Writes people into the catalog of the examples, and the configuration of a
 * portal that reads them over that of production; answers its path.
 */
export function writePortalConfig(options: {
  root: string;
  into: string;
  people: readonly BenchUser[];
  /** Files of the catalog beside, as `catalog.locations` has them. */
  locations?: readonly object[];
  /** Of self-service beside its repositories, which have no pipeline. */
  selfService?: object;
  /** Sections beside. */
  more?: object;
}): string {
  const { root, into, people, locations = [], selfService, more } = options;
  mkdirSync(into, { recursive: true });
  const users = join(into, 'people.yaml');
  writeFileSync(
    users,
    people
      .map(({ name, group }) =>
        JSON.stringify({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'User',
          metadata: { name },
          spec: {
            profile: { displayName: name, email: `${name}@acme.example` },
            memberOf: [group],
          },
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
          { type: 'file', target: users, rules },
          ...locations,
        ],
      },
      selfService: {
        repositories: [
          {
            repoUrl: 'local?owner=acme&repo=infrastructure-live',
            // A change ends when it is merged.
            apply: 'none',
          },
        ],
        modules: {
          repoUrl: 'local?owner=acme&repo=infrastructure-modules',
          source: 'git::https://github.com/acme/infrastructure-modules.git',
          catalogFile: 'iac-catalog.yaml',
        },
        local: { root: join(into, 'git') },
        ...selfService,
      },
      ...more,
    }),
  );
  return file;
}
