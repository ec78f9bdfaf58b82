// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export -- a suite to be called from the test file of each broker */
import { eventually } from './eventually';
import { allOf, failuresOf } from '../kafka/outcomes';
import { type ContractOptions, type KafkaSubject, ownNames } from './subject';

export function quotaContract(options: ContractOptions<KafkaSubject>) {
  const differs = new Set(options.differences);
  const nextName = ownNames('quota');
  const admin = () => options.subject().admin;

  describe('quotas', () => {
    it('are set, replaced as a whole, and taken away', async () => {
      const user = nextName();
      const both = {
        user,
        producerByteRate: 1_048_576,
        consumerByteRate: 2_097_152,
      };
      allOf(await admin().alterQuotas([both]));
      await eventually(async () =>
        expect(await admin().listQuotas({ user })).toEqual([both]),
      );
      expect(await admin().listQuotas()).toContainEqual(both);

      allOf(await admin().alterQuotas([{ user, producerByteRate: 1000 }]));
      await eventually(async () =>
        expect(await admin().listQuotas({ user })).toEqual([
          { user, producerByteRate: 1000 },
        ]),
      );
      allOf(await admin().alterQuotas([{ user }]));
      await eventually(async () =>
        expect(await admin().listQuotas({ user })).toEqual([]),
      );
      allOf(await admin().alterQuotas([{ user }])); // once more changes nothing
    });

    it('are not changed by a validation', async () => {
      const [user, later] = [nextName(), nextName()];
      allOf(
        await admin().alterQuotas([{ user, producerByteRate: 1 }], {
          validateOnly: true,
        }),
      );
      allOf(await admin().alterQuotas([{ user: later, producerByteRate: 1 }]));
      await eventually(async () =>
        expect(await admin().listQuotas({ user: later })).toHaveLength(1),
      );
      expect(await admin().listQuotas({ user })).toEqual([]);
    });

    it('have to be above zero', async () => {
      const user = nextName();
      const outcomes = await admin().alterQuotas([
        { user, producerByteRate: -1 },
      ]);
      expect(failuresOf(outcomes).get(user)?.code).toBe(
        differs.has('quota-values-unchecked') ? undefined : 'kafka-refused',
      );
    });
  });
}
