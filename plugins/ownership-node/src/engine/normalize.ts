// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  OWNERSHIP_ACTIONS,
  type OwnershipAction,
  type OwnershipTarget,
} from '@fairway/backstage-plugin-ownership-common';
import type {
  CompiledPolicy,
  EnvironmentEntry,
  OwnedKind,
  PolicyEntry,
  ServiceEntry,
} from './model';
import { fold, shown, writeInstead } from './names';

const ACTIONS: ReadonlySet<string> = new Set(OWNERSHIP_ACTIONS);

/** A target with every name looked up. */
export interface ResolvedTarget {
  readonly action: OwnershipAction;
  readonly environment?: EnvironmentEntry;
  readonly service?: ServiceEntry;
  readonly account?: PolicyEntry;
  /** The accounts that an unnamed one can be; empty if it is named or none is touched. */
  readonly possibleAccounts: readonly PolicyEntry[];
  readonly network?: PolicyEntry;
  readonly cluster?: PolicyEntry;
  readonly stores: readonly PolicyEntry[];
  readonly output: OwnershipTarget;
}

/** Why a target cannot be decided about at all. */
export interface Refusal {
  by: string;
  /** The offending leg, for example `environment:qa`. */
  leg: string;
  /** A sentence part that follows "may not … :". */
  because: string;
  /** What the refused thing belongs to, for whom to ask. */
  entry?: PolicyEntry;
}

export type Resolution =
  | { target: ResolvedTarget; refusal?: undefined; output: OwnershipTarget }
  | { target?: undefined; refusal: Refusal; output: OwnershipTarget };

/**
 * The target with canonical names (trimmed, case-folded, aliases resolved), its
 * environment filled in where an account, network, cluster or store tells it,
 * and the stores that the service always touches. Names that the policy does
 * not know are only folded. Normalising twice is the same as once.
 *
 * @public
 */
export function normalizeTarget(
  policy: CompiledPolicy,
  target: OwnershipTarget,
): OwnershipTarget {
  return resolveTarget(policy, target).output;
}

/** `prod/payments-api?store=pg-payments`: one text for one normalised target. */
export function targetRefOf(target: OwnershipTarget): string {
  const query = new URLSearchParams();
  if (target.account) query.append('account', target.account);
  if (target.network) query.append('network', target.network);
  if (target.cluster) query.append('cluster', target.cluster);
  for (const store of target.stores ?? []) query.append('store', store);
  const place = [target.environment, target.service]
    .map(name => (name ? encodeURIComponent(name) : '*'))
    .join('/');
  return query.size ? `${place}?${query}` : place;
}

/** What somebody gave as a name; a blank one was not given. */
function given(value: string | undefined): string | undefined {
  return value === undefined ? undefined : fold(String(value)) || undefined;
}

