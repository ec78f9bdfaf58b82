// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { rm, writeFile } from 'node:fs/promises';
import {
  BROKEN_POLICY,
  FROZEN_POLICY,
  POLICY,
  POLICY_TESTS,
} from './__testUtils__/policy';
import { get, policyFiles } from './__testUtils__/policyFiles';
import { startOwnership } from './__testUtils__/startOwnership';

const DEPLOY = '/api/ownership/me/targets?action=service.deploy';

describe('loading the policy', () => {
  const { files, start } = policyFiles();
  const revisionOf = async (server: Parameters<typeof get>[0]) =>
    (await get(server, '/api/ownership/policy', 'service')).body.revision;
  const statusOf = async (server: Parameters<typeof get>[0]) =>
    (await get(server, '/api/ownership/policy/status', 'user')).body;

  it('follows a good edit', async () => {
    const { server, reload, audited } = await start();
    const before = await revisionOf(server);
    await writeFile(files.file, FROZEN_POLICY);
    await writeFile(
      files.tests,
      POLICY_TESTS.replace(
        'expect: allow, by: owners-nonprod',
        'expect: deny, by: freeze',
      ),
    );
    await reload();

    const after = await revisionOf(server);
    expect(after).not.toBe(before);
    const { state, revision, problems } = await statusOf(server);
    expect({ state, revision }).toEqual({
      state: 'current',
      revision: after,
    });
    // The freeze beats a rule: worth a warning, no reason to keep the edit out.
    expect(problems).toContainEqual({
      severity: 'warning',
      file: 'policy.yaml',
      line: 17,
      column: 5,
      message: expect.stringContaining('the deny "freeze" (line 26)'),
    });
    const { body } = await get(
      server,
      `${DEPLOY}&service=payments-api`,
      'user',
    );
    expect(body.targets[0]).toMatchObject({ decision: 'deny', by: 'freeze' });
    expect(audited).toEqual([
      expect.objectContaining({
        eventId: 'policy-load',
        status: 'succeeded',
      }),
      {
        eventId: 'policy-load',
        severity: 'high',
        status: 'succeeded',
        meta: {
          source: 'policy.yaml',
          previousRevision: before,
          revision: after,
        },
      },
    ]);
  });

  it('keeps the last good revision after a bad edit, and says where it is wrong', async () => {
    const { server, reload, audited, logger } = await start();
    const before = await revisionOf(server);
    await writeFile(files.file, BROKEN_POLICY);
    await reload();
    await reload();

    await expect(revisionOf(server)).resolves.toBe(before);
    const line = BROKEN_POLICY.split('\n').findIndex(text =>
      text.includes('paymnets'),
    );
    await expect(statusOf(server)).resolves.toMatchObject({
      state: 'outdated',
      revision: before,
      source: 'policy.yaml',
      problems: [
        {
          severity: 'error',
          message: expect.stringContaining('paymnets'),
          file: 'policy.yaml',
          line: line + 1,
          column: expect.any(Number),
        },
      ],
    });
    const place = new RegExp(`policy\\.yaml:${line + 1}:\\d+: .*paymnets`);
    expect(logger.error.mock.calls).toEqual([[expect.stringMatching(place)]]);
    expect(audited.slice(1)).toEqual([
      {
        eventId: 'policy-load',
        severity: 'high',
        status: 'failed',
        error: expect.stringMatching(place),
        meta: {
          source: 'policy.yaml',
          previousRevision: before,
          keptRevision: before,
          problems: [expect.stringMatching(place)],
        },
      },
    ]);

    await writeFile(files.file, POLICY);
    await reload();
    await expect(statusOf(server)).resolves.toMatchObject({
      state: 'current',
      revision: before,
      problems: [],
    });
  });

  it('keeps an edit out when a test case fails', async () => {
    const { server, reload } = await start();
    const before = await revisionOf(server);
    await writeFile(files.file, FROZEN_POLICY);
    await reload();

    await expect(revisionOf(server)).resolves.toBe(before);
    await expect(statusOf(server)).resolves.toMatchObject({
      state: 'outdated',
      problems: [
        {
          severity: 'error',
          file: 'policy.tests.yaml',
          line: 6,
          message: expect.stringMatching(/freeze/),
        },
      ],
    });
  });

  it('starts without the file, refuses, and goes on when it appears', async () => {
    await rm(files.file);
    const { server, reload } = await start();

    for (const [path, as] of [
      ['/api/ownership/policy', 'service'],
      [DEPLOY, 'user'],
    ] as const) {
      const { status, body } = await get(server, path, as);
      expect(status).toBe(503);
      expect(body.error).toMatchObject({
        code: 'ownership-policy-missing',
        message: expect.stringContaining('(ENOENT)'),
      });
    }
    await expect(statusOf(server)).resolves.toMatchObject({
      state: 'missing',
      problems: [{ file: 'policy.yaml', severity: 'error' }],
    });

    await writeFile(files.file, POLICY);
    await reload();
    await expect(statusOf(server)).resolves.toMatchObject({
      state: 'current',
      problems: [],
    });
    expect((await get(server, DEPLOY, 'user')).status).toBe(200);
  });

  it('notices an edit by itself', async () => {
    const { server } = await start();
    const before = await revisionOf(server);
    await writeFile(files.file, `${POLICY}# edited\n`);

    let after = before;
    while (after === before) {
      after = await revisionOf(server);
    }
    expect(after).toEqual(expect.any(String));
  });

  it.each([
    ['no policy', undefined],
    ['a policy without its file', { policy: { tests: 'cases.yaml' } }],
  ])(
    'refuses with a clear message when %s is configured',
    async (_, ownership) => {
      const { server } = await startOwnership({ ownership });

      const { status, body } = await get(server, DEPLOY, 'user');
      expect(status).toBe(503);
      expect(body.error).toMatchObject({
        code: 'ownership-policy-not-configured',
        message: expect.stringContaining('"ownership.policy.file"'),
      });
      await expect(statusOf(server)).resolves.toMatchObject({
        state: 'missing',
      });
    },
  );

  it('does not start with a mistyped key', async () => {
    await expect(
      startOwnership({
        ownership: { policy: { file: files.file, test: files.tests } },
      }),
    ).rejects.toThrow(/"ownership.policy.test", which does not exist/);
  });
});
