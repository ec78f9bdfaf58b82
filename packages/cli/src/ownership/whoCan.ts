// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  DecidingRule,
  WhoCan,
} from '@fairway/backstage-plugin-ownership-common';
import {
  type CompiledPolicy,
  whoCan,
} from '@fairway/backstage-plugin-ownership-node';
import { EXIT } from '../exit';
import { usePolicy } from './input';
import {
  refuseUndeclared,
  type TargetOptions,
  targetOf,
  timeOf,
} from './question';

/** Prints everybody who may do something; nobody is a no. */
export async function listWhoCan(
  path: string,
  options: TargetOptions & { json?: boolean },
): Promise<number> {
  const at = timeOf(options.at);
  const policy = await usePolicy(path);
  refuseUndeclared(policy, options.with);
  const target = targetOf(options);
  const answer = whoCan(policy, { target, at, request: options.with });
  process.stdout.write(
    options.json
      ? `${JSON.stringify(answer, undefined, 2)}\n`
      : `${describe(answer, policy)}\n`,
  );
  return answer.entries.length ? EXIT.ok : EXIT.refused;
}

function describe(answer: WhoCan, policy: CompiledPolicy): string {
  const lines = [answer.message];
  for (const { who, decision, needs, rules } of answer.entries) {
    const wanted = needs.map(name => `request.${name}`).join(' and ');
    lines.push(
      '',
      `${who.join(' with ')}: ${
        decision === 'needs' ? `allow with ${wanted}` : 'allow'
      }`,
      ...rules.map(rule => describeRule(rule, policy)),
    );
  }
  for (const { who, rules } of answer.except) {
    lines.push(
      '',
      `but not ${who.join(' with ')}`,
      ...rules.map(rule => describeRule(rule, policy)),
    );
  }
  lines.push('', `anybody else: ${answer.everyoneElse.message}`);
  return lines.join('\n');
}

function describeRule(rule: DecidingRule, policy: CompiledPolicy): string {
  const { target, id, line, file, selectors, condition, why } = rule;
  const place = line ? ` (${file ?? policy.source}, line ${line})` : '';
  return [
    `  ${target}: ${id}${place}`,
    selectors.length ? `to ${selectors.join(', ')}` : '',
    condition ? `while ${condition}` : '',
    why ?? '',
  ]
    .filter(Boolean)
    .join('; ');
}
