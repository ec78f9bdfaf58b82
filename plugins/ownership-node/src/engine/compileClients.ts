// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipPolicyDocument } from '@fairway/backstage-plugin-ownership-common';
import { Names } from './entryNames';
import type { ClientEntry, TeamEntry } from './model';
import { fold, writeInstead } from './names';
import type { Problems } from './problems';

/** Reads the machines that may ask for themselves, by folded name. */
export function compileClients(options: {
  document: OwnershipPolicyDocument;
  teams: ReadonlyMap<string, TeamEntry>;
  problems: Problems;
}): Map<string, ClientEntry> {
  const { document, teams, problems } = options;
  const teamNames = new Map([...teams.keys()].map(name => [fold(name), name]));
  const names = new Names<ClientEntry>('client', problems);
  const principals = new Names<ClientEntry>('principal', problems);
  for (const [name, entry] of Object.entries(document.clients ?? {})) {
    const path = ['clients', name];
    const client: ClientEntry = {
      name,
      principals: entry.principals,
      teams: (entry.teams ?? []).flatMap((team, index) => {
        const known = teamNames.get(fold(team));
        if (!known) {
          problems.error(
            [...path, 'teams', index],
            `Unknown team "${team}": ${writeInstead(team, teams.keys())}`,
          );
        }
        return known ?? [];
      }),
    };
    names.add(name, client, path, 'key');
    for (const [index, principal] of entry.principals.entries()) {
      const at = [...path, 'principals', index];
      if (!/^(external|plugin):[^\s]+$/.test(principal)) {
        problems.error(
          at,
          `"${principal}" is no service principal: write external:<subject> or plugin:<id>; people are in groups`,
        );
      }
      principals.add(principal, client, at, 'value');
    }
  }
  return names.byName;
}
