// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Criteria, hasInput, isAction } from './decisions';

/**
 * Actions that touch nothing but the task's workspace and log, or (`catalog:*`)
 * act with the initiator's own credentials, so that the catalog decides.
 */
export const HARMLESS_ACTIONS: readonly string[] = [
  'catalog:fetch',
  'catalog:register',
  'catalog:write',
  'debug:log',
  'debug:wait',
  // The scaffolder adds it to every dry run; it collects the workspace.
  'dry-run:extract',
  'fetch:plain',
  'fetch:plain:file',
  'fetch:template',
  'fetch:template:file',
  'fs:delete',
  'fs:readdir',
  'fs:rename',
];

/**
 * Ours. They ask the ownership engine themselves, with the target that is
 * really changed, and say why not; this policy never judges them.
 */
export const OWN_ACTIONS: readonly string[] = [
  'git:change:*',
  'git:repository:create',
  'iac:*',
  'kafka:*:request',
  'request:dispatch',
];

/** A repository that foreign actions may write to. */
export interface NamedRepository {
  /** As the action's input has it, for example `github.com?owner=acme&repo=website`. */
  repoUrl: string;
  /** Ids or patterns, for example `publish:github:pull-request`. */
  actions: readonly string[];
}

/**
 * What may run, one by one. A list of what may, not of what may not: the next
 * action to be installed is refused until somebody names it.
 *
 * `HAS_ACTION_ID` knows no patterns, and a rule of our own would make every
 * task fail, so patterns are resolved to the ids that are installed.
 */
export function allowedActions(options: {
  actions: readonly string[];
  repositories: readonly NamedRepository[];
  installed: ReadonlySet<string>;
}): Criteria[] {
  const { actions, repositories, installed } = options;
  const everywhere = resolve(
    [...HARMLESS_ACTIONS, ...OWN_ACTIONS, ...actions],
    installed,
  );
  const somewhere = repositories.flatMap(({ repoUrl, actions: patterns }) =>
    resolve(patterns, installed).map(
      (id): Criteria => ({
        allOf: [isAction(id), hasInput('repoUrl', repoUrl)],
      }),
    ),
  );
  return [...everywhere.map(isAction), ...somewhere];
}

/** Ids stay as they are: not every action is in the scaffolder's list, see `dry-run:extract`. */
function resolve(
  patterns: readonly string[],
  installed: ReadonlySet<string>,
): string[] {
  const ids = patterns.flatMap(pattern => {
    if (!pattern.includes('*')) {
      return [pattern];
    }
    const expression = toExpression(pattern);
    return [...installed].filter(id => expression.test(id));
  });
  return [...new Set(ids)];
}

/** `*` stands for any characters; everything else for itself. */
function toExpression(pattern: string): RegExp {
  const parts = pattern.split('*').map(part => part.replace(/\W/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
