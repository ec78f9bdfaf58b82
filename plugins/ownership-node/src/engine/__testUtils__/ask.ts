// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipTarget } from '@fairway/backstage-plugin-ownership-common';
import { decide } from '../decide';
import type { OwnershipQuery } from '../evaluate';
import type { CompiledPolicy } from '../model';
import { POLICY_TEXT, policyOf } from './fixtures';

export const example = policyOf(POLICY_TEXT);
const at = new Date('2026-06-01T10:00:00Z');
const GROUPS: Record<string, string[]> = {
  pia: ['group:default/payments'],
  nia: ['group:default/netops'],
  dan: ['group:default/data-platform'],
  pat: ['group:default/platform'],
};

/** What the example answers somebody on a Monday morning, or another policy. */
export function ask(
  who: string,
  target: OwnershipTarget,
  options: Partial<OwnershipQuery> & { policy?: CompiledPolicy } = {},
) {
  const { policy = example, ...query } = options;
  return decide(policy, {
    subject: {
      userEntityRef: `user:default/${who}`,
      groupEntityRefs: GROUPS[who] ?? [],
    },
    target,
    at,
    ...query,
  });
}

/** The example, with one thing otherwise. */
export const edited = (from: string | RegExp, to: string) => {
  const text = POLICY_TEXT.replace(from, to);
  if (text === POLICY_TEXT) throw new Error('nothing to edit');
  return policyOf(text);
};

/** The example, with one more rule before the others. */
export const withRule = (rule: string) =>
  edited(/^rules:.*$/m, `rules:\n  - ${rule}`);

export const deploy = { action: 'service.deploy' };
