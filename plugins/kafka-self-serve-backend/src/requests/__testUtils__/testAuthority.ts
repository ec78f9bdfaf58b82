// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ApprovalStage } from '@fairway/requests-common';
import type { Authority } from '../../domain/ports';
import { kafkaError } from '../../errors';

/** Owners and administrators by groups, and a policy that a test says. */
export function testAuthority(options: {
  groupsOf(ref: string): string[];
  isDenied(ref: string): boolean;
  stages(): ApprovalStage[];
  administrators: string;
}): Authority {
  const { groupsOf, isDenied, administrators: group } = options;

  const isAdministrator = async (ref: string) => groupsOf(ref).includes(group);
  return {
    isAdministrator,
    assertMayRequest: async ({ requesterRef, ownerRefs, subject }) => {
      const groups = groupsOf(requesterRef);
      if (isDenied(requesterRef)) {
        throw kafkaError('kafka-denied', {
          user: requesterRef,
          subject,
          reason: 'no more',
        });
      }
      const mine = ownerRefs.some(ref => groups.includes(ref));
      // As the real one: without owners nobody is asked for.
      if (ownerRefs.length === 0 || mine) return;
      if (await isAdministrator(requesterRef)) return;
      const owners = ownerRefs.join(', ');
      throw kafkaError('kafka-not-owner', {
        user: requesterRef,
        subject,
        owners,
      });
    },
    approvalOf: async ({ requesterRef }, further = {}) => {
      const groups = groupsOf(requesterRef);
      const owners = (further.owners ?? [])
        .filter(({ groupRefs }) => !groupRefs.some(r => groups.includes(r)))
        .map(({ id, groupRefs }) => ({
          id,
          from: [...groupRefs],
          count: 1,
          rejectAfter: 1,
        }));
      const administrators = further.administrators
        ? [
            {
              id: 'administrators',
              from: [group],
              count: 1,
              rejectAfter: 1,
            },
          ]
        : [];
      const stages = [...options.stages(), ...owners, ...administrators];
      return stages.length > 0
        ? { mode: 'stages', by: ['test'], stages }
        : { mode: 'auto', by: ['test'] };
    },
  };
}
