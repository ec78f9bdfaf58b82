// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipTarget } from '@fairway/backstage-plugin-ownership-common';
import type { CompiledPolicy, PolicyEntry } from '../engine';
import { fold } from '../engine/names';
import { resolveTarget } from '../engine/normalize';

/**
 * What a permission rule looks at: a target of the policy with everything that
 * it is called and who owns it, all folded.
 *
 * @public
 */
export interface IacTarget {
  /** Canonical, as decisions carry it. */
  targetRef: string;
  /** Name and aliases; empty if none is named. */
  environment: string[];
  tier: string[];
  /** Name and aliases; empty if none is named. */
  service: string[];
  /**
   * Group refs of the owners, one list for each thing that is touched and has
   * owners: the service, an account, a network, a cluster, each store. The
   * environment counts where nothing else does.
   */
  owners: string[][];
}

/**
 * The inverse of `targetRefOf`: what `prod/payments-api?store=pg-payments`
 * names. Undefined for a text that is no target.
 *
 * @public
 */
export function parseTargetRef(
  ref: string,
): Omit<OwnershipTarget, 'action'> | undefined {
  const [, place = '', , search = ''] = /^([^?]*)(\?(.*))?$/s.exec(ref) ?? [];
  const names = place.split('/').map(decoded);
  if (names.length !== 2 || names.includes(undefined)) return undefined;
  const [environment, service] = names.map(name =>
    name === '*' ? undefined : name,
  );
  const query = new URLSearchParams(search);
  const known = ['account', 'network', 'cluster', 'store'];
  if ([...query.keys()].some(key => !known.includes(key))) return undefined;
  const stores = query.getAll('store');
  return {
    environment,
    service,
    account: query.get('account') ?? undefined,
    network: query.get('network') ?? undefined,
    cluster: query.get('cluster') ?? undefined,
    ...(stores.length > 0 && { stores }),
  };
}

/**
 * Looks a target ref up in the policy. Undefined for what the policy does not
 * know or what does not belong together: rules then refuse.
 *
 * @public
 */
export function iacTargetOf(
  policy: CompiledPolicy,
  targetRef: string,
): IacTarget | undefined {
  const written = parseTargetRef(targetRef);
  if (!written) return undefined;
  // Any action resolves the names; only some of them demand a service or a store.
  const action = written.service ? 'service.plan' : 'dispatch.run';
  const { target } = resolveTarget(policy, { ...written, action });
  if (!target) return undefined;
  const { environment, service, account, network, cluster, stores } = target;
  const touched: (PolicyEntry | undefined)[] = [
    service,
    account,
    network,
    cluster,
    ...stores,
  ];
  const owned = touched.flatMap(entry => (entry?.owners.size ? [entry] : []));
  const counted = owned.length || !environment ? owned : [environment];
  return {
    targetRef,
    environment: namesOf(environment),
    tier: environment ? [fold(environment.tier)] : [],
    service: namesOf(service),
    owners: counted.map(({ owners }) =>
      [...owners].flatMap(team => policy.teams.get(team)?.groups ?? []),
    ),
  };
}

function namesOf(entry: PolicyEntry | undefined): string[] {
  return entry ? [entry.name, ...entry.aliases].map(fold) : [];
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text) || undefined;
  } catch {
    return undefined;
  }
}
