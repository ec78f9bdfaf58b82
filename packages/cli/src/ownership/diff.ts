// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  PolicyDiff,
  PolicyDiffEntry,
  PolicyDiffSide,
} from '@fairway/backstage-plugin-ownership-common';
import { diffPolicies } from '@fairway/backstage-plugin-ownership-node';
import { EXIT } from '../exit';
import { usePolicy } from './input';
import { refusing, timeOf } from './question';

/** Options of `ownership diff`, as commander hands them over. */
export interface DiffOptions {
  do: string[];
  service: string[];
  in: string[];
  at?: string;
  json?: boolean;
}

/** Prints who gains and who loses; a difference is a finding. */
export async function diffFiles(
  paths: { before: string; after: string },
  options: DiffOptions,
): Promise<number> {
  const at = timeOf(options.at);
  const before = await usePolicy(paths.before);
  const after = await usePolicy(paths.after);
  const filter = (names: string[]) => (names.length ? names : undefined);
  const diff = refusing(() =>
    diffPolicies(before, after, {
      at,
      actions: filter(options.do),
      services: filter(options.service),
      environments: filter(options.in),
    }),
  );
  process.stdout.write(
    options.json
      ? `${JSON.stringify(diff, undefined, 2)}\n`
      : `${describe(diff)}\n`,
  );
  const { gains, loses, changes, approvals, rules, sections } = diff;
  const all = [gains, loses, changes, approvals, rules, sections];
  return all.some(({ length }) => length) ? EXIT.refused : EXIT.ok;
}

function describe(diff: PolicyDiff): string {
  return [
    ...diff.gains.map(each => describeEntry('gains', each)),
    ...diff.loses.map(each => describeEntry('loses', each)),
    ...diff.changes.map(each => describeEntry('needs', each)),
    ...diff.approvals.map(
      ({ who, action, on, environment, before, after }) =>
        `approvals  ${who.join(
          ', ',
        )}  ${action} ${on} in ${environment}\n           before: ${before}\n           after:  ${after}`,
    ),
    ...diff.rules.map(
      ({ id, effect, change, line, file }) =>
        `rule       ${effect} ${id} ${change}, ${
          file ? `${file}, ` : ''
        }line ${line}`,
    ),
    ...diff.sections.map(section => `section    ${section} differs`),
    ...(diff.message ? ['', diff.message] : []),
  ]
    .join('\n')
    .trim();
}

function describeEntry(word: string, entry: PolicyDiffEntry): string {
  const { who, teams, action, on, environment, before, after } = entry;
  const known = teams.length ? ` (${teams.join(', ')})` : '';
  return [
    `${word}      ${who}${known}  ${action} ${on} in ${environment}`,
    `           before: ${side(before)}`,
    `           after:  ${side(after)}`,
  ].join('\n');
}

function side({ decision, by, needs }: PolicyDiffSide): string {
  const wanted = needs.map(name => `request.${name}`).join(' and ');
  return `${decision === 'needs' ? `allow with ${wanted}` : decision} by ${by}`;
}
