// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { policyOf } from './__testUtils__/fixtures';
import { requiredApprovals } from './approvals';
import { decideLimits } from './limits';
import { lintPolicy } from './lintPolicy';
import { mergePolicies } from './mergePolicies';
import { runPolicyTests } from './testCases';

type Section = Record<string, unknown>;

const read = (name: string) =>
  /* eslint-disable-next-line no-restricted-syntax */
  readFileSync(join(__dirname, '../../../../docs', name), 'utf8');
const blocks = (text: string) =>
  [...text.matchAll(/```yaml\n(.*?)```/gs)].map(match => match[1]);

/** Adds the parts of a snippet: entries of lists at the end, keys of mappings in place. */
function add(base: Section, snippet: Section): Section {
  const result: Section = { ...base };
  for (const [key, value] of Object.entries(snippet)) {
    const known = result[key];
    if (Array.isArray(value)) {
      result[key] = [...((known as unknown[]) ?? []), ...value];
    } else if (typeof value === 'object' && key !== 'breakGlass') {
      result[key] = { ...(known as Section), ...value };
    } else result[key] = value;
  }
  return result;
}

describe('docs/cookbook-ownership.md', () => {
  const [head, ...sections] = read('cookbook-ownership.md').split(/^## /m);
  const [base, people] = blocks(head).map(each => parse(each) as Section);
  const recipes = sections.map(section => {
    const [title] = section.split('\n');
    const [snippet, cases] = blocks(section).map(each => parse(each));
    return { title, snippet, cases };
  });
  const textOf = (number: number) =>
    stringify(add(base, recipes[number - 1].snippet));
  const at = new Date('2026-06-01T10:00:00Z');
  const pia = {
    userEntityRef: 'user:default/pia',
    groupEntityRefs: ['group:default/payments'],
  };

  it('has ten situations', () => {
    expect(recipes).toHaveLength(10);
  });

  it.each(recipes)('$title: the cases pass', ({ snippet, cases }) => {
    const report = runPolicyTests(
      stringify(add(base, snippet)),
      stringify(add(people, cases)),
    );
    expect(report.problems).toEqual([]);
    expect(report.cases.flatMap(each => each.failure ?? [])).toEqual([]);
    expect(report.passed).toBe(cases.cases.length);
  });

  it.each(recipes)('$title: not without the snippet', ({ snippet, cases }) => {
    const attributes = { changeTicket: {} };
    const { clients = {}, environments = {}, services = {} } = snippet;
    // Names stay, so that what fails is what was decided.
    const names = { attributes, clients, environments, services: {} };
    for (const [name, entry] of Object.entries<Section>(services)) {
      Object.assign(names.services, { [name]: { owners: entry.owners } });
    }
    const { problems, failed } = runPolicyTests(
      stringify(add(base, names)),
      stringify(add(people, cases)),
    );
    expect(problems).toEqual([]);
    expect(failed).toBeGreaterThan(0);
  });

  it.each(recipes)('$title: nothing in it never counts', ({ snippet }) => {
    const text = stringify(add(base, snippet));
    expect(lintPolicy(policyOf(text), text)).toEqual([]);
  });

  it('8: two teams approve a production database, nobody one in development', () => {
    const of = (environment: string, service: string) =>
      requiredApprovals(policyOf(textOf(8)), {
        subject: pia,
        target: { action: 'service.deploy', service, environment },
        at,
      });
    expect(
      of('prod', 'postgres-database').stages.map(each => each.from),
    ).toEqual([['group:default/platform'], ['group:default/data-platform']]);
    expect(of('prod', 'network').stages).toHaveLength(1);
    expect(of('dev', 'network').mode).toBe('auto');
  });

  it('10: the sixth temporary environment is one too many', () => {
    const of = (current: number) =>
      decideLimits(
        policyOf(textOf(10)),
        {
          subject: pia,
          target: {
            action: 'service.deploy',
            service: 'network',
            environment: 'dev',
          },
          resource: { lifetime: 'P14D' },
          at,
        },
        () => current,
      ).decision;
    expect([of(4), of(5)]).toEqual(['allow', 'deny']);
  });
});

describe('docs/ownership-policy.md', () => {
  const written = blocks(read('ownership-policy.md'));
  const ofKind = (kind: string) =>
    written.filter(each => each.includes(`\nkind: ${kind}\n`));

  it('shows a policy, cases and a team file that work together', () => {
    const [policy] = ofKind('OwnershipPolicy');
    const [tests] = ofKind('OwnershipPolicyTests');
    const [team] = ofKind('OwnershipTeamPolicy');
    const merged = mergePolicies([
      { name: 'policy.yaml', text: policy },
      { name: 'policy.tests.yaml', text: tests },
      { name: 'teams/payments.yaml', text: team },
    ]);
    expect(merged.errors).toEqual([]);
    const report = runPolicyTests(merged.policy!, tests);
    expect(report.problems).toEqual([]);
    expect(report.cases.flatMap(each => each.failure ?? [])).toEqual([]);
    const text = merged.text ?? '';
    expect(lintPolicy(merged.policy!, text, { tests })).toEqual([]);
  });

  it('quotes an explanation as the engine gives it', () => {
    const [policy] = ofKind('OwnershipPolicy');
    const [tests] = ofKind('OwnershipPolicyTests');
    const { cases } = runPolicyTests(policyOf(policy), tests);
    expect(read('ownership-policy.md')).toContain(
      `deny: ${cases[1].actual?.message}`,
    );
  });

  it('names every key of the policy and of the cases', () => {
    const text = read('ownership-policy.md');
    const [policy] = ofKind('OwnershipPolicy');
    const missing = Object.keys(parse(policy)).filter(
      key => !text.includes(`\`${key}`),
    );
    expect(missing).toEqual([]);
  });
});
