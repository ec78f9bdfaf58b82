// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { resolve } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { POLICY } from '../__testUtils__/policy';
import {
  type AuditRecord,
  recordingAuditor,
} from '../__testUtils__/startOwnership';
import { BreakGlassStore } from '../database/BreakGlassStore';
import type { Person } from '../people/People';
import { checkPolicy } from '../policy/checkPolicy';
import { BreakGlassService } from './BreakGlassService';

jest.setTimeout(60_000);

const START = Date.parse('2026-06-01T10:00:00Z');
const MINUTE = 60_000;
const OPEN = { reason: 'The network is down', ticket: 'INC-1', minutes: 10 };

const person = (
  name: string,
  team?: string,
  administrator = false,
): Person => ({
  subject: {
    userEntityRef: `user:default/${name}`,
    groupEntityRefs: team ? [`group:default/${team}`] : [],
  },
  administrator,
});
const pat = person('pat', 'platform');
const pam = person('pam', 'platform');
const pia = person('pia', 'payments');
const ada = person('ada', undefined, true);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

describe.each(databases.eachSupportedId())('break-glass on %s', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await knex.migrate.latest({
      directory: resolve(__dirname, '../../migrations'),
    });
  });

  beforeEach(async () => {
    await knex('break_glass_grants').delete();
  });

  function setUp(text = POLICY) {
    let now = START;
    const audited: AuditRecord[] = [];
    const { loaded } = checkPolicy(
      { policy: { name: 'policy.yaml', text } },
      '',
    );
    const policy = { peek: () => loaded, current: () => loaded! };
    const service = new BreakGlassService({
      store: new BreakGlassStore(knex),
      policy: policy as never,
      auditor: recordingAuditor(audited),
      clock: () => new Date(now),
    });
    const events = () =>
      audited.map(({ eventId, severity, status }) => [
        eventId,
        severity,
        status,
      ]);
    return { service, audited, events, pass: (ms: number) => (now += ms) };
  }

  it('counts from the second person on, for its minutes, and ends by itself', async () => {
    const { service, events, pass } = setUp();
    const asked = await service.open(
      { ...OPEN, environment: 'Prod', service: 'networking' },
      pat,
    );
    expect(asked).toMatchObject({
      state: 'waiting',
      environment: 'prod',
      service: 'networking',
      approvedBy: [],
      approvalsNeeded: 1,
      mayApprove: false,
      mayClose: true,
    });
    await expect(service.active()).resolves.toEqual([]);

    pass(5 * MINUTE);
    await service.approve(asked.id, pam);
    await expect(service.active()).resolves.toEqual([
      {
        id: asked.id,
        userEntityRef: 'user:default/pat',
        reason: 'The network is down',
        ticket: 'INC-1',
        openedAt: '2026-06-01T10:05:00.000Z',
        expiresAt: '2026-06-01T10:15:00.000Z',
        approvedBy: ['user:default/pam'],
        environment: 'prod',
        service: 'networking',
      },
    ]);

    pass(10 * MINUTE - 1);
    await expect(service.active()).resolves.toHaveLength(1);
    pass(1);
    // Not swept yet, and over all the same.
    await expect(service.active()).resolves.toEqual([]);
    await expect(service.list(pat)).resolves.toMatchObject([
      { state: 'expired', mayClose: false },
    ]);
    await service.sweep();
    await service.sweep();
    expect(events()).toEqual([
      ['break-glass-open', 'critical', 'succeeded'],
      ['break-glass-approve', 'critical', 'succeeded'],
      ['break-glass-expire', 'high', 'succeeded'],
    ]);
  });

  it('ends the wait for an approval as well', async () => {
    const { service, pass } = setUp();
    const { id } = await service.open(OPEN, pat);
    pass(60 * MINUTE);
    await expect(service.approve(id, pam)).rejects.toMatchObject({
      name: 'ConflictError',
      code: 'ownership-break-glass-state',
      message: expect.stringContaining('is expired by now'),
    });
  });

  it('is not approved by the one who asked, by other teams, or twice', async () => {
    const { service, audited } = setUp();
    const { id } = await service.open(OPEN, pat);

    await expect(service.approve(id, pat)).rejects.toMatchObject({
      name: 'NotAllowedError',
      code: 'ownership-break-glass-own',
    });
    await expect(service.approve(id, pia)).rejects.toMatchObject({
      name: 'NotAllowedError',
      code: 'ownership-break-glass-team',
    });
    await expect(
      service.approve(id, { ...pat, administrator: true }),
    ).rejects.toMatchObject({ code: 'ownership-break-glass-own' });
    await service.approve(id, ada);
    await expect(service.approve(id, pam)).rejects.toMatchObject({
      name: 'ConflictError',
      code: 'ownership-break-glass-state',
    });
    expect(audited.map(({ status }) => status)).toEqual([
      'succeeded',
      'failed',
      'failed',
      'succeeded',
      'failed',
    ]);
  });

  it('waits for as many different people as the policy wants, also at the same time', async () => {
    const { service } = setUp(
      POLICY.replace('maxMinutes: 60', 'maxMinutes: 60, approvals: 2'),
    );
    const { id } = await service.open(OPEN, pat);
    await service.approve(id, pam);
    await service.approve(id, pam);
    await expect(service.active()).resolves.toEqual([]);

    await service.close(id, pat);
    const { id: next } = await service.open(OPEN, pat);
    await Promise.all([service.approve(next, pam), service.approve(next, ada)]);
    await expect(service.active()).resolves.toMatchObject([
      { id: next, approvedBy: expect.arrayContaining(['user:default/pam']) },
    ]);
  });

  it('ends before its time, once, and is no one else’s business', async () => {
    const { service } = setUp();
    const { id } = await service.open(OPEN, pat);
    await service.approve(id, pam);

    await expect(service.close(id, pia)).rejects.toMatchObject({
      name: 'NotFoundError',
      code: 'ownership-break-glass-unknown',
    });
    const closed = await Promise.allSettled([
      service.close(id, pat),
      service.close(id, pam),
    ]);
    expect(closed.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    await expect(service.active()).resolves.toEqual([]);
    await expect(service.list(pia)).resolves.toEqual([]);
    await expect(service.list(pam)).resolves.toMatchObject([
      { id, state: 'closed' },
    ]);
  });

  it.each([
    [{ ...OPEN, reason: ' ' }, 'ownership-break-glass-invalid', 'a reason'],
    [{ ...OPEN, ticket: '' }, 'ownership-break-glass-invalid', 'a ticket'],
    [{ ...OPEN, minutes: 61 }, 'ownership-break-glass-invalid', '"61" minutes'],
    [
      { ...OPEN, environment: 'prodd' },
      'ownership-environment-unknown',
      '"prodd": did you mean "prod"',
    ],
    [{ ...OPEN, service: 'x' }, 'ownership-service-unknown', '"x"'],
  ])('is not opened with %j', async (asked, code, message) => {
    const { service } = setUp();
    await expect(service.open(asked, pat)).rejects.toMatchObject({
      name: 'InputError',
      code,
      message: expect.stringContaining(message),
    });
  });

  it('is opened by the named teams only, a few at a time', async () => {
    const { service } = setUp();
    await expect(service.open(OPEN, pia)).rejects.toMatchObject({
      code: 'ownership-break-glass-team',
      message: expect.stringContaining('(platform)'),
    });
    // An administrator approves; opening is for those who run things.
    await expect(service.open(OPEN, ada)).rejects.toMatchObject({
      code: 'ownership-break-glass-team',
    });
    for (let count = 0; count < 5; count++) await service.open(OPEN, pat);
    await expect(service.open(OPEN, pat)).rejects.toMatchObject({
      code: 'ownership-break-glass-invalid',
      message: expect.stringContaining('5 open grants'),
    });
  });

  it('is off where the policy says nothing of it, and open grants can still be closed', async () => {
    const { service } = setUp();
    const { id } = await service.open(OPEN, pat);
    const { service: without } = setUp(POLICY.replace(/^breakGlass:.*\n/m, ''));

    await expect(without.open(OPEN, pat)).rejects.toMatchObject({
      code: 'ownership-break-glass-off',
    });
    await expect(without.approve(id, pam)).rejects.toMatchObject({
      code: 'ownership-break-glass-off',
    });
    await expect(without.close(id, pat)).resolves.toMatchObject({
      state: 'closed',
    });
  });
});
