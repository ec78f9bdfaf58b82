// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import { PolicyServer } from './__testUtils__/PolicyServer';
import { DEV, EXAMPLE, PIA, serviceOver } from './__testUtils__/serviceOver';

describe('DefaultOwnershipService', () => {
  let server: PolicyServer;

  beforeEach(async () => {
    server = new PolicyServer();
    server.text = EXAMPLE;
    await server.start();
  });

  afterEach(async () => {
    await server.stop();
  });

  it('says who has to approve, and who owns the environment, as groups', async () => {
    const { service } = serviceOver(server);
    const ask = (environment: string) =>
      service.approvalsFor({
        userEntityRef: PIA,
        target: { ...DEV, environment },
        request: { changeTicket: 'CHG-1' },
      });

    const [prod, dev, nowhere] = await Promise.all(
      ['Production', 'dev', 'nowhere'].map(ask),
    );

    expect(prod).toMatchObject({
      mode: 'stages',
      environmentOwners: ['group:default/platform'],
    });
    expect(prod.stages.flatMap(({ from }) => from)).toContain(
      'group:default/platform',
    );
    expect(dev).toMatchObject({
      mode: 'auto',
      stages: [],
      environmentOwners: ['group:default/platform'],
    });
    expect(nowhere).toMatchObject({ stages: [], environmentOwners: [] });
    await expect(
      service.approvalsFor({
        userEntityRef: 'user:default/ghost',
        target: DEV,
      }),
    ).rejects.toMatchObject({ code: 'ownership-subject-unknown' });
  });

  it('counts what the team of the owning group holds, and says when no more fits', async () => {
    server.text = EXAMPLE.replace(
      /^limits:.*$/m,
      "limits:\n  - { id: few, service: '*', in: [dev], perTeam: 2, why: Dev is small. }",
    );
    const { service } = serviceOver(server);
    const of = (ownerRef: string, environment = 'dev') => ({
      ownerRef,
      environment,
      service: 'payments-api',
    });
    const ask = (held: { ownerRef: string }[]) =>
      service.limitsFor({
        userEntityRef: PIA,
        target: DEV,
        ownerRef: 'group:default/payments',
        held,
      });

    await expect(
      ask([
        of('group:default/payments'),
        of('group:default/payments', 'prod'),
        of('group:default/netops'),
        of('group:default/nobodys'),
      ]),
    ).resolves.toMatchObject({
      decision: 'allow',
      limits: [{ id: 'few', of: 'payments', current: 1, atMost: 2 }],
    });
    await expect(
      ask([of('group:default/payments'), of('group:default/payments')]),
    ).resolves.toMatchObject({
      decision: 'deny',
      by: 'few',
      message: expect.stringContaining('team payments has 2 of at most 2'),
    });
  });

  it('decides with the policy of the backend and the groups of the catalog', async () => {
    const { service } = serviceOver(server);

    await expect(
      service.decide({ userEntityRef: PIA, target: DEV }),
    ).resolves.toMatchObject({ decision: 'allow', by: 'owners-nonprod' });
    await expect(
      service.decide({
        userEntityRef: PIA,
        target: { ...DEV, service: 'networking' },
      }),
    ).resolves.toMatchObject({
      decision: 'deny',
      by: 'guard:restricted:networking',
    });
  });

  it('counts the attributes of the request, and only those that the policy declares', async () => {
    const { service } = serviceOver(server);
    const target = { ...DEV, environment: 'prod' };

    await expect(
      service.decide({
        userEntityRef: PIA,
        target,
        request: { changeTicket: 'CHG-1' },
      }),
    ).resolves.toMatchObject({ decision: 'allow', by: 'owners-prod' });
    await expect(
      service.decide({ userEntityRef: PIA, target, request: { tikcet: 'x' } }),
    ).rejects.toMatchObject({
      name: 'InputError',
      code: 'ownership-attribute-undeclared',
    });
  });

  it('decides about several targets in their order with one look-up', async () => {
    const { service, subjectReads } = serviceOver(server);

    const decisions = await service.decideAll({
      userEntityRef: PIA,
      targets: [DEV, { ...DEV, environment: 'qa' }, DEV],
    });
    expect(decisions.map(({ by }) => by)).toEqual([
      'owners-nonprod',
      'unknown-environment',
      'owners-nonprod',
    ]);
    // The user, then its groups.
    expect(subjectReads).toHaveBeenCalledTimes(2);
    expect(server.requests).toHaveLength(1);
  });

  it('says which target a path has, what a user may do, and the revision', async () => {
    const { service } = serviceOver(server);

    await expect(
      service.targetOfPath({
        repo: 'infrastructure-live',
        path: 'deploy/dev/payments-api/values.yaml',
      }),
    ).resolves.toMatchObject({ environment: 'dev', service: 'payments-api' });
    const targets = await service.myTargets({
      userEntityRef: PIA,
      action: 'service.deploy',
      service: 'payments-api',
    });
    expect(
      targets.map(({ environment, decision }) => [environment, decision]),
    ).toEqual([
      ['dev', 'allow'],
      ['staging', 'allow'],
      ['prod', 'deny'],
    ]);
    const { revision } = await service.decide({
      userEntityRef: PIA,
      target: DEV,
    });
    await expect(service.revision()).resolves.toBe(revision);
  });

  it.each(['user:default/eve', 'plugin:scaffolder'])(
    'refuses %s without deciding',
    async userEntityRef => {
      const { service } = serviceOver(server);

      await expect(
        service.decide({ userEntityRef, target: DEV }),
      ).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining(`"${userEntityRef}"`),
      });
    },
  );

  it('asks the backend as its own plugin, once for callers at the same time', async () => {
    const { decide } = serviceOver(server);
    let open = () => {};
    server.gate = new Promise<void>(resolve => {
      open = resolve;
    });

    const decisions = Promise.all([decide(), decide(), decide()]);
    open();
    await decisions;

    const token = mockCredentials.service.token({
      onBehalfOf: mockCredentials.service('plugin:scaffolder'),
      targetPluginId: 'ownership',
    });
    expect(server.requests).toEqual([{ authorization: `Bearer ${token}` }]);
  });

  it('asks again after 10 seconds, with the ETag, and follows an edit', async () => {
    const { decide, tick } = serviceOver(server);

    await decide();
    tick(9.999);
    await decide();
    expect(server.requests).toHaveLength(1);

    tick(0.001);
    await decide();
    expect(server.requests).toHaveLength(2);
    expect(server.requests[1].ifNoneMatch).toMatch(/^"tag of \d+"$/);

    server.text = EXAMPLE.replace(
      /^rules:.*/m,
      `rules:
  - { id: moving-house, effect: deny, to: [everyone], actions: [service.deploy], in: [dev] }`,
    );
    tick(10);
    await expect(decide()).resolves.toMatchObject({
      decision: 'deny',
      by: 'moving-house',
    });
  });

  it('decides for 60 seconds without the backend, then refuses, and recovers', async () => {
    const { decide, tick } = serviceOver(server);
    await decide();
    tick(20);
    // Confirmed by 304: the copy counts as new from here.
    await decide();
    await server.stop();

    tick(59.999);
    await expect(decide()).resolves.toMatchObject({ decision: 'allow' });
    tick(0.001);
    await expect(decide()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      code: 'ownership-policy-stale',
      message: expect.stringMatching(
        /last confirmed 60 seconds ago .*older than 60 seconds allows nothing/,
      ),
    });

    await server.start();
    await expect(decide()).resolves.toMatchObject({ decision: 'allow' });
  });

  it('asks a failing backend only every 10 seconds while the copy holds', async () => {
    const { decide, tick, logger } = serviceOver(server);
    await decide();
    server.refusal = { code: 'some-code', message: 'out of order' };

    for (let second = 10; second < 30; second++) {
      tick(second === 10 ? 10 : 1);
      await decide();
    }
    expect(server.requests).toHaveLength(3);
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });

  it('refuses in the words of a backend that has no policy', async () => {
    const { decide } = serviceOver(server);
    server.refusal = {
      code: 'ownership-policy-not-configured',
      message: 'No ownership policy is configured.',
    };

    await expect(decide()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      code: 'ownership-policy-unavailable',
      message: expect.stringContaining('No ownership policy is configured.'),
    });
  });

  it('refuses when the backend serves what it cannot read', async () => {
    const { decide } = serviceOver(server);
    server.text = 'apiVersion: ownership/v9\n';

    await expect(decide()).rejects.toMatchObject({
      code: 'ownership-policy-unavailable',
      message: expect.stringContaining('cannot read revision'),
    });
  });
});
