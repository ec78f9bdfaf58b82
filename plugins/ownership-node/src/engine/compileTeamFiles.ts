// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type OwnershipPolicyDocument,
  ownershipTeamPolicySchema,
  type OwnershipTeamPolicyDocument,
} from '@fairway/backstage-plugin-ownership-common';
import type { PolicyEntry, ServiceEntry } from './model';
import { fold, writeInstead } from './names';
import { type Path, Problems } from './problems';
import { checkShape } from './schemaProblems';
import { readYaml, type SourceMap } from './yamlSource';

/** A team's file that only narrows the team's own services. */
export interface TeamFile {
  file: string;
  source: SourceMap;
  problems: Problems;
  document: OwnershipTeamPolicyDocument;
}

/**
 * Reads the team files that a merge put into the policy. Problems of a file
 * are noted with its own lines.
 */
export function readTeamFiles(options: {
  document: OwnershipPolicyDocument;
  teams: ReadonlyMap<string, unknown>;
  services: ReadonlyMap<string, PolicyEntry>;
  problems: Problems;
}): TeamFile[] {
  const { document, problems } = options;
  const ids = new Map<string, string>();
  const claim = (kind: string, items: readonly { id: string }[] = []) => {
    for (const { id } of items) ids.set(`${kind} ${fold(id)}`, 'the policy');
  };
  claim('rules', document.rules);
  claim('approvals', document.approvals);
  claim('limits', document.limits);
  return (document.$teamFiles ?? []).flatMap(({ file, text }) => {
    const yaml = readYaml(text, file);
    if (yaml.problems) {
      problems.include(yaml.problems);
      return [];
    }
    const own = new Problems(yaml.source);
    const written = checkShape(ownershipTeamPolicySchema, yaml.value, own);
    if (written) checkNarrow(written, { ...options, file, own, ids });
    if (!written || own.count) {
      problems.include(own.list());
      return [];
    }
    return [{ file, source: yaml.source, problems: own, document: written }];
  });
}

/** Refuses whatever could give somebody more than the policy does. */
function checkNarrow(
  written: OwnershipTeamPolicyDocument,
  options: {
    teams: ReadonlyMap<string, unknown>;
    services: ReadonlyMap<string, PolicyEntry>;
    file: string;
    own: Problems;
    ids: Map<string, string>;
  },
) {
  const { teams, services, file, own, ids } = options;
  const stem =
    file
      .split('/')
      .pop()
      ?.replace(/\.[^.]*$/, '') ?? '';
  const team = [...teams.keys()].find(
    each => fold(each) === fold(written.team),
  );
  if (team === undefined) {
    own.error(
      ['team'],
      `Unknown team "${written.team}": ${writeInstead(
        written.team,
        teams.keys(),
      )}`,
    );
    return;
  }
  if (fold(stem) !== fold(team)) {
    own.error(
      ['team'],
      `The file "${file}" is not team ${team}'s: call it ${team}.yaml, so that CODEOWNERS can say who edits it`,
    );
  }
  const mine = [...services.values()].filter(({ owners }) => owners.has(team));
  const isMine = (name: string) =>
    mine.some(({ name: each, aliases }) =>
      [each, ...aliases].some(known => fold(known) === fold(name)),
    );
  const notMine = (name: string) =>
    `"${name}" is not a service of team ${team}: ${writeInstead(
      name,
      mine.map(each => each.name),
    )}`;
  const checkOn = (on: readonly string[] | undefined, path: Path) => {
    if (!on) {
      own.error(
        path,
        `Without on: this is about services of others too: write on: ['service:${
          mine[0]?.name ?? '<own service>'
        }']`,
      );
    }
    for (const [index, value] of (on ?? []).entries()) {
      const [kind, name = ''] = value.split(/:(.*)/s);
      if (fold(kind) !== 'service' || !isMine(name)) {
        own.error([...path, 'on', index], notMine(value));
      }
    }
  };
  const checkId = (section: string, id: string, index: number) => {
    const key = `${section} ${fold(id)}`;
    const earlier = ids.get(key);
    if (earlier !== undefined) {
      own.error(
        [section, index, 'id'],
        `The id "${id}" is already in ${earlier}: write another one, such as ${team}-${id}`,
      );
    }
    ids.set(key, file);
  };

  for (const [name, { restricted }] of Object.entries(written.services ?? {})) {
    const path = ['services', name];
    if (!isMine(name)) own.error(path, notMine(name), 'key');
    if (!restricted) {
      own.error(
        [...path, 'restricted'],
        "A team's file may only narrow: write true, or remove it",
      );
    }
  }
  for (const [index, rule] of (written.rules ?? []).entries()) {
    const path: Path = ['rules', index];
    checkId('rules', rule.id, index);
    checkOn(rule.on, path);
    if (rule.effect === 'allow') {
      own.error(
        [...path, 'effect'],
        "A team's file may only narrow: write deny, and ask for an allow in the policy itself",
      );
    }
    if (rule.breakGlass) {
      own.error(
        [...path, 'breakGlass'],
        'Only the policy itself takes something out of reach of break-glass: remove breakGlass',
        'key',
      );
    }
  }
  for (const [index, approval] of (written.approvals ?? []).entries()) {
    const path: Path = ['approvals', index];
    checkId('approvals', approval.id, index);
    checkOn(approval.on, path);
    for (const key of ['mode', 'fallback'] as const) {
      if (approval[key]) {
        own.error(
          [...path, key],
          `A team's file may only add approvals: remove ${key}, and write stages:`,
          'key',
        );
      }
    }
  }
  for (const [index, { id, service }] of (written.limits ?? []).entries()) {
    checkId('limits', id, index);
    if (service === undefined || !isMine(service)) {
      own.error(
        ['limits', index, ...(service === undefined ? [] : ['service'])],
        service === undefined
          ? `Without service: this is about services of others too: write service: ${
              mine[0]?.name ?? '<own service>'
            }`
          : notMine(service),
      );
    }
  }
}

/** Applies `restricted: true` of the team files to entries that nobody has seen yet. */
export function restrictServices(
  services: ReadonlyMap<string, ServiceEntry>,
  files: readonly TeamFile[],
) {
  const wanted = new Set(
    files.flatMap(({ document }) =>
      Object.keys(document.services ?? {}).map(fold),
    ),
  );
  for (const service of services.values()) {
    const { name, aliases } = service;
    if ([name, ...aliases].some(each => wanted.has(fold(each)))) {
      (service as { restricted: boolean }).restricted = true;
    }
  }
}
