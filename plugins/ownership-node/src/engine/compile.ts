// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipPolicyDocument } from '@fairway/backstage-plugin-ownership-common';
import { compileEntries, type Entries } from './compileEntries';
import { ScopeCompiler } from './compileScopes';
import {
  checkIds,
  compileApprovals,
  compileBreakGlass,
  compileLayouts,
  compileLimits,
  type Parts,
} from './compileSections';
import { readTeamFiles, restrictServices } from './compileTeamFiles';
import { compileWhen, type WhenContext } from './compileWhen';
import type { CompiledPolicy, CompiledRule } from './model';
import type { Path, Problems } from './problems';
import { RuleIndex } from './ruleIndex';
import { requestAttributes } from './when';
import type { SourceMap } from './yamlSource';

const WEEKDAY_NAMES = new Map(
  [
    'monday',
    'tuesday',
    'wednesday',
    'thursday',
    'friday',
    'saturday',
    'sunday',
  ].map(day => [day, day]),
);

/** Resolves every name of a document and builds the indices; undefined if there were problems. */
export function compilePolicy(options: {
  document: OwnershipPolicyDocument;
  source: SourceMap;
  revision: string;
  problems: Problems;
}): CompiledPolicy | undefined {
  const { document, source, problems, revision } = options;
  const entries = compileEntries({ document, source, problems });
  const scopes = new ScopeCompiler({
    entries,
    roles: document.roles ?? {},
    problems,
  });
  const when: WhenContext = {
    problems,
    prefixes: ['request'],
    names: attribute => namesOf(attribute, entries),
  };
  const parts = { document, source, problems, scopes, when };
  const rules = compileRules(parts);
  const approvals = compileApprovals(parts);
  const limits = compileLimits(parts);
  const layout = compileLayouts(parts);
  const unguarded = scopes.plainActions(document.defaults?.unguarded ?? [], [
    'defaults',
    'unguarded',
  ]);
  const breakGlass = compileBreakGlass(parts, entries);
  if (problems.count) return undefined;
  const teamFiles = readTeamFiles({ ...entries, document, problems });
  restrictServices(entries.services, teamFiles);
  for (const each of teamFiles) {
    const { source: own, problems: found, file } = each;
    const { rules: denies, approvals: added, limits: fewer } = each.document;
    const theirs: Parts = {
      document: { ...document, rules: denies, approvals: added, limits: fewer },
      source: own,
      problems: found,
      scopes: new ScopeCompiler({
        entries,
        roles: document.roles ?? {},
        problems: found,
      }),
      when: { ...when, problems: found },
      file,
    };
    rules.push(...compileRules(theirs, rules.length));
    approvals.push(...compileApprovals(theirs));
    limits.push(...compileLimits(theirs));
    problems.include(found.list());
  }
  if (problems.count) return undefined;

  const of = (wanted: (rule: CompiledRule) => boolean) => rules.filter(wanted);
  return {
    revision,
    source: source.name,
    document,
    teams: entries.teams,
    environments: entries.environments,
    services: entries.services,
    stores: entries.stores,
    clients: entries.clients,
    attributes: new Set([
      ...Object.keys(document.attributes ?? {}),
      ...[...rules, ...approvals, ...limits].flatMap(each =>
        requestAttributes(each.when),
      ),
    ]),
    unguarded,
    breakGlass,
    internals: {
      rules,
      approvals,
      limits,
      layout,
      allow: RuleIndex.create({
        rules: of(rule => rule.effect === 'allow'),
        effect: 'allow',
      }),
      deny: RuleIndex.create({
        rules: of(rule => rule.effect === 'deny'),
        effect: 'deny',
      }),
      never: RuleIndex.create({
        rules: of(rule => rule.never),
        effect: 'deny',
      }),
      teamsByGroup: entries.teamsByGroup,
      byName: entries.byName,
    },
  };
}

/** Canonical names by folded name and alias, for the attributes that hold names. */
function namesOf(
  attribute: string,
  { byName, tiers }: Entries,
): ReadonlyMap<string, string> | undefined {
  if (attribute === 'target.tier') return tiers;
  if (attribute === 'time.weekday') return WEEKDAY_NAMES;
  const kind = (['environment', 'service', 'account'] as const).find(
    each => attribute === `target.${each}`,
  );
  return (
    kind &&
    new Map([...byName[kind]].map(([folded, { name }]) => [folded, name]))
  );
}

function compileRules(parts: Parts, firstIndex = 0): CompiledRule[] {
  const { document, source, problems, scopes, file } = parts;
  const rules = document.rules ?? [];
  checkIds('rules', rules, problems);
  return rules.map((rule, index) => {
    const path: Path = ['rules', index];
    if (rule.breakGlass && rule.effect === 'allow') {
      problems.error(
        [...path, 'breakGlass'],
        'Only a deny can be out of reach of break-glass: remove breakGlass, or write effect: deny',
        'key',
      );
    }
    return {
      id: rule.id,
      ...(file !== undefined && { file }),
      index: firstIndex + index,
      line: source.line(path),
      effect: rule.effect,
      why: rule.why,
      never: rule.breakGlass === 'never',
      actions: scopes.actions(rule.actions, [...path, 'actions']),
      environments: scopes.environments(rule.in, [...path, 'in']),
      on: scopes.targets(rule.on, [...path, 'on']),
      to: scopes.audience(rule.to, [...path, 'to'], { everyone: true }),
      when:
        rule.when === undefined
          ? undefined
          : compileWhen(rule.when, [...path, 'when'], parts.when),
    };
  });
}