/** Looks every name up and checks that what belongs to an environment is in it. */
export function resolveTarget(
  policy: CompiledPolicy,
  target: OwnershipTarget,
): Resolution {
  const { byName } = policy.internals;
  const action = fold(String(target.action));
  const written = {
    environment: given(target.environment),
    service: given(target.service),
    account: given(target.account),
    network: given(target.network),
    cluster: given(target.cluster),
    stores: (target.stores ?? []).flatMap(store => given(store) ?? []),
  };
  const find = (kind: OwnedKind, name: string | undefined) =>
    name === undefined ? undefined : byName[kind].get(name);

  const service = find('service', written.service) as ServiceEntry | undefined;
  const account = find('account', written.account);
  const network = find('network', written.network);
  const cluster = find('cluster', written.cluster);
  const named = written.stores.map(name => find('store', name));
  const home = [account, network, cluster, ...named].find(Boolean)?.environment;
  const environment = (
    written.environment
      ? find('environment', written.environment)
      : find('environment', home && fold(home))
  ) as EnvironmentEntry | undefined;

  const stores = new Map<string, PolicyEntry>();
  for (const store of named) if (store) stores.set(store.name, store);
  for (const store of service?.stores ?? []) {
    const here = !environment || store.environment === environment.name;
    if (here && action.startsWith('service.')) stores.set(store.name, store);
  }
  const touched = [...stores.values()].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const strays = written.stores.filter((_, index) => !named[index]).sort();
  const output = compact({
    action,
    environment: environment?.name ?? written.environment,
    service: service?.name ?? written.service,
    account: account?.name ?? written.account,
    network: network?.name ?? written.network,
    cluster: cluster?.name ?? written.cluster,
    stores: [...new Set([...stores.keys(), ...strays])].sort(),
  });
  const refuse = (refusal: Refusal): Resolution => ({ refusal, output });

  if (!ACTIONS.has(action)) {
    return refuse({
      by: 'unknown-action',
      leg: `action:${shown(action)}`,
      because: `"${shown(
        action,
      )}" is not an action of the policy: ${writeInstead(
        action,
        OWNERSHIP_ACTIONS,
      )}`,
    });
  }
  if (written.environment && !environment) {
    return refuse({
      by: 'unknown-environment',
      leg: `environment:${shown(written.environment)}`,
      because: `the policy has no environment "${shown(
        written.environment,
      )}": ${writeInstead(written.environment, policy.environments.keys())}`,
    });
  }
  if (written.service && !service) {
    return refuse({
      by: 'unknown-service',
      leg: `service:${shown(written.service)}`,
      because: `the policy has no service "${shown(
        written.service,
      )}": ${writeInstead(written.service, policy.services.keys())}`,
      entry: environment,
    });
  }
  if (action.startsWith('service.') && !service) {
    return refuse({
      by: 'missing-service',
      leg: 'service:',
      because: 'no service was named: name the one that is changed',
      entry: environment,
    });
  }
  if (strays.length) {
    return refuse({
      by: 'unknown-store',
      leg: `store:${shown(strays[0])}`,
      because: `the policy has no data store "${shown(
        strays[0],
      )}": ${writeInstead(strays[0], policy.stores.keys())}`,
      entry: environment,
    });
  }
  if (action.startsWith('store.') && !stores.size) {
    return refuse({
      by: 'missing-store',
      leg: 'store:',
      because: 'no data store was named: name the one that is touched',
      entry: environment,
    });
  }
  const inside: [OwnedKind, string | undefined, PolicyEntry | undefined][] = [
    ['account', written.account, account],
    ['network', written.network, network],
    ['cluster', written.cluster, cluster],
    ...touched.map(
      store => ['store', store.name, store] as [OwnedKind, string, PolicyEntry],
    ),
  ];
  for (const [kind, name, entry] of inside) {
    const elsewhere =
      !entry || (environment && entry.environment !== environment.name);
    if (name && elsewhere) {
      const word = shown(entry?.name ?? name);
      return refuse({
        by: `not-in-environment:${word}`,
        leg: `${kind}:${word}`,
        because: entry
          ? `${kind} "${word}" belongs to ${entry.environment}, not to ${environment?.name}`
          : `the policy knows no ${kind} "${word}"${
              environment ? ` in ${environment.name}` : ''
            }`,
        entry: environment,
      });
    }
  }
  return {
    output,
    target: {
      action: action as OwnershipAction,
      environment,
      service,
      account,
      possibleAccounts:
        account || !action.startsWith('service.')
          ? []
          : possibleAccounts(policy, environment),
      network,
      cluster,
      stores: touched,
      output,
    },
  };
}

/** An infrastructure change is in some account, so an unnamed one can be each of them. */
function possibleAccounts(
  policy: CompiledPolicy,
  environment: EnvironmentEntry | undefined,
): readonly PolicyEntry[] {
  if (environment) return environment.accounts;
  return [...policy.environments.values()].flatMap(each => each.accounts);
}

function compact(
  target: OwnershipTarget & { stores: string[] },
): OwnershipTarget {
  const { stores, ...rest } = target;
  const present: OwnershipTarget = { action: rest.action };
  for (const key of [
    'environment',
    'service',
    'account',
    'network',
    'cluster',
  ] as const) {
    if (rest[key]) present[key] = rest[key];
  }
  if (stores.length) present.stores = stores;
  return present;
}
