// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import request from 'supertest';
import { BROKEN_POLICY, POLICY } from './__testUtils__/policy';
import { HEADERS, startOwnership } from './__testUtils__/startOwnership';

describe('metrics', () => {
  it('measure the revision, refused edits and outcomes, and name nobody', async () => {
    const measured: unknown[][] = [];
    const gauges: (() => void)[] = [];
    const metrics = metricsServiceMock.mock();
    metrics.createCounter.mockImplementation(name => ({
      add: (value: number, attributes?: object) => {
        measured.push([name, value, attributes]);
      },
    }));
    metrics.createObservableGauge.mockImplementation(
      name =>
        ({
          addCallback: (
            callback: (result: { observe(...all: unknown[]): void }) => void,
          ) => {
            const observe = (...all: unknown[]) =>
              measured.push([name, ...all]);
            gauges.push(() => callback({ observe }));
          },
        } as never),
    );
    const folder = await mkdtemp(join(tmpdir(), 'ownership-'));
    const file = join(folder, 'policy.yaml');
    await writeFile(file, POLICY);
    const { server, reload } = await startOwnership({
      ownership: { policy: { file } },
      features: [metrics.factory],
    });
    const decide = (who: keyof typeof HEADERS, service: string) =>
      request(server)
        .post('/api/ownership/decide')
        .set('Authorization', HEADERS[who])
        .send({
          target: { action: 'service.deploy', environment: 'dev', service },
        });

    await decide('user', 'payments-api');
    const { body } = await decide('user', 'networking');
    await writeFile(file, BROKEN_POLICY);
    await reload();
    await reload();
    gauges.forEach(read => read());

    expect(measured).toEqual([
      ['ownership.decisions', 1, { outcome: 'allow' }],
      ['ownership.decisions', 1, { outcome: 'deny' }],
      ['ownership.policy.reload.failures', 1, undefined],
      [
        'ownership.policy.loaded',
        expect.any(Number),
        { revision: body.revision.slice(0, 12) },
      ],
    ]);
    await rm(folder, { recursive: true });
  });
});
