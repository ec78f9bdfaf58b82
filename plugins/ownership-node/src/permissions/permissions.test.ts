// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { normalizeTarget, targetRefOf } from '../engine';
import { POLICY_TEXT, policyOf } from '../engine/__testUtils__/fixtures';
import { type IacTarget, iacTargetOf, parseTargetRef } from './iacTarget';
import { type IacTargetFilter, iacTargetRules } from './rules';

const policy = policyOf(POLICY_TEXT);

describe('parseTargetRef', () => {
  const name = fc.string({ minLength: 1 }).filter(text => text !== '*');

  it('is the inverse of targetRefOf, whatever the names', () => {
    const optional = fc.option(name, { nil: undefined });
    const target = fc.record({
      environment: optional,
      service: optional,
      account: optional,
      network: optional,
      cluster: optional,
      stores: fc.option(fc.array(name, { minLength: 1 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(target, written => {
        const ref = targetRefOf({ action: 'service.deploy', ...written });
        expect(parseTargetRef(ref)).toEqual(written);
      }),
    );
  });

  it('never throws, and what it takes comes out the same', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const parsed = parseTargetRef(text);
        const again =
          parsed &&
          parseTargetRef(targetRefOf({ action: 'service.deploy', ...parsed }));
        expect(again).toEqual(parsed);
      }),
    );
  });

  it.each(['', 'prod', 'prod/', '/x', 'a/b/c', 'a/b?else=1', '%/b'])(
    'refuses %p',
    ref => {
      expect(parseTargetRef(ref)).toBeUndefined();
    },
  );
});

describe('iacTargetOf', () => {
  it('knows a decided target with its names and owners', () => {
    const target = normalizeTarget(policy, {
      action: 'service.deploy',
      environment: 'Production',
      service: 'payments-api',
      stores: ['pg-payments'],
    });
    expect(iacTargetOf(policy, targetRefOf(target))).toEqual({
      targetRef: 'prod/payments-api?store=pg-payments',
      environment: ['prod', 'production'],
      tier: ['prod'],
      service: ['payments-api'],
      owners: [
        ['group:default/payments'],
        ['group:default/payments', 'group:default/data-platform'],
      ],
    });
  });

  it.each([
    'qa/payments-api',
    'prod/unknown',
    'prod/payments-api?account=111111111111',
    'dev/payments-api?store=pg-payments',
    'prod/payments-api?store=unknown',
    'nonsense',
  ])('knows nothing of %s', ref => {
    expect(iacTargetOf(policy, ref)).toBeUndefined();
  });
});

/** What a database does that has a row for each name and each owner of a target. */
function isListed(target: IacTarget, { key, values }: IacTargetFilter) {
  const wanted = new Set(values);
  if (key !== 'owners') return target[key].some(name => wanted.has(name));
  const strangers = target.owners.filter(
    groups => !groups.find(group => wanted.has(group)),
  );
  return target.owners.length > 0 && strangers.length === 0;
}

describe('the rules', () => {
  const refs = ['dev', 'staging', 'prod', '*'].flatMap(environment =>
    ['payments-api', 'networking', '*'].flatMap(service =>
      ['', '?store=kafka-prod', '?store=pg-payments'].map(
        store => `${environment}/${service}${store}`,
      ),
    ),
  );
  const words = fc.array(
    fc.constantFrom(
      'dev',
      'PROD',
      'production',
      'nonprod',
      'payments-api',
      'Networking',
      'group:default/payments',
      'Group:Default/data-platform',
      'unknown',
    ),
    { minLength: 1, maxLength: 3 },
  );

  it('answer by apply what a list by toQuery contains', () => {
    const { isInEnvironment, hasTier, isService, isOwnedBy } = iacTargetRules;
    const targets = refs.flatMap(ref => iacTargetOf(policy, ref) ?? []);
    expect(targets.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(words, values => {
        for (const target of targets) {
          const both = [
            [
              isInEnvironment.apply(target, { environments: values }),
              isInEnvironment.toQuery({ environments: values }),
            ],
            [
              hasTier.apply(target, { tiers: values }),
              hasTier.toQuery({ tiers: values }),
            ],
            [
              isService.apply(target, { services: values }),
              isService.toQuery({ services: values }),
            ],
            [
              isOwnedBy.apply(target, { owners: values }),
              isOwnedBy.toQuery({ owners: values }),
            ],
          ] as const;
          for (const [applied, query] of both) {
            expect(applied).toBe(isListed(target, query as IacTargetFilter));
          }
        }
      }),
    );
  });
});
