// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipTarget } from '@fairway/backstage-plugin-ownership-common';
import fc from 'fast-check';
import { policyOf } from './__testUtils__/fixtures';
import {
  at,
  fullTarget,
  policyText,
  request,
  rule,
  rules,
  subject,
} from './__testUtils__/arbitraries';
import { decide } from './decide';
import { evaluate, type OwnershipQuery } from './evaluate';
import type { CompiledPolicy } from './model';
import { normalizeTarget } from './normalize';
import { speaksAbout } from './ruleIndex';
import { evaluateCondition } from './when';

const query: fc.Arbitrary<OwnershipQuery> = fc.record({
  subject,
  target: fullTarget,
  request,
  at,
});
/** Reproducible in a pipeline, and still another run at another seed by hand. */
const RUNS = { numRuns: 300, seed: 20261122 };

/** What disproves a property, in the words of fast-check; undefined if nothing did. */
function disproof<T>(
  property: fc.IProperty<T>,
  parameters: fc.Parameters<T> = RUNS,
) {
  return fc.defaultReportMessage(fc.check(property, parameters));
}

const isAllowed = (policy: CompiledPolicy, asked: OwnershipQuery) =>
  decide(policy, asked).decision === 'allow';

/** The target with some of its fields left out. */
function without(
  target: OwnershipTarget,
  fields: readonly (keyof OwnershipTarget)[],
): OwnershipTarget {
  return {
    ...target,
    ...Object.fromEntries(fields.map(field => [field, undefined])),
  };
}

