// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipPolicyDocument } from '@fairway/backstage-plugin-ownership-common';
import { foldRef, Names } from './entryNames';
import type { TeamEntry } from './model';
import type { Problems } from './problems';
import type { SourceMap } from './yamlSource';

/** Reads the teams and which of them a catalog group stands for. */
export function compileTeams({
  document,
  problems,
  source,
}: {
  document: OwnershipPolicyDocument;
  problems: Problems;
  source: SourceMap;
}) {
  const teams = new Map<string, TeamEntry>();
  const names = new Names<TeamEntry>('team', problems);
  const teamsByGroup = new Map<string, string[]>();
  for (const [name, entry] of Object.entries(document.teams)) {
    const path = ['teams', name];
    const groups = entry.groups.flatMap((group, index) => {
      const ref = foldRef(group, 'group');
      if (!ref) {
        problems.error(
          [...path, 'groups', index],
          `"${group}" is not a group of the catalog: write a full reference such as group:default/${name}`,
        );
      }
      return ref ? [ref] : [];
    });
    const team: TeamEntry = {
      name,
      groups,
      codeowners: entry.codeowners,
      line: source.line(path, 'key'),
    };
    teams.set(name, team);
    names.add(name, team, path, 'key');
    for (const group of new Set(groups)) {
      teamsByGroup.set(group, [...(teamsByGroup.get(group) ?? []), name]);
    }
  }
  return { teams, teamNames: names.byName, teamsByGroup };
}
