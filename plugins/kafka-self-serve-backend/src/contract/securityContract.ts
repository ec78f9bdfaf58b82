// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export -- a suite to be called from the test file of each broker */
import { inspect } from 'node:util';
import {
  type AclBinding,
  aclKey,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { eventually } from './eventually';
import { failureOf } from './failureOf';
import { Secret } from '../config/Secret';
import { allOf, failuresOf, outcomeOf } from '../kafka/outcomes';
import { type ContractOptions, type KafkaSubject, ownNames } from './subject';

/** On clusters where people sign in by SCRAM and ACLs are enforced. */
export function securityContract(options: ContractOptions<KafkaSubject>) {
  const differs = new Set(options.differences);
  const nextName = ownNames('secured');
  const admin = () => options.subject().admin;
  const allow = (changed: Partial<AclBinding> = {}): AclBinding => ({
    resourceType: 'TOPIC',
    patternType: 'LITERAL',
    resourceName: nextName(),
    principal: `User:${nextName()}`,
    host: '*',
    operation: 'READ',
    permission: 'ALLOW',
    ...changed,
  });
  const signedIn = (username: string, password: string) =>
    options.subject().adminWith({
      sasl: {
        mechanism: 'SCRAM-SHA-256',
        username,
        password: Secret.create(password),
      },
    });

  describe('ACLs', () => {
    it('are created, found by every field, and only the exact ones are deleted', async () => {
      const principal = `User:${nextName()}`;
      const read = allow({ principal });
      const others = [
        allow({ principal, resourceName: read.resourceName, operation: 'ALL' }),
        allow({
          principal,
          resourceName: read.resourceName,
          permission: 'DENY',
          host: '10.0.0.1',
        }),
        allow({
          principal,
          resourceName: read.resourceName,
          patternType: 'PREFIXED',
        }),
        allow({ principal, resourceType: 'GROUP', resourceName: '*' }),
        allow({
          principal,
          resourceType: 'TRANSACTIONAL_ID',
          operation: 'WRITE',
        }),
        allow({
          principal,
          resourceType: 'CLUSTER',
          resourceName: 'kafka-cluster',
          operation: 'IDEMPOTENT_WRITE',
        }),
      ];
      const all = [read, ...others].sort((one, other) =>
        aclKey(one) < aclKey(other) ? -1 : 1,
      );
      allOf(await admin().createAcls(all));
      await eventually(async () =>
        expect(await admin().listAcls({ principal })).toEqual(all),
      );
      expect(
        await admin().listAcls({ principal, resourceType: 'GROUP' }),
      ).toHaveLength(1);
      expect(
        await admin().listAcls({ principal, permission: 'DENY' }),
      ).toHaveLength(1);
      expect(
        await admin().listAcls({ principal, patternType: 'PREFIXED' }),
      ).toHaveLength(1);
      expect(
        await admin().listAcls({
          principal,
          operation: 'READ',
          resourceName: read.resourceName,
          patternType: 'LITERAL',
          host: '*',
        }),
      ).toEqual([read]);
      expect(await admin().listAcls()).toEqual(expect.arrayContaining(all));

      expect(outcomeOf(await admin().deleteAcls([read]), aclKey(read))).toBe(
        true,
      );
      await eventually(async () =>
        expect(await admin().listAcls({ principal })).toEqual(
          all.filter(acl => acl !== read),
        ),
      );
      expect(outcomeOf(await admin().deleteAcls([read]), aclKey(read))).toBe(
        false,
      );
    });

    it('that are there already are no failure, and stay one', async () => {
      const acl = allow();
      allOf(await admin().createAcls([acl]));
      allOf(await admin().createAcls([acl]));
      await eventually(async () =>
        expect(await admin().listAcls({ principal: acl.principal })).toEqual([
          acl,
        ]),
      );
    });

    it('are enforced: who has none is refused, in words', async () => {
      const user = nextName();
      await admin().upsertScramUser({
        user,
        mechanism: 'SCRAM-SHA-256',
        password: 'first-password',
      });
      const nobody = signedIn(user, 'first-password');
      const name = nextName();
      const spec = { name, partitions: 1, replicationFactor: 1, configs: {} };
      const create = () => nobody.createTopics([spec], { validateOnly: true });
      const failure = await eventually(
        async () => failuresOf(await create()).get(name)!,
      );
      expect(failure.code).toBe('kafka-not-authorized');
      expect(failure.message).toContain(
        'does not let the portal do creating topics',
      );
      expect((await failureOf(nobody.listAcls())).code).toBe(
        'kafka-not-authorized',
      );

      const principal = `User:${user}`;
      allOf(
        await admin().createAcls([
          allow({ principal, resourceName: name, operation: 'CREATE' }),
        ]),
      );
      await eventually(async () => allOf(await create()));
    });
  });

  describe('SCRAM users', () => {
    it('are made, sign in, get a new password, and go', async () => {
      const user = nextName();
      const mechanism = 'SCRAM-SHA-256';
      await admin().upsertScramUser({
        user,
        mechanism,
        password: 'first-password',
      });
      await eventually(async () =>
        expect(await admin().listScramUsers()).toContainEqual({
          user,
          mechanism,
        }),
      );
      await eventually(() =>
        signedIn(user, 'first-password').describeCluster(),
      );

      await admin().upsertScramUser({
        user,
        mechanism,
        password: 'second-password',
      });
      await eventually(() =>
        signedIn(user, 'second-password').describeCluster(),
      );
      const refused = await failureOf(
        signedIn(user, 'first-password').describeCluster(),
      );
      expect(refused.code).toBe('kafka-authentication-failed');

      await admin().deleteScramUser({ user, mechanism });
      await eventually(async () =>
        expect(
          (
            await failureOf(signedIn(user, 'second-password').describeCluster())
          ).code,
        ).toBe('kafka-authentication-failed'),
      );
      expect(
        (await failureOf(admin().deleteScramUser({ user, mechanism }))).code,
      ).toBe('kafka-user-not-found');
      expect(await admin().listScramUsers()).not.toContainEqual({
        user,
        mechanism,
      });
    });

    it('may have more iterations than the least', async () => {
      const user = nextName();
      const [mechanism, password] = ['SCRAM-SHA-256', 'a-password'] as const;
      await admin().upsertScramUser({
        user,
        mechanism,
        password,
        iterations: 8192,
      });
      await eventually(async () =>
        expect(await admin().listScramUsers()).toContainEqual({
          user,
          mechanism,
        }),
      );
      const signIn = async () => {
        const answer = await signedIn(user, password)
          .describeCluster()
          .catch(error => error);
        return answer.clusterId ?? answer.code;
      };
      const { clusterId } = await admin().describeCluster();
      const expected = differs.has('scram-iterations-ignored')
        ? 'kafka-authentication-failed'
        : clusterId;
      await eventually(async () => expect(await signIn()).toBe(expected));
    });

    it('are refused with too few iterations', async () => {
      const failure = await failureOf(
        admin().upsertScramUser({
          user: nextName(),
          mechanism: 'SCRAM-SHA-512',
          password: 'hidden-password',
          iterations: 1,
        }),
      );
      expect(failure.code).toBe('kafka-user-invalid');
      expect(inspect(failure, { depth: 9 })).not.toContain('hidden-password');
    });
  });

  describe('signing in', () => {
    it('with a wrong password is refused in words, and shows the password nowhere', async () => {
      const stranger = signedIn('nobody', 'hidden-password');
      const failure = await failureOf(stranger.listTopics());
      expect(failure.code).toBe('kafka-authentication-failed');
      for (const shown of [failure, failure.cause, stranger])
        expect(inspect(shown, { depth: 12, showHidden: true })).not.toContain(
          'hidden-password',
        );
    });

    it('is needed', async () => {
      const { adminWith } = options.subject();
      const failure = await failureOf(
        adminWith({ sasl: undefined, requestTimeout: 3000 }).listTopics(),
      );
      expect([
        'kafka-unreachable',
        'kafka-authentication-failed',
        'kafka-answer-lost',
      ]).toContain(failure.code);
    });
  });
}
