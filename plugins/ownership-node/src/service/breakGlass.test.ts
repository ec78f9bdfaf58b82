// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { PolicyServer } from './__testUtils__/PolicyServer';
import { DEV, EXAMPLE, PIA, serviceOver } from './__testUtils__/serviceOver';

describe('DefaultOwnershipService with break-glass grants of the backend', () => {
  // The example lets the platform team break glass, so pia is of it here.
  const GRANT = {
    id: 'g1',
    userEntityRef: PIA,
    reason: 'the network is down',
    ticket: 'INC1',
    openedAt: '2026-06-01T09:50:00Z',
    expiresAt: '2026-06-01T10:20:00Z',
    approvedBy: ['user:default/nia'],
    environment: 'dev',
  };
  const NETWORK = { ...DEV, service: 'networking' };

  let server: PolicyServer;

  beforeEach(async () => {
    server = new PolicyServer();
    server.text = EXAMPLE.replace(
      'breakGlass: { teams: [platform]',
      'breakGlass: { teams: [payments]',
    );
    server.grants = [GRANT];
    await server.start();
  });

  afterEach(async () => {
    await server.stop();
  });

  it('uses one only where it is needed, and writes each use down', async () => {
    const { service, auditor } = serviceOver(server);
    const ask = async (target: typeof DEV) =>
      (await service.decide({ userEntityRef: PIA, target })).by;

    await expect(ask(DEV)).resolves.toBe('owners-nonprod');
    expect(auditor.createEvent).not.toHaveBeenCalled();
    auditor.createEvent.mockResolvedValue({
      success: async () => {},
      fail: async () => {},
    });
    await expect(ask(NETWORK)).resolves.toBe('break-glass');
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'break-glass-use',
        severityLevel: 'critical',
        meta: expect.objectContaining({ grant: 'g1', user: PIA }),
      }),
    );
    await expect(ask({ ...NETWORK, environment: 'prod' })).resolves.toBe(
      'guard:restricted:networking',
    );
  });

  it('lets nothing pass that cannot be written down', async () => {
    const { service, auditor } = serviceOver(server);
    auditor.createEvent.mockRejectedValue(new Error('the log is full'));

    await expect(
      service.decide({ userEntityRef: PIA, target: NETWORK }),
    ).rejects.toThrow('the log is full');
  });

  it('ends one at its time, though the copy still has it', async () => {
    const { service, tick, auditor } = serviceOver(server);
    auditor.createEvent.mockResolvedValue({
      success: async () => {},
      fail: async () => {},
    });
    const ask = async () =>
      (await service.decide({ userEntityRef: PIA, target: NETWORK })).by;

    await expect(ask()).resolves.toBe('break-glass');
    tick(20 * 60);
    await expect(ask()).resolves.toBe('guard:restricted:networking');
  });

  it('follows a grant that was closed, under the same revision', async () => {
    const { service, tick, auditor } = serviceOver(server);
    auditor.createEvent.mockResolvedValue({
      success: async () => {},
      fail: async () => {},
    });
    await expect(
      service.decide({ userEntityRef: PIA, target: NETWORK }),
    ).resolves.toMatchObject({ by: 'break-glass' });
    const before = await service.revision();
    server.grants = [];
    tick(10);
    await expect(
      service.decide({ userEntityRef: PIA, target: NETWORK }),
    ).resolves.toMatchObject({
      by: 'guard:restricted:networking',
      revision: before,
    });
  });
});
