// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The people of the load test: most of them order, the others decide about what goes to production.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What somebody does all day. */
export type Part = 'requester' | 'approver';

export interface Person {
  /** Name of the User in the catalog. */
  name: string;
  part: Part;
}

/** Of ten people eight order; one is of the platform team and one of the approvers, who both have to agree in production. */
const GROUPS = [
  ...Array.from({ length: 8 }, (_, index) =>
    index % 2 ? 'payments' : 'orders',
  ),
  'platform',
  'approvers',
];

const groupOf = (index: number) => GROUPS[index % GROUPS.length];

export function peopleOf(count: number): Person[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `load-${index}`,
    part: index % GROUPS.length < 8 ? 'requester' : 'approver',
  }));
}

/** Writes the people as a catalog file and the configuration that reads it; answers the path of the configuration. */
export function writeCompany(options: {
  count: number;
  root: string;
  into: string;
}): string {
  const { count, root, into } = options;
  mkdirSync(into, { recursive: true });
  const org = join(into, 'people.yaml');
  const documents = peopleOf(count).map(({ name }, index) =>
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name },
      spec: {
        profile: { displayName: name, email: `${name}@acme.example` },
        memberOf: [groupOf(index)],
      },
    }),
  );
  writeFileSync(org, documents.join('\n---\n'));
  const people = [{ allow: ['User', 'Group'] }];
  const config = join(into, 'app-config.load.yaml');
  // JSON is YAML.
  writeFileSync(
    config,
    JSON.stringify({
      catalog: {
        locations: [
          {
            type: 'file',
            target: join(root, 'examples/org.yaml'),
            rules: people,
          },
          { type: 'file', target: join(root, 'examples/catalog.yaml') },
          { type: 'file', target: org, rules: people },
          {
            type: 'file',
            target: join(root, 'templates/*/template.yaml'),
            rules: [{ allow: ['Template'] }],
          },
        ],
      },
      selfService: {
        repositories: [
          {
            repoUrl: 'local?owner=acme&repo=infrastructure-live',
            // A change ends when it is merged: no pipeline is part of this.
            apply: 'none',
          },
        ],
        modules: {
          repoUrl: 'local?owner=acme&repo=infrastructure-modules',
          source: 'git::https://github.com/acme/infrastructure-modules.git',
          catalogFile: 'iac-catalog.yaml',
        },
        local: { root: join(into, 'git') },
        administrators: ['group:default/platform'],
      },
    }),
  );
  return config;
}
