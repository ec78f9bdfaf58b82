// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipPolicyDocument } from '@fairway/backstage-plugin-ownership-common';
import type { Entries } from './compileEntries';
import type { ScopeCompiler } from './compileScopes';
import { compileWhen, type WhenContext } from './compileWhen';
import { compileGlob } from './layout';
import type {
  BreakGlassSettings,
  CompiledApproval,
  CompiledLayout,
  CompiledLimit,
} from './model';
import { fold, writeInstead } from './names';
import type { Path, Problems } from './problems';
import type { SourceMap } from './yamlSource';

/** What every section is compiled with. */
export interface Parts {
  document: OwnershipPolicyDocument;
  source: SourceMap;
  problems: Problems;
  scopes: ScopeCompiler;
  when: WhenContext;
  /** Name of the team's file, if it is not the policy itself. */
  file?: string;
}

/** Says so where an id is used twice in one section. */
export function checkIds(
  section: string,
  items: readonly { id: string }[],
  problems: Problems,
) {
  const seen = new Map<string, number>();
  for (const [index, { id }] of items.entries()) {
    const folded = fold(id);
    const earlier = seen.get(folded);
    if (earlier !== undefined) {
      problems.error(
        [section, index, 'id'],
        `The id "${id}" is already at ${section}[${earlier}]: write another one`,
      );
    }
    seen.set(folded, index);
  }
}

export function compileApprovals(parts: Parts): CompiledApproval[] {
  const { document, source, problems, scopes, file } = parts;
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
      line: source.line(path),
      ...(file !== undefined && { file }),
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

export function compileLimits(parts: Parts): CompiledLimit[] {
  const { document, source, problems, scopes, when, file } = parts;
  const limits = document.limits ?? [];
  checkIds('limits', limits, problems);
  return limits.map((limit, index) => {
    const path: Path = ['limits', index];
    const { id, service, perTeam, perService, perEnvironment, why } = limit;
    if ([perTeam, perService, perEnvironment].every(n => n === undefined)) {
      problems.error(
        path,
        'A limit of nothing: write perTeam, perService or perEnvironment',
      );
    }
    return {
      id,
      line: source.line(path),
      ...(file !== undefined && { file }),
      service:
        service === undefined || service === '*'
          ? undefined
          : scopes.service(service, [...path, 'service']),
      environments: scopes.environments(limit.in, [...path, 'in']),
      atMost: {
        ...(perTeam !== undefined && { team: perTeam }),
        ...(perService !== undefined && { service: perService }),
        ...(perEnvironment !== undefined && { environment: perEnvironment }),
      },
      when:
        limit.when === undefined
          ? undefined
          : compileWhen(limit.when, [...path, 'when'], {
              ...when,
              prefixes: ['request', 'resource'],
            }),
      why,
    };
  });
}

export function compileLayouts({
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
    const line = source.line(path);
    return [{ repo: fold(repo), glob, line, ...compiled }];
  });
}

export function compileBreakGlass(
  { document, problems, scopes }: Parts,
  entries: Entries,
): BreakGlassSettings | undefined {
  const written = document.breakGlass;
  if (!written) return undefined;
  const names = new Map(
    [...entries.teams.keys()].map(name => [fold(name), name]),
  );
  const teams = written.teams.flatMap((team, index) => {
    const name = names.get(fold(team));
    if (name === undefined) {
      problems.error(
        ['breakGlass', 'teams', index],
        `Unknown team "${team}": ${writeInstead(team, names.values())}`,
      );
    }
    return name ?? [];
  });
  return {
    teams: new Set(teams),
    maxMinutes: written.maxMinutes,
    require: new Set(written.require ?? []),
    approvals: written.approvals ?? 1,
    never: scopes.plainActions(written.never ?? [], ['breakGlass', 'never']),
  };
}
