// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Stands in for the auth backend: its public key, and tokens that the backend's own code verifies and, since other plugins
// are asked on behalf of the person, makes limited tokens of.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  type BackendFeature,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { tokenTypes } from '@backstage/plugin-auth-node';

const KEY_ID = 'bench';

export interface Identity {
  feature: BackendFeature;
  tokenOf(userRef: string): string;
}

export function createIdentity(): Identity {
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
  return { feature, tokenOf: userRef => tokenOf(userRef, privateKey) };
}

function tokenOf(userRef: string, key: KeyObject): string {
  const iat = Math.floor(Date.now() / 1_000);
  const claims = { sub: userRef, iat, exp: iat + 3_600 };
  const { user, limitedUser } = tokenTypes;
  const proof = signed(limitedUser.typParam, claims, key).split('.')[2];
  return signed(
    user.typParam,
    { ...claims, aud: user.audClaim, iss: 'bench', uip: proof },
    key,
  );
}

function signed(type: string, claims: object, key: KeyObject): string {
  const encode = (part: object) =>
    Buffer.from(JSON.stringify(part)).toString('base64url');
  const head = { typ: type, alg: 'ES256', kid: KEY_ID };
  const content = `${encode(head)}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(content), {
    key,
    dsaEncoding: 'ieee-p1363',
  });
  return `${content}.${signature.toString('base64url')}`;
}
