// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipPolicyDocument } from '@fairway/backstage-plugin-ownership-common';
import { compileEntries, type Entries } from './compileEntries';
import { ScopeCompiler } from './compileScopes';
import { compileWhen, type WhenContext } from './compileWhen';
import { compileGlob } from './layout';
import type {
  BreakGlassSettings,
  CompiledApproval,
  CompiledLayout,
  CompiledPolicy,
  CompiledRule,
} from './model';
import { fold } from './names';
import { type Path, Problems } from './problems';
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
  checkLimits(parts);
  const layout = compileLayouts(parts);
  const unguarded = scopes.plainActions(document.defaults?.unguarded ?? [], [
    'defaults',
    'unguarded',
  ]);
  const breakGlass = compileBreakGlass(parts, entries);
  if (problems.list().length) return undefined;

  const of = (wanted: (rule: CompiledRule) => boolean) => rules.filter(wanted);
  return {
    revision,
    source: source.name,
    document,
    teams: entries.teams,
    environments: entries.environments,
    services: entries.services,
    stores: entries.stores,
    attributes: new Set([
      ...Object.keys(document.attributes ?? {}),
      ...[...rules, ...approvals].flatMap(each => requestAttributes(each.when)),
    ]),
    unguarded,
    breakGlass,
    internals: {
      rules,
      approvals,
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

interface Parts {
  document: OwnershipPolicyDocument;
  source: SourceMap;
  problems: Problems;
  scopes: ScopeCompiler;
  when: WhenContext;
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

/** Says so where an id is used twice in one section. */
function checkIds(
  section: string,
  items: readonly { id: string }[],
  problems: Problems,
) {
  const seen = new Map<string, number>();
  for (const [index, { id }] of items.entries()) {
    const earlier = seen.get(fold(id));
    if (earlier !== undefined) {
      problems.error(
        [section, index, 'id'],
        `The id "${id}" is already at ${section}[${earlier}]: write another one`,
      );
    }
    seen.set(fold(id), index);
  }
}

function compileRules(parts: Parts): CompiledRule[] {
  const { document, source, problems, scopes } = parts;
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
      index,
      line: source.place(path).line,
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

function compileApprovals(parts: Parts): CompiledApproval[] {
  const { document, source, problems, scopes } = parts;
  const approvals = document.approvals ?? [];
  checkIds('approvals', approvals, problems);
  return approvals.map((entry, index) => {
    const path: Path = ['approvals', index];
    if ((entry.mode === 'auto') === Boolean(entry.stages)) {
      problems.error(
        path,
        'Neither or both of mode and stages: write mode: auto, or stages: [{ from: [owner:environment], count: 1 }]',
      );
    }
    return {
      id: entry.id,
      line: source.place(path).line,
      fallback: entry.fallback ?? false,
      auto: entry.mode === 'auto',
      actions: scopes.actions(entry.actions, [...path, 'actions']),
      environments: scopes.environments(entry.in, [...path, 'in']),
      on: scopes.targets(entry.on, [...path, 'on']),
      to: scopes.audience(entry.to ?? ['everyone'], [...path, 'to'], {
        everyone: true,
      }),
      when:
        entry.when === undefined
          ? undefined
          : compileWhen(entry.when, [...path, 'when'], parts.when),
      stages: (entry.stages ?? []).map((stage, number) => ({
        ...scopes.audience(stage.from, [...path, 'stages', number, 'from'], {
          everyone: false,
        }),
        count: stage.count,
        rejectAfter: stage.rejectAfter ?? 1,
      })),
      decideWithin: entry.decideWithin,
      remindAfter: entry.remindAfter,
    };
  });
}

/** Limits are checked here already, so that a file that loads today loads when they count. */
function checkLimits({ document, problems, scopes, when }: Parts) {
  const limits = document.limits ?? [];
  checkIds('limits', limits, problems);
  for (const [index, limit] of limits.entries()) {
    const path: Path = ['limits', index];
    scopes.environments(limit.in, [...path, 'in']);
    if (limit.service !== undefined) {
      const selector = `service:${limit.service}`;
      if (limit.service !== '*')
        scopes.targets([selector], [...path, 'service']);
    }
    if (
      limit.perTeam === undefined &&
      limit.perService === undefined &&
      limit.perEnvironment === undefined
    ) {
      problems.error(
        path,
        'A limit of nothing: write perTeam, perService or perEnvironment',
      );
    }
    if (limit.when !== undefined) {
      compileWhen(limit.when, [...path, 'when'], {
        ...when,
        prefixes: ['request', 'resource'],
      });
    }
  }
}

function compileLayouts({
  document,
  source,
  problems,
}: Parts): CompiledLayout[] {
  return (document.layout ?? []).flatMap(({ repo, glob }, index) => {
    const path: Path = ['layout', index];
    const compiled = compileGlob(glob);
    if (typeof compiled === 'string') {
      problems.error([...path, 'glob'], compiled);
      return [];
    }
    const { line } = source.place(path);
    return [{ repo: fold(repo), glob, line, ...compiled }];
  });
}

function compileBreakGlass(
  { document, problems, scopes }: Parts,
  entries: Entries,
): BreakGlassSettings | undefined {
  const written = document.breakGlass;
  if (!written) return undefined;
  const { teams } = scopes.audience(
    written.teams.map(team => `team:${team}`),
    ['breakGlass', 'teams'],
    { everyone: false },
  );
  if (!entries.teams.size) {
    problems.error(['breakGlass', 'teams'], 'No team is defined: add teams');
  }
  return {
    teams,
    maxMinutes: written.maxMinutes,
    require: new Set(written.require ?? []),
    approvals: written.approvals ?? 1,
    never: scopes.plainActions(written.never ?? [], ['breakGlass', 'never']),
  };
}
