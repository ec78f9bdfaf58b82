// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  OwnershipSubject,
  OwnershipTarget,
} from '@fairway/backstage-plugin-ownership-common';
import { askerOf } from './asker';
import type {
  CompiledLimit,
  CompiledPolicy,
  EnvironmentEntry,
  LimitPer,
} from './model';
import { enumerate, fold } from './names';
import { resolveTarget } from './normalize';
import { describeCondition, evaluateCondition } from './when';

/** Something that lives or is asked for, as limits count it. @public */
export interface LimitedResource {
  /** Name of the team that holds it. */
  team?: string;
  service?: string;
  environment?: string;
  /** What `resource.<name>` means in a limit: `{ lifetime: 'P14D' }`. */
  attributes?: Record<string, string>;
}

/** What is about to be made. @public */
export interface LimitQuery {
  subject: OwnershipSubject;
  target: OwnershipTarget;
  /** The team that will hold it; left out: each team of the subject. */
  team?: string;
  /** What `resource.<name>` means in a limit. */
  resource?: Record<string, string>;
  request?: Record<string, string>;
  at: Date;
}

/** One number that has to be known to check the limits. @public */
export interface LimitCounter {
  /** One text for one counter: `temporary-environments/team/payments`. */
  key: string;
  limit: string;
  line: number;
  /** Name of the team's file, if the limit is not in the policy itself. */
  file?: string;
  per: LimitPer;
  /** The team, service or environment that is counted for. */
  of: string;
  atMost: number;
  why?: string;
  /** Whether a live resource or an open request counts here. */
  counts(resource: LimitedResource): boolean;
}

/** @public */
export interface LimitDecision {
  decision: 'allow' | 'deny';
  /** Ids of the limits that refuse, joined with `+`; `within-limits` or `no-limit` otherwise. */
  by: string;
  revision: string;
  /** One or two sentences for people. */
  message: string;
  limits: {
    id: string;
    line: number;
    file?: string;
    per: LimitPer;
    of: string;
    atMost: number;
    /** How many there are, without what is asked for. */
    current: number;
    decision: 'allow' | 'deny';
    why?: string;
  }[];
  /** Group entity refs that can help: owners of the environment. */
  askFor: string[];
}

/**
 * The numbers that `decideLimits` needs for something that is about to be
 * made. What is not known counts: a limit is never escaped by leaving a field
 * out.
 *
 * @public
 */
export function limitCounters(
  policy: CompiledPolicy,
  query: LimitQuery,
): LimitCounter[] {
  const { target } = resolveTarget(policy, query.target);
  if (!target) return [];
  const { environment, service } = target;
  return policy.internals.limits.flatMap(limit => {
    const inService =
      !limit.service || !service || limit.service === service.name;
    const inEnvironment =
      !limit.environments ||
      !environment ||
      limit.environments.has(environment.name);
    const holds = evaluateCondition(limit.when, {
      at: query.at,
      request: query.request ?? {},
      resource: query.resource ?? {},
      environment: environment?.name,
      tier: environment?.tier,
      service: service?.name,
      account: target.account?.name,
    });
    if (!inService || !inEnvironment || holds === false) return [];
    const of: Record<LimitPer, readonly string[]> = {
      team: teamsOf(policy, query),
      service: service ? [service.name] : [],
      environment: environment ? [environment.name] : [],
    };
    return (['team', 'service', 'environment'] as const).flatMap(per => {
      const atMost = limit.atMost[per];
      return atMost === undefined
        ? []
        : of[per].map(name =>
            counter(policy, limit, { per, of: name, atMost, query }),
          );
    });
  });
}

/**
 * Decides whether one more fits, and says why not. Rules, approvals and limits
 * are asked apart; a break-glass grant does not lift a limit. Ask at submit and
 * again at merge.
 *
 * @param count - how many there are for a counter now, without what is asked for
 * @public
 */
