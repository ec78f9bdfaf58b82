// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export -- a suite to be called from the test file of each broker */
import { failureOf } from './failureOf';
import { groupContract } from './groupContract';
import { quotaContract } from './quotaContract';
import { securityContract } from './securityContract';
import type { ContractOptions, KafkaSubject } from './subject';
import { topicChangeContract } from './topicChangeContract';
import { topicConfigContract } from './topicConfigContract';
import { topicContract } from './topicContract';

/** What every broker has to do through the adapter. */
export function kafkaAdminContract(
  options: ContractOptions<KafkaSubject> & {
    /** Whether people sign in by SCRAM and ACLs are enforced. */
    secured: boolean;
  },
) {
  topicContract(options);
  topicConfigContract(options);
  topicChangeContract(options);
  groupContract(options);
  quotaContract(options);
  if (options.secured) securityContract(options);

  describe('a cluster that is not there', () => {
    it('is named at once', async () => {
      const dead = options
        .subject()
        .adminWith({ name: 'dead', bootstrapServers: ['127.0.0.1:1'] });
      const started = performance.now();
      const failure = await failureOf(dead.listTopics());
      expect(performance.now() - started).toBeLessThan(1500);
      expect(failure.code).toBe('kafka-unreachable');
      expect(failure.message).toContain(
        'The Kafka cluster "dead" cannot be reached: connect ECONNREFUSED 127.0.0.1:1',
      );
    });

    it('is no matter as long as one of its brokers is', async () => {
      const { adminWith, connection } = options.subject();
      const some = adminWith({
        bootstrapServers: ['127.0.0.1:1', ...connection.bootstrapServers],
      });
      expect((await some.describeCluster()).brokers.length).toBeGreaterThan(0);
    });
  });
}
