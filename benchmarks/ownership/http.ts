// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The same questions over HTTP: the real plugin in a real backend that verifies a signed user token on every request.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Entity } from '@backstage/catalog-model';
import ownershipPlugin from '../../plugins/ownership-backend/src';
import { queryOf } from './contenders';
import { quantile } from './measure';
import { policyText, type World } from './world';

const REQUESTS = 1_000;
const WARM_UP = 200;
const AT_ONCE = 8;
const KEY_ID = 'bench';

export interface HttpResult {
  route: string;
  p50Ms: number;
  p99Ms: number;
  /** Of one backend, with several requests under way. */
  perSecond: number;
  checked: number;
}

/** Stands in for the auth backend: its public key, and tokens that the backend's own code verifies. */
function createIdentity() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  const key = { ...publicKey.export({ format: 'jwk' }), kid: KEY_ID };
  const feature = createBackendPlugin({
    pluginId: 'auth',
    register(env) {
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          const path = '/.well-known/jwks.json' as const;
          httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
          httpRouter.use((req, res, next) => {
            if (req.path !== path) next();
            else res.json({ keys: [{ ...key, alg: 'ES256', use: 'sig' }] });
          });
        },
      });
    },
  });
  return { feature, tokenOf: (user: string) => tokenOf(user, privateKey) };
}

function tokenOf(user: string, key: KeyObject): string {
  const now = Math.floor(Date.now() / 1_000);
  const encode = (part: object) =>
    Buffer.from(JSON.stringify(part)).toString('base64url');
  const head = encode({
    typ: 'vnd.backstage.user',
    alg: 'ES256',
    kid: KEY_ID,
  });
  const body = encode({
    sub: user,
    aud: 'backstage',
    iss: 'bench',
    iat: now,
    exp: now + 3_600,
  });
  const signature = sign('sha256', Buffer.from(`${head}.${body}`), {
    key,
    dsaEncoding: 'ieee-p1363',
  });
  return `${head}.${body}.${signature.toString('base64url')}`;
}

/** The people and groups of the questions, as a catalog has them. */
function entitiesOf(world: World): Entity[] {
  const nameOf = (ref: string) => ref.split('/')[1];
  const people = new Set(world.questions.map(({ person }) => person));
  return [
    ...world.groups.map(({ ref, parent }) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: nameOf(ref), namespace: 'default' },
      relations: parent ? [{ type: 'childOf', targetRef: parent }] : [],
    })),
    ...[...people].map(person => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: nameOf(person.ref), namespace: 'default' },
      relations: person.groups.map(targetRef => ({
        type: 'memberOf',
        targetRef,
      })),
    })),
  ];
}

/** Asks `POST /api/ownership/decide`, every answer checked, one by one and several at once. */
export async function measureHttp(world: World): Promise<HttpResult> {
  const folder = await mkdtemp(join(tmpdir(), 'fairway-bench-'));
  const file = join(folder, 'policy.yaml');
  await writeFile(file, policyText(world));
  const identity = createIdentity();
  const backend = await startTestBackend({
    features: [
      ownershipPlugin,
      identity.feature,
      authServiceFactory,
      httpAuthServiceFactory,
      mockServices.rootConfig.factory({
        data: { ownership: { policy: { file } } },
      }),
      catalogServiceMock.factory({ entities: entitiesOf(world) }),
    ],
  });
  try {
    const url = `http://localhost:${backend.server.port()}/api/ownership/decide`;
    const refused = await fetch(url, { method: 'POST' });
    if (refused.status !== 401) {
      throw new Error(`Without a token: ${refused.status}`);
    }
    // A tenth of the people, so that most of them have been seen: groups are cached for 30 seconds.
    const people = [...new Set(world.questions.map(({ person }) => person))];
    const active = new Set(people.slice(0, people.length / 10));
    const numbers = world.questions.flatMap(({ person }, number) =>
      active.has(person) ? [number] : [],
    );
    const tokens = new Map(
      [...active].map(({ ref }) => [ref, identity.tokenOf(ref)]),
    );
    const ask = async (call: number) => {
      const number = numbers[call % numbers.length];
      const question = world.questions[number];
      const { target, request } = queryOf(question);
      const start = performance.now();
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${tokens.get(question.person.ref)}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ target, request }),
      });
      const body = (await response.json()) as { decision?: string };
      const took = performance.now() - start;
      const expected = world.truth[number] ? 'allow' : 'deny';
      if (body.decision !== expected) {
        throw new Error(`${expected} expected: ${JSON.stringify(body)}`);
      }
      return took;
    };
    for (let call = 0; call < WARM_UP; call++) await ask(call);
    const times: number[] = [];
    for (let call = 0; call < REQUESTS; call++) times.push(await ask(call));
    const sorted = times.sort((one, other) => one - other);
    const start = performance.now();
    let next = 0;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (next < REQUESTS) await ask(next++);
      }),
    );
    const tookMs = performance.now() - start;
    return {
      route: 'POST /api/ownership/decide',
      p50Ms: quantile(sorted, 0.5),
      p99Ms: quantile(sorted, 0.99),
      perSecond: (REQUESTS / tookMs) * 1_000,
      checked: WARM_UP + 2 * REQUESTS,
    };
  } finally {
    await backend.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
