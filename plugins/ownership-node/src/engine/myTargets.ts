// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BreakGlassGrant,
  MyTarget,
  OwnershipSubject,
  OwnershipTarget,
} from '@fairway/backstage-plugin-ownership-common';
import { evaluate, type OwnershipQuery } from './evaluate';
import { explain } from './explain';
import type { CompiledPolicy, EnvironmentEntry } from './model';
import { fold } from './names';
import { neededAttributes } from './needs';

/** @public */
export interface MyTargetsQuery {
  subject: OwnershipSubject;
  /** An action of the policy, for example `service.deploy`. */
  action: string;
  /** Without it an environment is a yes if any service is. */
  service?: string;
  request?: Record<string, string>;
  at: Date;
  /** A stored grant of the subject; one that does not hold changes nothing. */
  breakGlass?: BreakGlassGrant;
}

/**
 * Every environment of the policy, in the order of the file, with what the
 * subject may do there and why not.
 *
 * What a picker does not know yet (which account, store or, without
 * `service`, which service) is read in favour of the person: an environment is
 * greyed only if nothing in it can be chosen. The gate decides again on the
 * whole target.
 *
 * @public
 */
export function myTargets(
  policy: CompiledPolicy,
  query: MyTargetsQuery,
): MyTarget[] {
  return [...policy.environments.values()].map(environment => {
    const answers = candidates(policy, query, environment).map(target =>
      answer(policy, { ...query, target }),
    );
    const best =
      answers.find(each => each.decision === 'allow') ??
      answers.find(each => each.needs.length > 0) ??
      answers.find(each => !each.by.startsWith('guard:')) ??
      answers[0];
    return {
      environment: environment.name,
      tier: environment.tier,
      accounts: environment.accounts.map(({ name }) => name),
      clusters: environment.clusters.map(({ name }) => name),
      ...best,
    };
  });
}

function answer(policy: CompiledPolicy, query: OwnershipQuery) {
  const verdict = evaluate(policy, query);
  const { message, askFor } = explain(policy, query, verdict);
  const { decision, by } = verdict;
  const needs = neededAttributes(policy, query, verdict);
  return { decision, by, message, askFor, needs };
}

/** The targets that somebody could still choose in an environment; the plainest first. */
function candidates(
  policy: CompiledPolicy,
  query: MyTargetsQuery,
  environment: EnvironmentEntry,
): OwnershipTarget[] {
  const base = { action: query.action, environment: environment.name };
  const action = fold(query.action);
  if (action.startsWith('store.')) {
    const stores = environment.stores.map(({ name }) => [name]);
    return (stores.length ? stores : [[]]).map(each => ({
      ...base,
      service: query.service,
      stores: each,
    }));
  }
  const services: (string | undefined)[] =
    query.service === undefined && action.startsWith('service.')
      ? [...policy.services.keys()]
      : [query.service];
  const owned = environment.accounts.filter(({ owners }) => owners.size > 0);
  return (services.length ? services : [undefined]).flatMap(service => [
    { ...base, service },
    ...owned.map(({ name }) => ({ ...base, service, account: name })),
  ]);
}
