// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { PolicyProblem } from '@fairway/backstage-plugin-ownership-common';
import { type LoadedPolicy, loadPolicy } from './loadPolicy';
import { enumerate, shown } from './names';
import { readYaml } from './yamlSource';

/** One file of a policy directory. @public */
export interface PolicyFileText {
  /** Path inside the directory, with `/`: `policy.yaml`, `teams/payments.yaml`. */
  name: string;
  text: string;
}

/** @public */
export interface MergedPolicy extends LoadedPolicy {
  /** Name of the policy file itself. */
  source: string;
  /** One text that loads as the whole: what to store and to serve. Undefined if the files make none. */
  text?: string;
  /** Files of test cases, to be run one by one against `policy`. */
  tests: PolicyFileText[];
}

type Kind = 'OwnershipPolicy' | 'OwnershipTeamPolicy' | 'OwnershipPolicyTests';
const KINDS: readonly string[] = [
  'OwnershipPolicy',
  'OwnershipTeamPolicy',
  'OwnershipPolicyTests',
] satisfies Kind[];

/**
 * Merges the files of a directory into one policy: one `kind: OwnershipPolicy`,
 * any number of `kind: OwnershipTeamPolicy`, which may only narrow their own
 * team's services, and of `kind: OwnershipPolicyTests`.
 *
 * The merged text keeps the lines of the policy file and carries the team files
 * whole, so that every problem and every decision names the file and line that
 * somebody wrote. The order of the files has no meaning. Never throws.
 *
 * @public
 */
export function mergePolicies(files: readonly PolicyFileText[]): MergedPolicy {
  const errors: PolicyProblem[] = [];
  const byKind: Record<Kind, PolicyFileText[]> = {
    OwnershipPolicy: [],
    OwnershipTeamPolicy: [],
    OwnershipPolicyTests: [],
  };
  const ordered = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const file of ordered) {
    const kind = kindOf(file);
    if (typeof kind === 'string') byKind[kind].push(file);
    else errors.push(...kind);
  }
  const { OwnershipPolicy: roots, OwnershipTeamPolicy: teams } = byKind;
  const [root] = roots;
  if (roots.length > 1) {
    const names = enumerate(roots.map(({ name }) => name));
    errors.push({
      severity: 'error',
      file: roots[1].name,
      line: 1,
      column: 1,
      message: `Several policies, ${names}: keep one, and write the others as kind: OwnershipTeamPolicy`,
    });
  } else if (!root && !errors.length) {
    errors.push({
      severity: 'error',
      file: ordered[0]?.name ?? 'policy.yaml',
      message:
        'No file of kind: OwnershipPolicy: write one with the teams, environments and rules, such as policy.yaml',
    });
  }
  const source = root?.name ?? 'policy.yaml';
  const tests = byKind.OwnershipPolicyTests;
  const text = root && embed(root, teams);
  if (errors.length || text === undefined) {
    const all = ordered.map(({ name, text: own }) => [name, own]);
    const revision = createHash('sha256')
      .update(JSON.stringify(all))
      .digest('hex');
    return { source, revision, errors, tests };
  }
  return { source, text, tests, ...loadPolicy(text, { source }) };
}

function kindOf({ name, text }: PolicyFileText): Kind | PolicyProblem[] {
  const yaml = readYaml(text, name);
  if (yaml.problems) return yaml.problems;
  const kind = (yaml.value as { kind?: unknown } | undefined)?.kind;
  const known = KINDS.find(each => each === kind) as Kind | undefined;
  if (known) return known;
  return [
    {
      severity: 'error',
      file: name,
      ...yaml.source.place(['kind']),
      message: `kind: ${
        kind === undefined
          ? 'Missing'
          : `"${shown(String(kind))}" is no kind of file here`
      }: write ${enumerate(KINDS, 'or')}`,
    },
  ];
}

/** Team files travel as text in a section after the last line, so that no line moves. */
function embed(root: PolicyFileText, teams: readonly PolicyFileText[]): string {
  if (!teams.length) return root.text;
  const entries = teams.map(({ name, text }) => ({ file: name, text }));
  const yaml = readYaml(root.text, root.name);
  const isFlow = /^\s*\{/.test(root.text);
  if (isFlow && !yaml.problems) {
    // JSON has no place to append to; generated files are not read by line.
    const value = yaml.value as object;
    return JSON.stringify({ ...value, $teamFiles: entries }, undefined, 2);
  }
  const lines = entries.map(entry => `  - ${JSON.stringify(entry)}`);
  return `${root.text.trimEnd()}\n\n$teamFiles:\n${lines.join('\n')}\n`;
}
