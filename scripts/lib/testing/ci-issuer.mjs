// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../demo.mjs';

const jose = createRequire(
  path.join(root, 'plugins/self-service-backend/package.json'),
)('jose');

/** A CI system: its keys, and tokens for its jobs, at the address that GitHub gives a job. */
export async function startIssuer({ audience }) {
  const { publicKey, privateKey } = await jose.generateKeyPair('RS256');
  const jwk = {
    ...(await jose.exportJWK(publicKey)),
    kid: 'one',
    alg: 'RS256',
  };
  let claims = {};
  const sign = () =>
    new jose.SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(issuer)
      .setSubject('repo:acme/infrastructure-live:environment:production')
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
  const server = http.createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, issuer);
    const answers = {
      '/.well-known/openid-configuration': {
        issuer,
        jwks_uri: `${issuer}/keys`,
      },
      '/keys': { keys: [jwk] },
      '/token': { value: await sign() },
    };
    if (pathname === '/token') {
      assert.equal(request.headers.authorization, 'bearer of the job');
      assert.equal(searchParams.get('audience'), audience);
    }
    response.end(JSON.stringify(answers[pathname]));
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  return {
    issuer,
    sign,
    runsFor: sha => {
      claims = {
        sha,
        repository: 'acme/infrastructure-live',
        ref: 'refs/heads/main',
      };
    },
    stop: () => server.close(),
  };
}
