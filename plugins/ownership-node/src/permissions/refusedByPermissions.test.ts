// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PermissionsService } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { OwnershipDecision } from '@fairway/backstage-plugin-ownership-common';
import { refusedByPermissions } from './refusedByPermissions';

type Answers = Awaited<ReturnType<PermissionsService['authorize']>>;

const credentials = mockCredentials.user('user:default/pia');
const allowed = (targetRef: string, action = 'service.deploy') =>
  ({ decision: 'allow', targetRef, target: { action } } as OwnershipDecision);

/** A framework that refuses production, and records what it is asked. */
function framework(answer: (ref: string) => string | undefined) {
  const calls: string[][] = [];
  const permissions = {
    async authorize(questions, options) {
      expect(options?.credentials).toBe(credentials);
      calls.push(
        questions.map(
          ({ permission, resourceRef }) => `${permission.name} ${resourceRef}`,
        ),
      );
      return questions.map(({ resourceRef }) => ({
        result: answer(resourceRef ?? ''),
      })) as Answers;
    },
  } as PermissionsService;
  return { calls, permissions };
}

describe('refusedByPermissions', () => {
  it('asks about all targets in one call, each once, by the permission of its action', async () => {
    const { calls, permissions } = framework(ref =>
      ref.startsWith('prod/') ? 'DENY' : 'ALLOW',
    );

    await expect(
      refusedByPermissions(
        [
          allowed('dev/bucket'),
          allowed('prod/bucket'),
          allowed('dev/bucket'),
          allowed('prod/bucket', 'service.destroy'),
        ],
        { permissions, credentials },
      ),
    ).resolves.toEqual([
      { targetRef: 'prod/bucket', permission: 'iac.environment.deploy' },
      { targetRef: 'prod/bucket', permission: 'iac.environment.destroy' },
    ]);
    expect(calls).toEqual([
      [
        'iac.environment.deploy dev/bucket',
        'iac.environment.deploy prod/bucket',
        'iac.environment.destroy prod/bucket',
      ],
    ]);
  });

  it.each(['CONDITIONAL', 'allow', undefined])(
    'takes the answer %s for a refusal',
    async answer => {
      const { permissions } = framework(() => answer);
      await expect(
        refusedByPermissions([allowed('dev/bucket')], {
          permissions,
          credentials,
        }),
      ).resolves.toHaveLength(1);
    },
  );

  it('answers nothing where there is no answer', async () => {
    const { permissions } = framework(() => {
      throw new Error('no answer today');
    });
    await expect(
      refusedByPermissions([allowed('dev/bucket')], {
        permissions,
        credentials,
      }),
    ).rejects.toThrow('no answer today');
  });
});
