// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export type Issuer = Awaited<ReturnType<typeof startIssuer>>;

/** An issuer of OIDC tokens on this machine, with its discovery document and its keys. */
export async function startIssuer() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const stranger = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' };
  let url = '';
  const server = createServer((request, response) => {
    const documents: Record<string, object> = {
      '/.well-known/openid-configuration': {
        issuer: url,
        jwks_uri: `${url}/keys`,
      },
      '/keys': { keys: [jwk] },
    };
    const document = documents[request.url ?? ''];
    response
      .writeHead(document ? 200 : 404, { 'content-type': 'application/json' })
      .end(JSON.stringify(document ?? {}));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const seconds = () => Math.floor(Date.now() / 1000);

  return {
    url,
    jwk,
    /** A token as the issuer gives it; claims that are `undefined` are left out. */
    token(
      claims: Record<string, unknown>,
      { signedBy = 'issuer' }: { signedBy?: 'issuer' | 'stranger' } = {},
    ): Promise<string> {
      const payload = {
        ...{ iss: url, aud: 'portal', sub: 'repo:acme/infrastructure-live' },
        ...{ iat: seconds(), exp: seconds() + 300 },
        repository: 'acme/infrastructure-live',
        ...claims,
      };
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .sign(signedBy === 'issuer' ? privateKey : stranger.privateKey);
    },
    stop: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        // Whoever fetches keys keeps the connection.
        server.closeAllConnections();
      }),
  };
}
