// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipDecision } from '@fairway/backstage-plugin-ownership-common';
import {
  type CompiledPolicy,
  decide,
  subjectOfClient,
} from '@fairway/backstage-plugin-ownership-node';
import { cliError } from '../errors';
import { EXIT } from '../exit';
import { usePolicy } from './input';
import {
  refuseUndeclared,
  type TargetOptions,
  targetOf,
  timeOf,
} from './question';

/** Options of `ownership explain`, as commander hands them over. */
export interface ExplainOptions extends TargetOptions {
  as: string;
  groups: string[];
  json?: boolean;
}

const USER = /^user:[^/:\s]+\/[^/:\s]+$/i;
const CLIENT = /^client:[^/:\s]+$/i;
const GROUP = /^group:[^/:\s]+\/[^/:\s]+$/i;

/** Decides one question and prints the answer with its reason. */
export async function explainDecision(
  path: string,
  options: ExplainOptions,
): Promise<number> {
  const isClient = CLIENT.test(options.as);
  if (!isClient && !USER.test(options.as)) {
    throw cliError('cli-user-invalid', { value: options.as });
  }
  const stranger = options.groups.find(group => !GROUP.test(group));
  if (stranger !== undefined) {
    throw cliError('cli-group-invalid', { value: stranger });
  }
  const at = timeOf(options.at);
  const policy = await usePolicy(path);
  refuseUndeclared(policy, options.with);
  const subject = isClient
    ? subjectOfClient(policy, options.as)
    : { userEntityRef: options.as, groupEntityRefs: options.groups };
  if (!subject) {
    throw cliError('cli-user-invalid', { value: options.as });
  }
  const decision = decide(policy, {
    subject,
    target: targetOf(options),
    request: options.with,
    at,
  });
  process.stdout.write(
    options.json
      ? `${JSON.stringify(decision, undefined, 2)}\n`
      : `${describeDecision(decision, policy)}\n`,
  );
  return decision.decision === 'allow' ? EXIT.ok : EXIT.refused;
}

function describeDecision(
  decision: OwnershipDecision,
  policy: CompiledPolicy,
): string {
  const lines = [
    `${decision.decision}: ${decision.message}`,
    '',
    `by        ${decision.by}`,
    `target    ${decision.targetRef}`,
    `revision  ${decision.revision.slice(0, 12)}`,
  ];
  if (decision.askFor.length)
    lines.push(`ask       ${decision.askFor.join(', ')}`);
  for (const leg of decision.legs) {
    const place = leg.line
      ? ` (${leg.file ?? policy.source}, line ${leg.line})`
      : '';
    lines.push('', `${leg.target}: ${leg.decision} by ${leg.by}${place}`);
    if (leg.why) lines.push(`  ${leg.why}`);
    for (const { id, line, because } of leg.skipped) {
      lines.push(`  not ${id}${line ? ` (line ${line})` : ''}: ${because}`);
    }
  }
  return lines.join('\n');
}
