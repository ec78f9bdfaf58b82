// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import authModulePersonas from './index';

const pia: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'pia', namespace: 'default' },
  spec: { profile: { displayName: 'Pia Lindqvist' }, memberOf: ['payments'] },
  relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
};
const rosa: Entity = { ...pia, metadata: { name: 'rosa' } };

async function startAuth(options?: {
  entities?: Entity[];
  personas?: Array<{ userRef: string; title: string }>;
}) {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      authModulePersonas,
      catalogServiceMock.factory({ entities: options?.entities ?? [pia] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          auth: { providers: { personas: {} } },
          personas: options?.personas ?? [
            { userRef: 'user:default/pia', title: 'Payments engineer' },
          ],
        },
      }),
    ],
  });
  return (persona?: string) => {
    const refresh = request(server).get('/api/auth/personas/refresh');
    return persona ? refresh.set('X-Fairway-Persona', persona) : refresh;
  };
}

describe('sign-in by persona', () => {
  it('gives a listed persona the identity that the catalog has, with its groups', async () => {
    const signIn = await startAuth();

    const response = await signIn('user:default/pia');

    expect(response.status).toBe(200);
    expect(response.body.profile.displayName).toBe('Pia Lindqvist');
    const { identity, token } = response.body.backstageIdentity;
    expect(identity).toMatchObject({
      type: 'user',
      userEntityRef: 'user:default/pia',
    });
    const claims = JSON.parse(
      Buffer.from(token.split('.')[1], 'base64url').toString(),
    );
    expect(claims.sub).toBe('user:default/pia');
    expect([...identity.ownershipEntityRefs].sort()).toEqual([
      'group:default/payments',
      'user:default/pia',
    ]);
  });

  it('refuses by name a user of the catalog who is not listed', async () => {
    const signIn = await startAuth({ entities: [pia, rosa] });

    const response = await signIn('user:default/rosa');

    expect(response.status).toBe(403);
    expect(response.body.error).toMatchObject({
      code: 'persona-not-listed',
      message: expect.stringContaining('"user:default/rosa" is not a persona'),
    });
  });

  it('refuses by name what is not a user at all', async () => {
    const signIn = await startAuth();

    const response = await signIn('group:default/payments');

    expect(response.status).toBe(403);
    expect(response.body.error.message).toContain('"group:default/payments"');
  });

  it('asks for a persona when none was sent', async () => {
    const signIn = await startAuth();

    const response = await signIn();

    expect(response.status).toBe(401);
    expect(response.body.error.code).toBe('persona-missing');
  });

  it('asks to try again while the catalog has not loaded a listed persona', async () => {
    const signIn = await startAuth({ entities: [] });

    const response = await signIn('user:default/pia');

    expect(response.status).toBe(503);
    expect(response.body.error).toMatchObject({
      code: 'persona-not-loaded',
      message: expect.stringContaining('try again in a moment'),
    });
  });

  it('takes short references in the configuration', async () => {
    const signIn = await startAuth({
      personas: [{ userRef: 'Pia', title: 'Payments engineer' }],
    });

    expect((await signIn('user:default/pia')).status).toBe(200);
  });

  it('does not start with a persona that is no user', async () => {
    await expect(
      startAuth({
        personas: [{ userRef: 'group:default/payments', title: 'Payments' }],
      }),
    ).rejects.toThrow('"group:default/payments", which is not a user');
  });

  describe('in production', () => {
    const before = process.env.NODE_ENV;
    beforeEach(() => {
      Object.assign(process.env, { NODE_ENV: 'production' });
    });
    afterEach(() => {
      Object.assign(process.env, { NODE_ENV: before });
    });

    it('does not start', async () => {
      await expect(startAuth()).rejects.toThrow(
        'NODE_ENV is "production". Remove @fairway/backstage-plugin-auth-backend-module-personas',
      );
    });
  });
});
