// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type {
  ScramMechanism,
  ScramUser,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { ScramMechanisms } from '@platformatic/kafka';
import { CODES } from '../client/answers';
import type { ClusterClient } from '../client/ClusterClient';
import type { ScramCredential } from '../types';
import { byText } from './chunks';

const SALT_BYTES = 32;
/** Kafka's own default. */
const DEFAULT_ITERATIONS = 4096;

/** What each mechanism hashes with (RFC 5802, RFC 7677). */
const MECHANISMS: Record<
  ScramMechanism,
  { number: 1 | 2; digest: string; bytes: number }
> = {
  'SCRAM-SHA-256': {
    number: ScramMechanisms.SCRAM_SHA_256,
    digest: 'sha256',
    bytes: 32,
  },
  'SCRAM-SHA-512': {
    number: ScramMechanisms.SCRAM_SHA_512,
    digest: 'sha512',
    bytes: 64,
  },
};
const NAMES = Object.keys(MECHANISMS) as ScramMechanism[];

const derive = promisify(pbkdf2);

export async function listScramUsers(
  client: ClusterClient,
): Promise<ScramUser[]> {
  const answer = await client.any('DescribeUserScramCredentials', null);
  if (answer.errorCode !== CODES.NONE)
    throw client.error('DescribeUserScramCredentials', 'users', answer);
  return answer.results
    .flatMap(({ user, credentialInfos }) =>
      credentialInfos.flatMap(({ mechanism }) => {
        const name = NAMES.find(
          candidate => MECHANISMS[candidate].number === mechanism,
        );
        return name ? [{ user, mechanism: name }] : [];
      }),
    )
    .sort(byText(({ user, mechanism }) => `${user}\0${mechanism}`));
}

export async function upsertScramUser(
  client: ClusterClient,
  credential: ScramCredential,
): Promise<void> {
  const { user, mechanism, password } = credential;
  const { number, digest, bytes } = MECHANISMS[mechanism];
  const iterations = credential.iterations ?? DEFAULT_ITERATIONS;
  const salt = randomBytes(SALT_BYTES);
  // The password itself never leaves this process.
  const saltedPassword = await derive(
    password.normalize('NFKC'),
    salt,
    iterations,
    bytes,
    digest,
  );
  await alter(
    client,
    user,
    [],
    [{ name: user, mechanism: number, iterations, salt, saltedPassword }],
  );
}

export async function deleteScramUser(
  client: ClusterClient,
  { user, mechanism }: ScramUser,
): Promise<void> {
  const { number } = MECHANISMS[mechanism];
  await alter(client, user, [{ name: user, mechanism: number }], []);
}

interface Upsertion {
  name: string;
  mechanism: number;
  iterations: number;
  salt: Buffer;
  saltedPassword: Buffer;
}

async function alter(
  client: ClusterClient,
  user: string,
  deletions: { name: string; mechanism: number }[],
  upsertions: Upsertion[],
): Promise<void> {
  const { results } = await client.controller(
    'AlterUserScramCredentials',
    response => response.results,
    deletions,
    upsertions,
  );
  const failed = results.find(({ errorCode }) => errorCode !== CODES.NONE);
  if (failed) throw client.error('AlterUserScramCredentials', user, failed);
}
