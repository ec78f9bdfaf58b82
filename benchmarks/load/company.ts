// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The people of the load test: most of them order, the others decide about what goes to production.
import { join } from 'node:path';
import { writePortalConfig } from '../common/portalConfig';

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
  return writePortalConfig({
    root,
    into,
    people: peopleOf(count).map(({ name }, index) => ({
      name,
      group: groupOf(index),
    })),
    locations: [
      {
        type: 'file',
        target: join(root, 'templates/*/template.yaml'),
        rules: [{ allow: ['Template'] }],
      },
    ],
    selfService: { administrators: ['group:default/platform'] },
  });
}
