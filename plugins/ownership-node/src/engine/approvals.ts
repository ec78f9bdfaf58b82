// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipTarget } from '@fairway/backstage-plugin-ownership-common';
import { askerOf, intersects } from './asker';
import type { OwnershipQuery } from './evaluate';
import type { CompiledApproval, CompiledPolicy, CompiledStage } from './model';
import { fold } from './names';
import { type ResolvedTarget, resolveTarget } from './normalize';
import { evaluateCondition } from './when';

/** One stage that has to be filled. @public */
export interface ApprovalStage {
  /** Entry of `approvals:` that asks for it. */
  entry: string;
  line: number;
  /** Group and user entity refs of whom an approval counts; never the requester's own. */
  from: string[];
  /** Distinct people. */
  count: number;
  /** Rejections by entitled people that end the request. */
  rejectAfter: number;
  /** ISO 8601 durations. */
  decideWithin?: string;
  remindAfter?: string;
}

/**
 * Who has to say yes once the rules said that one may.
 *
 * `auto`: nobody has to look. `stages`: all of them. `none`: no entry covers
 * the target, so nobody can approve it and it has to be refused.
 *
 * @public
 */
export interface RequiredApprovals {
  mode: 'auto' | 'stages' | 'none';
  /** Ids of the entries that matched, for the record. */
  by: string[];
  stages: ApprovalStage[];
}

/**
 * The approvals that a target needs: the stages of every matching entry add up;
 * `fallback` entries count only where no other matches; `mode: auto` holds only
 * if no matching entry has stages.
 *
 * @public
 */
export function requiredApprovals(
  policy: CompiledPolicy,
  query: Pick<OwnershipQuery, 'subject' | 'target' | 'request' | 'at'>,
): RequiredApprovals {
  const { target } = resolveTarget(policy, query.target);
  if (!target) return { mode: 'none', by: [], stages: [] };
  const matching = policy.internals.approvals.filter(entry =>
    matches(policy, entry, target, query),
  );
  // A team's file only adds stages: it neither displaces a fallback nor opens what no entry covers.
  const base = matching.filter(entry => entry.file === undefined);
  const plain = base.filter(entry => !entry.fallback);
  const entries = plain.length ? plain : base;
  const staged = base.length
    ? matching.filter(
        entry =>
          !entry.auto && (entry.file !== undefined || entries.includes(entry)),
      )
    : [];
  if (staged.length) {
    return {
      mode: 'stages',
      by: staged.map(({ id }) => id),
      stages: staged.flatMap(entry =>
        entry.stages.map(stage => toStage(policy, target, entry, stage)),
      ),
    };
  }
  return {
    mode: entries.length ? 'auto' : 'none',
    by: entries.map(({ id }) => id),
    stages: [],
  };
}

/**
 * Group entity refs of the owners of a target's environment; nobody for an
 * environment that the policy does not have.
 *
 * @public
 */
export function environmentOwners(
  policy: CompiledPolicy,
  target: OwnershipTarget,
): string[] {
  const { environment } = resolveTarget(policy, target).target ?? {};
  return groupsOf(policy, environment?.owners ?? []);
}

function matches(
  policy: CompiledPolicy,
  entry: CompiledApproval,
  target: ResolvedTarget,
  query: Pick<OwnershipQuery, 'subject' | 'request' | 'at'>,
): boolean {
  const { environment } = target;
  // What is not known asks for more people, never for fewer.
  const unknown = !entry.auto;
  if (!entry.actions.has(target.action)) return false;
  if (
    entry.environments &&
    !(environment ? entry.environments.has(environment.name) : unknown)
  ) {
    return false;
  }
  if (entry.on && !keysOf(target).some(key => entry.on?.has(key))) return false;
  const asker = askerOf(policy, query.subject);
  const { everyone, teams, refs, owners } = entry.to;
  const theirs =
    everyone ||
    intersects(teams, asker.teams) ||
    intersects(refs, asker.refs) ||
    [...owners].some(kind =>
      entriesOf(target, kind).some(each =>
        intersects(each.owners, asker.teams),
      ),
    );
  if (!theirs) return false;
  const truth = evaluateCondition(entry.when, {
    at: query.at,
    request: query.request ?? {},
    environment: environment?.name,
    tier: environment?.tier,
    service: target.service?.name,
    account: target.account?.name,
  });
  return truth ?? unknown;
}

function entriesOf(target: ResolvedTarget, kind: string) {
  const { environment, service, account, network, cluster, stores } = target;
  return [environment, service, account, network, cluster, ...stores].filter(
    entry => entry !== undefined && entry.kind === kind,
  ) as { kind: string; name: string; owners: ReadonlySet<string> }[];
}

function keysOf(target: ResolvedTarget): string[] {
  return ['service', 'account', 'network', 'cluster', 'store'].flatMap(kind =>
    entriesOf(target, kind).flatMap(({ name }) => [
      `${kind}:${fold(name)}`,
      `${kind}:*`,
    ]),
  );
}

function toStage(
  policy: CompiledPolicy,
  target: ResolvedTarget,
  entry: CompiledApproval,
  stage: CompiledStage,
): ApprovalStage {
  const owners = [...stage.owners].flatMap(kind =>
    entriesOf(target, kind).flatMap(each => [...each.owners]),
  );
  const groups = groupsOf(policy, [...stage.teams, ...owners]);
  return {
    entry: entry.id,
    line: entry.line,
    from: [...new Set([...groups, ...stage.refs])],
    count: stage.count,
    rejectAfter: stage.rejectAfter,
    ...(entry.decideWithin && { decideWithin: entry.decideWithin }),
    ...(entry.remindAfter && { remindAfter: entry.remindAfter }),
  };
}

function groupsOf(policy: CompiledPolicy, teams: Iterable<string>): string[] {
  return [
    ...new Set(
      [...teams].flatMap(team => policy.teams.get(team)?.groups ?? []),
    ),
  ];
}
