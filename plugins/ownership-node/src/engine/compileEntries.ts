// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipPolicyDocument } from '@fairway/backstage-plugin-ownership-common';
import type {
  ClientEntry,
  EnvironmentEntry,
  PolicyEntry,
  PolicyInternals,
  ServiceEntry,
  TargetKind,
  TeamEntry,
} from './model';
import { fold, writeInstead } from './names';
import type { Path, Problems } from './problems';
import { compileClients } from './compileClients';
import { compileTeams } from './compileTeams';
import { Names } from './entryNames';
import type { SourceMap } from './yamlSource';

/** Everything in a policy that has a name. */
export interface Entries {
  teams: Map<string, TeamEntry>;
  environments: Map<string, EnvironmentEntry>;
  services: Map<string, ServiceEntry>;
  stores: Map<string, PolicyEntry>;
  /** By folded name. */
  clients: Map<string, ClientEntry>;
  tiers: Map<string, string>;
  teamsByGroup: Map<string, string[]>;
  byName: PolicyInternals['byName'];
}

interface Context {
  document: OwnershipPolicyDocument;
  problems: Problems;
  source: SourceMap;
}

/** Reads teams, environments, stores and services, and checks how they refer to each other. */
export function compileEntries(context: Context): Entries {
  const { document, problems, source } = context;
  const line = (path: Path) => source.line(path, 'key');
  const { teams, teamNames, teamsByGroup } = compileTeams(context);
  const owners = (names: readonly string[] | undefined, path: Path) =>
    new Set(
      (names ?? []).flatMap((name, index) => {
        const team = teamNames.get(fold(name));
        if (!team) {
          problems.error(
            [...path, index],
            `Unknown team "${name}": ${writeInstead(name, teams.keys())}`,
          );
        }
        return team ? [team.name] : [];
      }),
    );

  const environments = new Map<string, EnvironmentEntry>();
  const environmentNames = new Names<EnvironmentEntry>('environment', problems);
  const parts = {
    account: new Names<PolicyEntry>('account', problems),
    network: new Names<PolicyEntry>('network', problems),
    cluster: new Names<PolicyEntry>('cluster', problems),
  };
  const tiers = new Map<string, string>();
  const storesOf = new Map<string, PolicyEntry[]>();
  for (const [name, entry] of Object.entries(document.environments)) {
    const path = ['environments', name];
    const partsOf = (
      kind: keyof typeof parts,
      key: 'accounts' | 'networks' | 'clusters',
    ) =>
      (entry[key] ?? []).map((item, index) => {
        const at = [...path, key, index];
        const written_ = typeof item === 'string' ? { id: item } : item;
        const part: PolicyEntry = {
          kind,
          name: written_.id.trim(),
          aliases: [],
          owners: owners(written_.owners, [...at, 'owners']),
          restricted: written_.restricted ?? false,
          line: source.line(at),
          environment: name,
        };
        if (part.restricted && !part.owners.size) {
          problems.error(
            at,
            `Restricted without owners: write { id: '${part.name}', owners: [team], restricted: true }`,
          );
        }
        parts[kind].add(part.name, part, at, 'value');
        return part;
      });
    if (!tiers.has(fold(entry.tier))) tiers.set(fold(entry.tier), entry.tier);
    const stores: PolicyEntry[] = [];
    storesOf.set(name, stores);
    const environment: EnvironmentEntry = {
      kind: 'environment',
      name,
      aliases: entry.aliases ?? [],
      tier: tiers.get(fold(entry.tier)) ?? entry.tier,
      description: entry.description,
      owners: owners(entry.owners, [...path, 'owners']),
      restricted: false,
      line: line(path),
      accounts: partsOf('account', 'accounts'),
      networks: partsOf('network', 'networks'),
      clusters: partsOf('cluster', 'clusters'),
      stores,
    };
    environments.set(name, environment);
    addNames(environmentNames, environment, path);
  }

  const stores = new Map<string, PolicyEntry>();
  const storeNames = new Names<PolicyEntry>('data store', problems);
  for (const [name, entry] of Object.entries(document.dataStores ?? {})) {
    const path = ['dataStores', name];
    const environment = environmentNames.byName.get(fold(entry.environment));
    if (!environment) {
      problems.error(
        [...path, 'environment'],
        `Unknown environment "${entry.environment}": ${writeInstead(
          entry.environment,
          environments.keys(),
        )}`,
      );
    }
    const store: PolicyEntry = {
      kind: 'store',
      name,
      aliases: entry.aliases ?? [],
      owners: owners(entry.owners, [...path, 'owners']),
      restricted: entry.restricted ?? false,
      line: line(path),
      environment: environment?.name,
    };
    stores.set(name, store);
    if (environment) storesOf.get(environment.name)?.push(store);
    addNames(storeNames, store, path);
  }

  const services = new Map<string, ServiceEntry>();
  const serviceNames = new Names<ServiceEntry>('service', problems);
  for (const [name, entry] of Object.entries(document.services ?? {})) {
    const path = ['services', name];
    const service: ServiceEntry = {
      kind: 'service',
      name,
      aliases: entry.aliases ?? [],
      owners: owners(entry.owners, [...path, 'owners']),
      restricted: entry.restricted ?? false,
      line: line(path),
      stores: (entry.stores ?? []).flatMap((store, index) => {
        const found = storeNames.byName.get(fold(store));
        if (!found) {
          problems.error(
            [...path, 'stores', index],
            `Unknown data store "${store}": ${writeInstead(
              store,
              stores.keys(),
            )}`,
          );
        }
        return found ? [found] : [];
      }),
    };
    services.set(name, service);
    addNames(serviceNames, service, path);
  }

  const byName: Record<TargetKind | 'environment', Map<string, PolicyEntry>> = {
    environment: environmentNames.byName,
    service: serviceNames.byName,
    store: storeNames.byName,
    account: parts.account.byName,
    network: parts.network.byName,
    cluster: parts.cluster.byName,
  };
  const clients = compileClients({ document, teams, problems });
  return {
    teams,
    environments,
    services,
    stores,
    clients,
    tiers,
    teamsByGroup,
    byName,
  };
}

function addNames<T extends PolicyEntry>(
  names: Names<T>,
  entry: T,
  path: Path,
) {
  names.add(entry.name, entry, path, 'key');
  for (const [index, alias] of entry.aliases.entries()) {
    names.add(alias, entry, [...path, 'aliases', index], 'value');
  }
}