export function decideLimits(
  policy: CompiledPolicy,
  query: LimitQuery,
  count: (counter: LimitCounter) => number,
): LimitDecision {
  const { target, refusal } = resolveTarget(policy, query.target);
  if (!target) {
    return {
      decision: 'deny',
      by: refusal.by,
      revision: policy.revision,
      message: `Nothing can be counted: ${refusal.because}.`,
      limits: [],
      askFor: [],
    };
  }
  const limits = limitCounters(policy, query).map(each => {
    const current = count(each);
    const { limit, line, file, per, of, atMost, why } = each;
    return {
      id: limit,
      line,
      ...(file !== undefined && { file }),
      per,
      of,
      atMost,
      current,
      // A number that is none refuses.
      decision: current < atMost ? ('allow' as const) : ('deny' as const),
      ...(why !== undefined && { why }),
    };
  });
  const refused = limits.filter(({ decision }) => decision === 'deny');
  const { environment } = target;
  const { revision } = policy;
  if (!refused.length) {
    const by = limits.length ? 'within-limits' : 'no-limit';
    const message = limits.length
      ? `${enumerate(
          limits.map(each => `${each.current} of ${each.atMost} (${each.id})`),
        )}: one more fits.`
      : 'No limit counts this.';
    return { decision: 'allow', by, revision, message, limits, askFor: [] };
  }
  const askFor = ownersOf(policy, environment);
  const reasons = refused.map(
    ({ id, line, file, per, of, atMost, current, why }) =>
      `${per} ${of} has ${current} of at most ${atMost} (limit ${id}, ${
        file ?? policy.source
      }, line ${line})${why ? `: ${why.replace(/[.\s]+$/, '')}` : ''}`,
  );
  const ask = askFor.length ? ` Ask ${enumerate(askFor, 'or')}.` : '';
  return {
    decision: 'deny',
    by: [...new Set(refused.map(({ id }) => id))].join('+'),
    revision,
    message: `No more fits: ${enumerate(reasons)}. Remove one first.${ask}`,
    limits,
    askFor,
  };
}

/** Whoever holds it counts; somebody in no team counts for themselves. */
function teamsOf(policy: CompiledPolicy, query: LimitQuery): string[] {
  if (query.team !== undefined) {
    const folded = fold(query.team);
    const known = [...policy.teams.keys()].find(name => fold(name) === folded);
    return [known ?? query.team];
  }
  const asker = askerOf(policy, query.subject);
  return asker.teams.size ? [...asker.teams] : [asker.user];
}

function counter(
  policy: CompiledPolicy,
  limit: CompiledLimit,
  options: { per: LimitPer; of: string; atMost: number; query: LimitQuery },
): LimitCounter {
  const { per, of, atMost, query } = options;
  const { byName } = policy.internals;
  const canonical = (kind: 'service' | 'environment', name?: string) =>
    name === undefined ? undefined : byName[kind].get(fold(name))?.name ?? name;
  return {
    key: `${limit.id}/${per}/${of}`,
    limit: limit.id,
    line: limit.line,
    ...(limit.file !== undefined && { file: limit.file }),
    per,
    of,
    atMost,
    ...(limit.why !== undefined && { why: limit.why }),
    counts: resource => {
      const service = canonical('service', resource.service);
      const name = canonical('environment', resource.environment);
      const environment =
        name === undefined ? undefined : policy.environments.get(name);
      const is = { team: resource.team, service, environment: name }[per];
      if (is === undefined || fold(is) !== fold(of)) return false;
      if (limit.service && service && limit.service !== service) return false;
      if (limit.environments && name && !limit.environments.has(name)) {
        return false;
      }
      const holds = evaluateCondition(limit.when, {
        at: query.at,
        request: {},
        resource: resource.attributes ?? {},
        environment: name,
        tier: environment?.tier,
        service,
      });
      return holds !== false;
    },
  };
}

function ownersOf(
  policy: CompiledPolicy,
  environment: EnvironmentEntry | undefined,
): string[] {
  const groups = [...(environment?.owners ?? [])].flatMap(
    team => policy.teams.get(team)?.groups ?? [],
  );
  return [...new Set(groups)];
}

/** A limit in words, for lists. @public */
export function describeLimits(policy: CompiledPolicy): {
  id: string;
  line: number;
  text: string;
}[] {
  return policy.internals.limits.map(
    ({ id, line, service, environments, atMost, when }) => ({
      id,
      line,
      text: [
        `at most ${enumerate(
          Object.entries(atMost).map(([per, n]) => `${n} per ${per}`),
        )}`,
        service ? `of ${service}` : '',
        environments ? `in ${enumerate([...environments])}` : '',
        when ? `where ${describeCondition(when)}` : '',
      ]
        .filter(Boolean)
        .join(' '),
    }),
  );
}
