// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipDecision } from '@fairway/backstage-plugin-ownership-common';
import {
  checkRequestAttributes,
  type CompiledPolicy,
  decide,
} from '@fairway/backstage-plugin-ownership-node';
import { cliError } from '../errors';
import { EXIT } from '../exit';
import { readInput, usePolicy } from './input';

/** Options of `ownership explain`, as commander hands them over. */
export interface ExplainOptions {
  as: string;
  groups: string[];
  do: string;
  service?: string;
  in?: string;
  account?: string;
  network?: string;
  cluster?: string;
  store: string[];
  with: Record<string, string>;
  at?: string;
  json?: boolean;
}

const USER = /^user:[^/:\s]+\/[^/:\s]+$/i;
const GROUP = /^group:[^/:\s]+\/[^/:\s]+$/i;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Decides one question and prints the answer with its reason. */
export async function explainDecision(
  path: string,
  options: ExplainOptions,
): Promise<number> {
  if (!USER.test(options.as)) {
    throw cliError('cli-user-invalid', { value: options.as });
  }
  const stranger = options.groups.find(group => !GROUP.test(group));
  if (stranger !== undefined) {
    throw cliError('cli-group-invalid', { value: stranger });
  }
  const at = timeOf(options.at);
  const policy = usePolicy(await readInput(path));
  refuseUndeclared(policy, options.with);
  const decision = decide(policy, {
    subject: { userEntityRef: options.as, groupEntityRefs: options.groups },
    target: {
      action: options.do,
      environment: options.in,
      service: options.service,
      account: options.account,
      network: options.network,
      cluster: options.cluster,
      stores: options.store,
    },
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

function timeOf(value: string | undefined): Date {
  if (value === undefined) return new Date();
  const at = new Date(value);
  if (!TIME.test(value) || Number.isNaN(at.getTime())) {
    throw cliError('cli-time-invalid', { value });
  }
  return at;
}

function refuseUndeclared(
  policy: CompiledPolicy,
  request: Record<string, string>,
) {
  try {
    checkRequestAttributes(policy, request);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw cliError('cli-attribute-refused', { reason });
  }
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
    const place = leg.line ? ` (${policy.source}, line ${leg.line})` : '';
    lines.push('', `${leg.target}: ${leg.decision} by ${leg.by}${place}`);
    if (leg.why) lines.push(`  ${leg.why}`);
    for (const { id, line, because } of leg.skipped) {
      lines.push(`  not ${id}${line ? ` (line ${line})` : ''}: ${because}`);
    }
  }
  return lines.join('\n');
}
