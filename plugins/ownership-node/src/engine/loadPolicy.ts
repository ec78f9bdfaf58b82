// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { PolicyProblem } from '@fairway/backstage-plugin-ownership-common';
import { compilePolicy } from './compile';
import type { CompiledPolicy } from './model';
import { checkPolicyShape } from './policyShape';
import { Problems } from './problems';
import { readYaml } from './yamlSource';

/** @public */
export interface LoadedPolicy {
  /** Left out if there are errors. */
  policy?: CompiledPolicy;
  /** SHA-256 of the text, in hex; also of a text with errors. */
  revision: string;
  /** In the order of the file. */
  errors: PolicyProblem[];
}

/**
 * Reads, checks and compiles a policy file. Never throws: what is wrong with the
 * text comes back with line, column and what to write instead.
 *
 * @param text - the file, YAML or JSON
 * @param options - `source`: name of the file for messages, without folder
 * @public
 */
export function loadPolicy(
  text: string,
  options: { source?: string } = {},
): LoadedPolicy {
  const revision = createHash('sha256').update(text).digest('hex');
  const yaml = readYaml(text, options.source ?? 'policy.yaml');
  if (yaml.problems) return { revision, errors: yaml.problems };
  const { source } = yaml;
  const problems = new Problems(source);
  const document = checkPolicyShape(yaml.value, problems);
  const policy =
    document && compilePolicy({ document, source, revision, problems });
  return { policy, revision, errors: problems.list() };
}
