// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ServiceUnavailableError } from '@backstage/errors';
import type {
  OwnershipService,
  TargetApprovals,
} from '@fairway/backstage-plugin-ownership-node';
import { PolicyAuthority } from './PolicyAuthority';

const GROUPS: Record<string, string[]> = {
  'user:default/olga': ['group:default/orders'],
  'user:default/pia': ['group:default/payments'],
  'user:default/pat': ['group:default/platform'],
};
const people = {
  async refsOf(ref: string) {
    const groups = GROUPS[ref];
    if (!groups) throw new Error(`The catalog has no "${ref}"`);
    return [ref, ...groups];
  },
  teamsOf: async (ref: string) => GROUPS[ref] ?? [],
};
const PROD = { name: 'live', environment: 'prod', store: 'kafka-prod' };
const asks = (requesterRef: string, change: object = {}) => ({
  requesterRef,
  environment: PROD,
  ownerRefs: ['group:default/Orders'],
  subject: 'the application instance orders@live',
  ...change,
});
const code = (expected: string) => ({ code: expected });

/** The policy's part of the answers; who asked what is kept. */
class Policy {
  readonly asked: unknown[] = [];
  decision = {
    decision: 'allow',
    by: 'ask',
    message: '',
    legs: [] as object[],
  };
  approvals: Partial<TargetApprovals> = { mode: 'auto', by: ['a'], stages: [] };
  away = false;

  service(): OwnershipService {
    const answer = (value: () => unknown) => async (options: unknown) => {
      this.asked.push(options);
      if (this.away) throw new ServiceUnavailableError('The policy is away');
      return value();
    };
    return {
      decide: answer(() => this.decision),
      approvalsFor: answer(() => this.approvals),
    } as unknown as OwnershipService;
  }
}

describe('authority', () => {
  let policy: Policy;
  let authority: PolicyAuthority;

  beforeEach(() => {
    policy = new Policy();
    authority = PolicyAuthority.create({
      people,
      administrators: ['group:default/platform'],
      ownership: policy.service(),
    });
  });

  it('asks the policy with the requester as subject, for the store', async () => {
    await authority.assertMayRequest(
      asks('user:default/olga', { attributes: { changeTicket: 'CHG-1' } }),
    );
    expect(policy.asked).toEqual([
      {
        userEntityRef: 'user:default/olga',
        target: {
          action: 'store.request',
          environment: 'prod',
          stores: ['kafka-prod'],
        },
        request: { changeTicket: 'CHG-1' },
      },
    ]);
  });

  it('refuses whoever is of no owning group, and lets administrators ask', async () => {
    await expect(
      authority.assertMayRequest(asks('user:default/pia')),
    ).rejects.toMatchObject(code('kafka-not-owner'));
    expect(policy.asked).toEqual([]);
    await authority.assertMayRequest(asks('user:default/pat'));
    await expect(
      authority.assertMayRequest(asks('user:default/gone')),
    ).rejects.toThrow('The catalog has no');
  });

  it('refuses what the policy denies, also to administrators, and what it cannot be asked', async () => {
    policy.decision = {
      ...policy.decision,
      decision: 'deny',
      message: 'No rule allows it.',
    };
    await expect(
      authority.assertMayRequest(asks('user:default/pat')),
    ).rejects.toMatchObject({
      ...code('kafka-denied'),
      message: expect.stringContaining('No rule allows it.'),
    });
    policy.away = true;
    await expect(
      authority.assertMayRequest(asks('user:default/olga')),
    ).rejects.toMatchObject(code('kafka-no-policy'));
    await expect(
      authority.approvalOf(asks('user:default/olga')),
    ).rejects.toMatchObject(code('kafka-no-policy'));
  });

  it('adds owners and administrators to the approvals of the policy', async () => {
    policy.approvals = {
      mode: 'stages',
      by: ['prod-data'],
      stages: [
        {
          entry: 'prod-data',
          from: ['group:default/data'],
          count: 1,
          rejectAfter: 1,
        },
      ] as TargetApprovals['stages'],
    };
    const rule = await authority.approvalOf(asks('user:default/pia'), {
      owners: [
        { id: 'orders@live', groupRefs: ['group:default/orders'] },
        { id: 'again@live', groupRefs: ['group:default/orders'] },
        // Nobody is asked about their own.
        { id: 'payments@live', groupRefs: ['group:default/payments'] },
      ],
      administrators: true,
    });
    expect(rule).toMatchObject({
      mode: 'stages',
      by: ['resource-owner', 'prod-data', 'kafka-administrators'],
      stages: [
        { id: 'resource-owner:orders@live', from: ['group:default/orders'] },
        { id: 'prod-data', from: ['group:default/data'] },
        { id: 'kafka-administrators', from: ['group:default/platform'] },
      ],
    });
  });

  it('is automatic only where nobody has to look', async () => {
    const olga = asks('user:default/olga');
    expect(await authority.approvalOf(olga)).toEqual({
      mode: 'auto',
      by: ['a'],
    });
    const owners = [{ id: 'x', groupRefs: ['group:default/payments'] }];
    expect(await authority.approvalOf(olga, { owners })).toMatchObject({
      mode: 'stages',
      stages: [{ id: 'resource-owner:x' }],
    });
    policy.approvals = { mode: 'none', by: [], stages: [] };
    expect(await authority.approvalOf(olga, { owners })).toMatchObject({
      mode: 'none',
      message: expect.stringContaining('kafka-prod'),
    });
  });

  describe('without a policy', () => {
    const alone = (administrators: string[]) =>
      PolicyAuthority.create({ people, administrators });

    it('lets owners ask and administrators decide', async () => {
      const own = alone(['group:default/platform']);
      await own.assertMayRequest(asks('user:default/olga'));
      await expect(
        own.assertMayRequest(asks('user:default/pia')),
      ).rejects.toMatchObject(code('kafka-not-owner'));
      expect(await own.approvalOf(asks('user:default/olga'))).toMatchObject({
        mode: 'stages',
        stages: [{ from: ['group:default/platform'] }],
      });
      const owners = [{ id: 'x', groupRefs: ['group:default/payments'] }];
      expect(
        await own.approvalOf(asks('user:default/olga'), { owners }),
      ).toMatchObject({ stages: [{ from: ['group:default/payments'] }] });
    });

    it('lets nobody decide where there is no administrator', async () => {
      expect(
        await alone([]).approvalOf(asks('user:default/olga')),
      ).toMatchObject({ mode: 'none' });
    });
  });
});
