// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Messages } from './Messages';
import type { KafkaConnection } from '../config/types';
import { PlatformaticKafkaAdmin } from '../kafka/PlatformaticKafkaAdmin';
import type { KafkaSubject } from './subject';

/** The subject of the contract for a cluster that runs, and what ends its connections. */
export function openKafka(
  connection: KafkaConnection,
  about: Pick<KafkaSubject, 'brokers' | 'clusterId' | 'version'>,
): { subject: KafkaSubject; close: () => Promise<void> } {
  const opened: PlatformaticKafkaAdmin[] = [];
  const open = (changed: Partial<KafkaConnection> = {}) => {
    const admin = PlatformaticKafkaAdmin.create({
      connection: { ...connection, ...changed },
    });
    opened.push(admin);
    return admin;
  };
  return {
    subject: {
      ...about,
      connection,
      admin: open(),
      adminWith: open,
      messages: new Messages(connection),
    },
    close: async () => {
      await Promise.all(opened.map(admin => admin.close()));
    },
  };
}
