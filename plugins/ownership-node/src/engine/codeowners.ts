// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { codeownersPatterns } from './codeownersGlob';
import { engineError } from './errors';
import type { CompiledLayout, CompiledPolicy, PolicyEntry } from './model';
import { enumerate, fold, shown } from './names';
import {
  ANYBODY,
  possibleAnswer,
  RelevantPeople,
  subjectOfRef,
} from './people';

/** What decides over every unit of a repository, or over the repository itself. @public */
export const DEFAULT_PROTECTED_GLOBS: readonly string[] = [
  '.github/**',
  '**/_envcommon/**',
  '**/{root,account,region,env}.hcl',
  '**/CODEOWNERS',
];

/** @public */
export interface CodeownersOptions {
  /** As the layout names it: `infrastructure-live`. */
  repo: string;
  /** Globs that nobody changes by the way; left out: `DEFAULT_PROTECTED_GLOBS`. */
  protectedGlobs?: readonly string[];
  /** Teams that own protected and unknown paths; left out: those that the policy lets change protected paths, else the owners of environments. */
  protectedOwners?: readonly string[];
  /** What only the content of a unit says: its service, and the stores that it touches. */
  units?: readonly { folder: string; service: string; stores?: string[] }[];
}

interface Line {
  pattern: string;
  teams: Iterable<string>;
}

/**
 * The ownership of a repository's paths as a CODEOWNERS file, for hosts that
 * ask the same people when a change does not come through the portal.
 *
 * @throws InputError `ownership-repository-unknown`, `ownership-codeowners-unnamed` (a team without
 * `codeowners:`), `ownership-name-unknown`, `ownership-glob-unsupported`
 * @public
 */
export function exportCodeowners(
  policy: CompiledPolicy,
  options: CodeownersOptions,
): string {
  const layout = policy.internals.layout.filter(
    ({ repo }) => repo === fold(options.repo),
  );
  if (!layout.length) {
    throw engineError('ownership-repository-unknown', {
      repo: shown(options.repo),
      source: policy.source,
      known:
        enumerate([
          ...new Set(policy.internals.layout.map(({ repo }) => repo)),
        ]) || 'none',
    });
  }
  const keepers = options.protectedOwners ?? keepersOf(policy);
  const sections: [string, Line[]][] = [
    ['Whatever no line below is about', [{ pattern: '*', teams: keepers }]],
    ['Environments', layout.flatMap(entry => environmentLines(policy, entry))],
    ['Services', layout.flatMap(entry => serviceLines(policy, entry))],
    [
      'Units, by the service that their module belongs to',
      (options.units ?? []).map(unit => unitLine(policy, unit)),
    ],
    [
      'Protected',
      (options.protectedGlobs ?? DEFAULT_PROTECTED_GLOBS)
        .flatMap(codeownersPatterns)
        .map(pattern => ({ pattern, teams: keepers })),
    ],
  ];
  const text = sections
    .filter(([, lines]) => lines.length)
    .map(([title, lines]) => section(policy, title, lines));
  return [
    `# Made from ${policy.source} with \`fairway ownership export-codeowners\`. Do not edit by hand: change the policy.`,
    '# The last line that matches wins.',
    '',
    text.join('\n\n'),
    '',
  ].join('\n');
}

function section(
  policy: CompiledPolicy,
  title: string,
  lines: readonly Line[],
): string {
  const width = Math.max(...lines.map(({ pattern }) => pattern.length));
  return [
    `# ${title}`,
    ...lines.map(
      ({ pattern, teams }) =>
        `${pattern.padEnd(width)}  ${handles(policy, pattern, teams)}`,
    ),
  ].join('\n');
}

/** A line without an owner would open the path to everybody, so a nameless team is an error. */
function handles(
  policy: CompiledPolicy,
  pattern: string,
  teams: Iterable<string>,
): string {
  const found = [...new Set(teams)].map(name => {
    const team = policy.teams.get(name);
    if (!team?.codeowners) {
      throw engineError('ownership-codeowners-unnamed', {
        team: shown(name),
        source: policy.source,
        line: team?.line ?? 1,
        pattern,
      });
    }
    return team.codeowners;
  });
  return found.join(' ');
}

/** Teams that may change protected paths, whatever that needs; else whoever owns environments. */
function keepersOf(policy: CompiledPolicy): string[] {
  const target = { action: 'protected-path.change' };
  const at = new Date(0);
  const people = RelevantPeople.create(policy);
  const places = [...policy.environments.keys()].map(environment => ({
    ...target,
    environment,
  }));
  const isKeeper = (group: string) =>
    [target, ...places].some(
      each =>
        possibleAnswer(policy, {
          subject: subjectOfRef(group),
          target: each,
          at,
        }).decision !== 'deny' &&
        possibleAnswer(policy, { subject: ANYBODY, target: each, at })
          .decision === 'deny',
    );
  const teams = new Set(
    [target, ...places].flatMap(each => [...people.of(each).teams]),
  );
  const may = [...teams].filter(team =>
    policy.teams.get(team)?.groups.some(isKeeper),
  );
  return may.length
    ? may
    : [
        ...new Set(
          [...policy.environments.values()].flatMap(({ owners }) => [
            ...owners,
          ]),
        ),
      ];
}

const WILD = /\{[a-z]+\}/g;

/** The pattern of a layout's glob with names in place of some placeholders. */
function pathOf(
  { glob }: Pick<CompiledLayout, 'glob'>,
  names: Readonly<Record<string, string>>,
): string {
  const filled = glob
    .replace(WILD, found => names[found.slice(1, -1)] ?? '*')
    .replace(/\/\*\*$/, '/');
  return `/${filled.replace(/ /g, '\\ ')}`;
}

function spellings({ name, aliases }: PolicyEntry): string[] {
  return [name, ...aliases];
}

function environmentLines(
  policy: CompiledPolicy,
  layout: CompiledLayout,
): Line[] {
  if (!layout.glob.includes('{environment}')) return [];
  // All that is in the environment's folder, units or not.
  const glob = layout.glob.replace(/(\{environment\}[^/]*)\/.*$/, '$1/**');
  return [...policy.environments.values()].flatMap(entry =>
    spellings(entry).map(environment => ({
      pattern: pathOf({ glob }, { environment }),
      teams: entry.owners,
    })),
  );
}

function serviceLines(policy: CompiledPolicy, layout: CompiledLayout): Line[] {
  if (!layout.glob.includes('{service}')) return [];
  return [...policy.services.values()].flatMap(entry =>
    spellings(entry).map(service => ({
      pattern: pathOf(layout, { service }),
      teams: entry.owners,
    })),
  );
}

function unitLine(
  policy: CompiledPolicy,
  unit: { folder: string; service: string; stores?: string[] },
): Line {
  const { byName } = policy.internals;
  const find = (kind: 'service' | 'store', name: string) => {
    const entry = byName[kind].get(fold(name));
    if (entry) return entry;
    const known = kind === 'service' ? policy.services : policy.stores;
    throw engineError('ownership-name-unknown', {
      kind: kind === 'store' ? 'data store' : kind,
      source: policy.source,
      name: shown(name),
      instead: `write one of ${[...known.keys()].join(', ')}`,
    });
  };
  const entries = [
    find('service', unit.service),
    ...(unit.stores ?? []).map(store => find('store', store)),
  ];
  const folder = unit.folder.replace(/^\/|\/$/g, '').replace(/ /g, '\\ ');
  return {
    pattern: `/${folder}/`,
    teams: entries.flatMap(({ owners }) => [...owners]),
  };
}
