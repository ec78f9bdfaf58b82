// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { DecidingRule } from '@fairway/backstage-plugin-ownership-common';
import { intersects } from './asker';
import type { LegVerdict, Verdict } from './evaluate';
import type { CompiledPolicy, CompiledRule } from './model';
import { describeCondition } from './when';

/** What decided each leg, and through which of its selectors. */
export function decidingRules(
  policy: CompiledPolicy,
  verdict: Verdict,
): DecidingRule[] {
  return verdict.legs.map(leg => {
    const { target, by, rule, entry } = leg;
    const line =
      rule?.line ?? (by.startsWith('guard:') ? entry?.line : undefined);
    return {
      target,
      id: by,
      ...(line !== undefined && { line }),
      ...(rule?.file !== undefined && { file: rule.file }),
      ...(rule?.why !== undefined && { why: rule.why }),
      selectors: rule ? selectorsOf(policy, verdict, leg, rule) : [],
      ...(rule?.when && { condition: describeCondition(rule.when) }),
    };
  });
}

function selectorsOf(
  policy: CompiledPolicy,
  { asker, output }: Verdict,
  leg: LegVerdict,
  rule: CompiledRule,
): string[] {
  const { everyone, teams, refs, owners } = rule.to;
  const environment = policy.environments.get(output.environment ?? '');
  const owning = [...owners].filter(kind => {
    const entry = kind === 'environment' ? environment : leg.entry;
    return entry?.kind === kind && intersects(entry.owners, asker.teams);
  });
  return [
    ...(everyone ? ['everyone'] : []),
    ...owning.map(kind => `owner:${kind}`),
    ...[...teams].filter(team => asker.teams.has(team)).map(x => `team:${x}`),
    ...[...refs].filter(ref => asker.refs.has(ref)),
  ];
}
