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
const NONE: readonly never[] = [];

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
  const place = `${segmentOf(target.environment)}/${segmentOf(target.service)}`;
  const { account, network, cluster, stores } = target;
  if (!account && !network && !cluster && !stores?.length) return place;
  const query = new URLSearchParams();
  if (target.account) query.append('account', target.account);
  if (target.network) query.append('network', target.network);
  if (target.cluster) query.append('cluster', target.cluster);
  for (const store of target.stores ?? []) query.append('store', store);
  return `${place}?${query}`;
}

function segmentOf(name: string | undefined): string {
  if (!name) return '*';
  return /^[\w.-]+$/.test(name) ? name : encodeURIComponent(name);
}

/** What somebody gave as a name, folded as the keys of `known` are; a blank one was not given. */
function given(
  value: string | undefined,
  known: ReadonlyMap<string, PolicyEntry>,
): string | undefined {
  if (value === undefined || known.has(value)) return value;
  return fold(String(value)) || undefined;
}

/** Looks every name up and checks that what belongs to an environment is in it. */
export function resolveTarget(
  policy: CompiledPolicy,
  target: OwnershipTarget,
): Resolution {
  const { byName } = policy.internals;
  const action = ACTIONS.has(target.action)
    ? target.action
    : fold(String(target.action));
  const written = {
    environment: given(target.environment, byName.environment),
    service: given(target.service, byName.service),
    account: given(target.account, byName.account),
    network: given(target.network, byName.network),
    cluster: given(target.cluster, byName.cluster),
    stores: (target.stores?.length ? target.stores : NONE).flatMap(
      store => given(store, byName.store) ?? [],
    ),
  };
  const find = (kind: OwnedKind, name: string | undefined) =>
    name === undefined ? undefined : byName[kind].get(name);

  const service = find('service', written.service) as ServiceEntry | undefined;
  const account = find('account', written.account);
  const network = find('network', written.network);
  const cluster = find('cluster', written.cluster);
  const named = written.stores.map(name => find('store', name));
  let place = find('environment', written.environment);
  if (!written.environment) {
    const home = [account, network, cluster, ...named].find(Boolean);
    place = home?.environment
      ? find('environment', fold(home.environment))
      : undefined;
  }
  const environment = place as EnvironmentEntry | undefined;

  const touched = touchedStores(named, { action, service, environment });
  const strays = named.includes(undefined)
    ? written.stores.filter((_, index) => !named[index]).sort()
    : [];
  const output = compact({
    action,
    environment: environment?.name ?? written.environment,
    service: service?.name ?? written.service,
    account: account?.name ?? written.account,
    network: network?.name ?? written.network,
    cluster: cluster?.name ?? written.cluster,
    stores: strays.length
      ? [...new Set([...touched.map(nameOf), ...strays])].sort()
      : touched.map(nameOf),
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
    const known = policy.environments.keys();
    return refuse(unknown('environment', written.environment, { known }));
  }
  if (written.service && !service) {
    const known = policy.services.keys();
    const entry = environment;
    return refuse(unknown('service', written.service, { known, entry }));
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
    const known = policy.stores.keys();
    const entry = environment;
    return refuse(unknown('store', strays[0], { known, entry }));
  }
  if (action.startsWith('store.') && !touched.length) {
    return refuse({
      by: 'missing-store',
      leg: 'store:',
      because: 'no data store was named: name the one that is touched',
      entry: environment,
    });
  }
  const outside = (
    kind: OwnedKind,
    name: string | undefined,
    entry: PolicyEntry | undefined,
  ): Refusal | undefined => {
    if (!name) return undefined;
    if (entry && (!environment || entry.environment === environment.name)) {
      return undefined;
    }
    const word = shown(entry?.name ?? name);
    return {
      by: `not-in-environment:${word}`,
      leg: `${kind}:${word}`,
      because: entry
        ? `${kind} "${word}" belongs to ${entry.environment}, not to ${environment?.name}`
        : `the policy knows no ${kind} "${word}"${
            environment ? ` in ${environment.name}` : ''
          }`,
      entry: environment,
    };
  };
  let elsewhere =
    outside('account', written.account, account) ??
    outside('network', written.network, network) ??
    outside('cluster', written.cluster, cluster);
  for (const store of touched) {
    elsewhere ??= outside('store', store.name, store);
  }
  if (elsewhere) return refuse(elsewhere);
  return {
    output,
    target: {
      action: action as OwnershipAction,
      environment,
      service,
      account,
      possibleAccounts:
        account || !action.startsWith('service.')
          ? NONE
          : possibleAccounts(policy, environment),
      network,
      cluster,
      stores: touched,
      output,
    },
  };
}

function unknown(
  kind: 'environment' | 'service' | 'store',
  name: string,
  options: { known: Iterable<string>; entry?: PolicyEntry },
): Refusal {
  const word = kind === 'store' ? 'data store' : kind;
  const instead = writeInstead(name, options.known);
  return {
    by: `unknown-${kind}`,
    leg: `${kind}:${shown(name)}`,
    because: `the policy has no ${word} "${shown(name)}": ${instead}`,
    entry: options.entry,
  };
}

/** The stores that were named and those that the service always touches there, each once, by name. */
function touchedStores(
  named: readonly (PolicyEntry | undefined)[],
  about: {
    action: string;
    service?: ServiceEntry;
    environment?: EnvironmentEntry;
  },
): readonly PolicyEntry[] {
  const { action, service, environment } = about;
  const own =
    service?.stores.length && action.startsWith('service.')
      ? service.stores
      : NONE;
  if (!named.length && !own.length) return NONE;
  const stores = new Map<string, PolicyEntry>();
  for (const store of named) if (store) stores.set(store.name, store);
  for (const store of own) {
    const here = !environment || store.environment === environment.name;
    if (here) stores.set(store.name, store);
  }
  return [...stores.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function nameOf(entry: PolicyEntry): string {
  return entry.name;
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
  const { action, environment, service, account, network, cluster, stores } =
    target;
  const present: OwnershipTarget = { action };
  if (environment) present.environment = environment;
  if (service) present.service = service;
  if (account) present.account = account;
  if (network) present.network = network;
  if (cluster) present.cluster = cluster;
  if (stores.length) present.stores = stores;
  return present;
}
