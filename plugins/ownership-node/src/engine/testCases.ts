// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type BreakGlassGrant,
  type OwnershipDecision,
  ownershipPolicyTestsSchema,
  type OwnershipPolicyTestsDocument,
  type PolicyProblem,
  type PolicyTestCaseResult,
  type PolicyTestReport,
} from '@fairway/backstage-plugin-ownership-common';
import { checkRequestAttributes } from './attributes';
import { subjectOfClient } from './clients';
import { foldRef } from './entryNames';
import { decide } from './decide';
import { loadPolicy } from './loadPolicy';
import type { CompiledPolicy } from './model';
import { writeInstead } from './names';
import { Problems } from './problems';
import { checkShape } from './schemaProblems';
import { readYaml } from './yamlSource';

type TestCase = OwnershipPolicyTestsDocument['cases'][number];

/**
 * Runs the cases of a test file against a policy, given compiled or as text.
 * Never throws and never reads the clock: a case without a time is a problem.
 *
 * @param options - names of the two files, for messages
 * @public
 */
export function runPolicyTests(
  policy: CompiledPolicy | string,
  tests: string,
  options: { source?: string; testsSource?: string } = {},
): PolicyTestReport {
  const loaded =
    typeof policy === 'string'
      ? loadPolicy(policy, { source: options.source })
      : { policy, revision: policy.revision, errors: [] };
  const cases = readCases(tests, options.testsSource ?? 'policy.tests.yaml');
  const problems = [...loaded.errors, ...cases.problems];
  const { revision } = loaded;
  if (problems.length || !loaded.policy) {
    return { revision, passed: 0, failed: 0, cases: [], problems };
  }
  const compiled = loaded.policy;
  const results = cases.list.map(each => runCase(compiled, each));
  const passed = results.filter(result => result.passed).length;
  const failed = results.length - passed;
  return { revision, passed, failed, cases: results, problems };
}

interface ReadyCase {
  number: number;
  line: number;
  written: TestCase;
  groups: string[];
  at: Date;
}

function readCases(
  text: string,
  name: string,
): { list: ReadyCase[]; problems: PolicyProblem[] } {
  const yaml = readYaml(text, name);
  if (yaml.problems) return { list: [], problems: yaml.problems };
  const { source } = yaml;
  const problems = new Problems(source);
  const document = checkShape(ownershipPolicyTestsSchema, yaml.value, problems);
  if (!document) return { list: [], problems: problems.list() };
  for (const [user, groups] of Object.entries(document.users)) {
    for (const [index, group] of groups.entries()) {
      if (!foldRef(group, 'group')) {
        problems.error(
          ['users', user, index],
          `"${group}" is not a group: write a full reference such as group:default/payments`,
        );
      }
    }
  }
  const list = document.cases.flatMap((written, index) => {
    const path = ['cases', index];
    const at = written.at ?? document.defaults?.at;
    const isClient = written.as.startsWith('client:');
    if (!isClient && !Object.hasOwn(document.users, written.as)) {
      const instead = writeInstead(written.as, Object.keys(document.users));
      problems.error(
        [...path, 'as'],
        `Unknown user "${written.as}": ${instead}`,
      );
      return [];
    }
    if (at === undefined) {
      problems.error(
        path,
        "No time: write at: '2026-06-01T10:00:00Z' here or in defaults (cases never read the clock)",
      );
      return [];
    }
    return [
      {
        number: index + 1,
        line: source.place(path).line,
        written,
        groups: isClient ? [] : document.users[written.as],
        at: new Date(at),
      },
    ];
  });
  return { list, problems: problems.list() };
}

function runCase(
  policy: CompiledPolicy,
  { number, line, written, groups, at }: ReadyCase,
): PolicyTestCaseResult {
  const user = foldRef(written.as, 'user') ?? `user:default/${written.as}`;
  const isClient = written.as.startsWith('client:');
  const subject = isClient
    ? subjectOfClient(policy, written.as)
    : { userEntityRef: user, groupEntityRefs: groups };
  const request: Record<string, string> = written.with ?? {};
  const base = {
    number,
    line,
    title: titleOf(written),
    expected: {
      decision: written.expect,
      ...(written.by !== undefined && { by: written.by }),
    },
    explain: written.explain ?? false,
  };
  if (!subject) {
    const known = [...policy.clients.keys()].map(name => `client:${name}`);
    const failure = `unknown client "${written.as}": ${writeInstead(
      written.as,
      known,
    )}`;
    return { ...base, passed: false, failure };
  }
  try {
    checkRequestAttributes(policy, request);
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { ...base, passed: false, failure };
  }
  const actual = decide(policy, {
    subject,
    target: {
      action: written.do,
      environment: written.in,
      service: written.service,
      account: written.account,
      network: written.network,
      cluster: written.cluster,
      stores: written.stores,
    },
    request,
    at,
    breakGlass: written.breakGlass
      ? storedGrant(policy, subject.userEntityRef, at)
      : undefined,
  });
  const failure = compare(base.expected, actual);
  return { ...base, passed: !failure, actual, ...(failure && { failure }) };
}

function compare(
  expected: PolicyTestCaseResult['expected'],
  actual: OwnershipDecision,
): string | undefined {
  const same =
    expected.decision === actual.decision &&
    (expected.by === undefined || expected.by === actual.by);
  if (same) return undefined;
  const by = expected.by === undefined ? '' : ` by ${expected.by}`;
  return `expected ${expected.decision}${by}, got ${actual.decision} by ${actual.by}: ${actual.message}`;
}

/** A grant in good order; whether its holder may have one is still the policy's to say. */
function storedGrant(
  policy: CompiledPolicy,
  userEntityRef: string,
  at: Date,
): BreakGlassGrant {
  const minutes = policy.breakGlass?.maxMinutes ?? 0;
  const approvals = policy.breakGlass?.approvals ?? 1;
  return {
    id: 'test-case',
    userEntityRef,
    reason: 'test case',
    ticket: 'test case',
    openedAt: at.toISOString(),
    expiresAt: new Date(at.getTime() + minutes * 60_000).toISOString(),
    approvedBy: Array.from(
      { length: approvals },
      (_, index) => `user:test-case/approver-${index + 1}`,
    ),
  };
}

function titleOf(written: TestCase): string {
  const extras = [
    written.account && `account ${written.account}`,
    written.network && `network ${written.network}`,
    written.cluster && `cluster ${written.cluster}`,
    written.stores?.length && `stores ${written.stores.join(', ')}`,
    written.with &&
      Object.entries(written.with)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    written.at && `at ${written.at}`,
    written.breakGlass && 'with break-glass',
  ].filter(Boolean);
  return [
    written.as,
    written.do,
    written.service,
    written.in && `in ${written.in}`,
    extras.length ? `(${extras.join('; ')})` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