describe('the engine, for any policy', () => {
  it('lets a deny beat every allow, and the order of rules means nothing', () => {
    expect(
      disproof(
        fc.property(
          rules.chain(list =>
            fc.tuple(
              fc.constant(list),
              fc.shuffledSubarray(list, { minLength: list.length }),
            ),
          ),
          query,
          ([list, shuffled], asked) => {
            const policy = policyOf(policyText(list));
            const verdict = evaluate(policy, asked);
            expect(isAllowed(policyOf(policyText(shuffled)), asked)).toBe(
              verdict.decision === 'allow',
            );
            const denied = verdict.legs.some(({ lookup }) =>
              policy.internals.rules.some(
                ({ effect, ...each }) =>
                  effect === 'deny' &&
                  each.actions.has(lookup.action as never) &&
                  (!each.environments ||
                    each.environments.has(lookup.environment ?? '')) &&
                  (each.on
                    ? each.on.has(lookup.key ?? '') ||
                      each.on.has(`${lookup.kind}:*`)
                    : lookup.general) &&
                  speaksAbout({ effect, ...each }, lookup, true) &&
                  evaluateCondition(each.when, lookup.facts) !== false,
              ),
            );
            expect(denied && verdict.decision === 'allow').toBe(false);
          },
        ),
        RUNS,
      ),
    ).toBeUndefined();
  });

  it('finds through its index what a plain loop over the rules finds', () => {
    expect(
      disproof(
        fc.property(rules, query, (list, asked) => {
          const policy = policyOf(policyText(list));
          for (const { lookup, by } of evaluate(policy, asked).legs) {
            const hits = policy.internals.rules.filter(
              each =>
                each.actions.has(lookup.action as never) &&
                (!each.environments ||
                  each.environments.has(lookup.environment ?? '')) &&
                (each.on
                  ? each.on.has(lookup.key ?? '') ||
                    each.on.has(`${lookup.kind}:*`)
                  : lookup.general) &&
                speaksAbout(each, lookup, false) &&
                (evaluateCondition(each.when, lookup.facts) ??
                  each.effect === 'deny'),
            );
            const first = (effect: string) =>
              hits.find(each => each.effect === effect)?.id;
            const guard = by.startsWith('guard:') ? by : undefined;
            expect(by).toBe(
              guard ?? first('deny') ?? first('allow') ?? 'default',
            );
          }
        }),
        RUNS,
      ),
    ).toBeUndefined();
  });

  it('is never widened by one more deny', () => {
    expect(
      disproof(
        fc.property(rules, rule, query, (list, extra, asked) => {
          const more = [...list, { ...extra, effect: 'deny' as const }];
          return (
            !isAllowed(policyOf(policyText(more)), asked) ||
            isAllowed(policyOf(policyText(list)), asked)
          );
        }),
        RUNS,
      ),
    ).toBeUndefined();
  });

  it('is never narrowed by one more allow', () => {
    expect(
      disproof(
        fc.property(rules, rule, query, (list, extra, asked) => {
          const more = [...list, { ...extra, effect: 'allow' as const }];
          return (
            !isAllowed(policyOf(policyText(list)), asked) ||
            isAllowed(policyOf(policyText(more)), asked)
          );
        }),
        RUNS,
      ),
    ).toBeUndefined();
  });

  it('never allows an unknown name, whatever else is right', () => {
    const open = policyOf(
      policyText([{ effect: 'allow', to: ['everyone'], actions: ['*'] }]),
    );
    const known = new Set(
      ['service', 'environment', 'account', 'cluster', 'store'].flatMap(
        kind => [...open.internals.byName[kind as 'service'].keys()],
      ),
    );
    expect(
      disproof(
        fc.property(
          query,
          fc.constantFrom(
            'action',
            'environment',
            'service',
            'account',
            'cluster',
            'network',
            'stores',
          ),
          fc.oneof(
            fc.string({ minLength: 1, unit: 'binary' }),
            fc.constantFrom(
              '__proto__',
              'constructor',
              'toString',
              '*',
              'tier:*',
              'service:*',
              'qa',
              'prod ,dev',
              'prod\u0000',
            ),
          ),
          (asked, field, name) => {
            const folded = normalizeTarget(open, { action: name }).action;
            fc.pre(folded !== '' && !known.has(folded));
            fc.pre(field !== 'action' || !folded.includes('.'));
            const target = {
              ...asked.target,
              [field]: field === 'stores' ? [name] : name,
            };
            expect(isAllowed(open, { ...asked, target })).toBe(false);
          },
        ),
        RUNS,
      ),
    ).toBeUndefined();
  });

  it('normalises twice as it does once, and decides the same', () => {
    const messy = (name: string) =>
      fc.constantFrom(name, ` ${name}`, name.toUpperCase(), `${name}\t`);
    const target = fullTarget.chain(full =>
      fc.record({
        action: messy(full.action),
        environment: fc.oneof(
          messy(full.environment),
          messy('production'),
          fc.string({ unit: 'binary' }),
        ),
        service: fc.oneof(messy(full.service), fc.string({ unit: 'binary' })),
        account: fc.option(messy(full.account), { nil: undefined }),
        stores: fc.array(
          fc.oneof(
            messy('kafka-prod'),
            messy('kafka-dev'),
            fc.string({ unit: 'binary' }),
          ),
          { maxLength: 3 },
        ),
      }),
    );
    expect(
      disproof(
        fc.property(rules, query, target, (list, asked, written) => {
          const policy = policyOf(policyText(list));
          const once = normalizeTarget(policy, written);
          expect(normalizeTarget(policy, once)).toEqual(once);
          const first = decide(policy, { ...asked, target: written });
          const again = decide(policy, { ...asked, target: once });
          expect(again).toEqual(first);
        }),
        RUNS,
      ),
    ).toBeUndefined();
  });

  it('never allows, with something left out, what it denies when told truthfully', () => {
    expect(
      disproof(
        fc.property(
          rules,
          query,
          fc.subarray(
            ['environment', 'account', 'service', 'stores'] as const,
            {
              minLength: 1,
            },
          ),
          (list, asked, left) => {
            const policy = policyOf(policyText(list));
            const { action, service } = asked.target;
            const change = action.startsWith('service.');
            // Other actions touch no account of their own: telling the truth about them is to name none.
            const truth = change
              ? asked.target
              : { action, environment: asked.target.environment };
            // Which stores a service touches is known for the one whose entry lists them.
            const fields = left.filter(
              field => field !== 'stores' || service === 'topic',
            );
            return (
              !isAllowed(policy, {
                ...asked,
                target: without(truth, fields),
              }) || isAllowed(policy, { ...asked, target: truth })
            );
          },
        ),
        { ...RUNS, numRuns: 1_500 },
      ),
    ).toBeUndefined();
  });

  it('never allows, with an attribute left out, what it denies with it', () => {
    expect(
      disproof(
        fc.property(rules, query, (list, asked) => {
          const policy = policyOf(policyText(list));
          return (
            !isAllowed(policy, { ...asked, request: {} }) ||
            isAllowed(policy, asked)
          );
        }),
        RUNS,
      ),
    ).toBeUndefined();
  });

  it('never lets a grant pass a deny that says never', () => {
    expect(
      disproof(
        fc.property(rules, rule, query, (list, extra, asked) => {
          const never = {
            ...extra,
            effect: 'deny' as const,
            breakGlass: 'never',
          };
          const policy = policyOf(policyText([...list, never]));
          const without_ = policyOf(
            policyText([
              never,
              { effect: 'allow', to: ['everyone'], actions: ['*'] },
            ]),
          );
          const breakGlass = {
            id: 'g',
            userEntityRef: asked.subject.userEntityRef,
            reason: 'r',
            ticket: 't',
            openedAt: asked.at.toISOString(),
            expiresAt: new Date(asked.at.getTime() + 60_000).toISOString(),
            approvedBy: ['user:default/cat'],
          };
          const denies = evaluate(without_, asked).legs.some(
            leg => leg.rule?.never,
          );
          return !denies || !isAllowed(policy, { ...asked, breakGlass });
        }),
        RUNS,
      ),
    ).toBeUndefined();
  });
});
