// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  type OwnershipService,
  ownershipServiceRef,
} from '@fairway/backstage-plugin-ownership-node';
import request from 'supertest';
import { policyFolder } from './__testUtils__/policyFiles';
import { HEADERS, startOwnership } from './__testUtils__/startOwnership';

const TARGET = {
  action: 'service.deploy',
  service: 'networking',
  environment: 'prod',
};

describe('a break-glass grant', () => {
  const files = policyFolder();

  /** With another plugin that decides; it asks for the policy at its first decision. */
  async function start() {
    const services: OwnershipService[] = [];
    const consumer = createBackendPlugin({
      pluginId: 'consumer',
      register(env) {
        env.registerInit({
          deps: { ownership: ownershipServiceRef },
          async init({ ownership }) {
            services.push(ownership);
          },
        });
      },
    });
    const started = await startOwnership({
      ownership: { policy: { file: files.file } },
      features: [consumer],
    });
    const post = async (
      path: string,
      as: keyof typeof HEADERS,
      body: object = {},
    ) => {
      const answer = await request(started.server)
        .post(`/api/ownership${path}`)
        .set('Authorization', HEADERS[as])
        .send(body);
      return { status: answer.status, body: answer.body };
    };
    return { ...started, post, service: services[0] };
  }

  async function startWithGrant(scope: object = {}) {
    const started = await start();
    const { post } = started;
    const opened = await post('/break-glass', 'platform', {
      reason: 'The network is down',
      ticket: 'INC-1',
      minutes: 10,
      ...scope,
    });
    const id = opened.body.id;
    const { status } = await post(`/break-glass/${id}/approve`, 'platformToo');
    expect(status).toBe(200);
    return { ...started, id };
  }

  it('lets its holder pass in every deciding plugin, each use audited as critical', async () => {
    const { service, audited, id, post } = await startWithGrant();

    const decision = await service.decide({
      userEntityRef: 'user:default/pat',
      target: TARGET,
    });
    expect(decision).toMatchObject({ decision: 'allow', by: 'break-glass' });
    const { body } = await post('/decide', 'platform', { target: TARGET });
    expect(body).toMatchObject({ decision: 'allow', by: 'break-glass' });

    const uses = audited.filter(({ eventId }) => eventId === 'break-glass-use');
    // One in the other plugin, one in this one.
    expect(uses).toHaveLength(2);
    expect(uses[0]).toMatchObject({
      severity: 'critical',
      status: 'succeeded',
      meta: {
        grant: id,
        user: 'user:default/pat',
        ticket: 'INC-1',
        approvedBy: ['user:default/pam'],
        action: 'service.deploy',
        target: 'prod/networking',
      },
    });
  });

  it('shows in the picker, and is no use of it', async () => {
    const { service, audited } = await startWithGrant({ environment: 'prod' });

    const targets = await service.myTargets({
      userEntityRef: 'user:default/pat',
      action: 'service.deploy',
      service: 'networking',
    });
    expect(
      targets.map(({ environment, decision }) => [environment, decision]),
    ).toEqual([
      ['dev', 'deny'],
      ['prod', 'allow'],
    ]);
    expect(audited.map(({ eventId }) => eventId)).not.toContain(
      'break-glass-use',
    );
  });

  it('lets nobody else pass, nothing outside of it, and not what is never', async () => {
    const { service } = await startWithGrant({ environment: 'prod' });
    const ask = async (name: string, target: object) =>
      (
        await service.decide({
          userEntityRef: `user:default/${name}`,
          target: { ...TARGET, ...target },
        })
      ).by;

    await expect(ask('pat', {})).resolves.toBe('break-glass');
    await expect(ask('pam', {})).resolves.toBe('guard:restricted:networking');
    await expect(ask('pat', { environment: 'dev' })).resolves.toBe(
      'guard:restricted:networking',
    );
    await expect(ask('pat', { environment: undefined })).resolves.toBe(
      'guard:restricted:networking',
    );
    await expect(ask('pat', { action: 'service.destroy' })).resolves.toBe(
      'guard:restricted:networking',
    );
  });

  it('never comes from input', async () => {
    const { post } = await start();
    const grant = {
      id: 'g1',
      userEntityRef: 'user:default/pat',
      reason: 'x',
      ticket: 'x',
      openedAt: '2020-01-01T00:00:00Z',
      expiresAt: '2099-01-01T00:00:00Z',
      approvedBy: ['user:default/pam'],
    };

    for (const body of [
      { target: TARGET, breakGlass: grant },
      { target: { ...TARGET, breakGlass: grant } },
      { target: TARGET, grants: [grant] },
    ]) {
      const { status, body: answer } = await post('/decide', 'platform', body);
      expect(status).toBe(400);
      expect(answer.error.code).toBe('ownership-body-invalid');
    }
  });

  it('reaches other plugins with the policy, under a tag of its own, until it is closed', async () => {
    const { server, id, post } = await startWithGrant();
    const get = async (tag = '') =>
      request(server)
        .get('/api/ownership/policy')
        .set('Authorization', HEADERS.service)
        .set('If-None-Match', tag);

    const open = await get();
    expect(open.body.grants).toMatchObject([{ id }]);
    expect(open.headers.etag).not.toBe(`"${open.body.revision}"`);
    expect((await get(open.headers.etag)).status).toBe(304);

    await post(`/break-glass/${id}/close`, 'platform');
    const closed = await get(open.headers.etag);
    expect(closed.status).toBe(200);
    expect(closed.body.grants).toEqual([]);
  });
});
