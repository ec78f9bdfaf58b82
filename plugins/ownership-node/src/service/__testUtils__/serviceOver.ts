// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DefaultOwnershipService } from '../DefaultOwnershipService';
import type { PolicyServer } from './PolicyServer';

export const EXAMPLE = readFileSync(
  join(__dirname, '../../engine/__fixtures__/policy.yaml'),
  'utf8',
);
export const PIA = 'user:default/pia';
export const DEV = {
  action: 'service.deploy',
  service: 'payments-api',
  environment: 'dev',
};

/** The service over a backend, in a catalog where pia is of payments; time passes when told to. */
export function serviceOver(server: PolicyServer) {
  let now = Date.parse('2026-06-01T10:00:00Z');
  const catalog = catalogServiceMock({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'User',
        metadata: { name: 'pia' },
        relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
      },
    ],
  });
  const subjectReads = jest.spyOn(catalog, 'getEntitiesByRefs');
  const logger = mockServices.logger.mock();
  const auditor = mockServices.auditor.mock();
  const service = DefaultOwnershipService.create({
    auditor,
    auth: mockServices.auth({ pluginId: 'scaffolder' }),
    discovery: server,
    catalog,
    logger,
    clock: () => new Date(now),
  });
  const decide = () => service.decide({ userEntityRef: PIA, target: DEV });
  const tick = (seconds: number) => (now += seconds * 1000);
  return { service, decide, tick, subjectReads, logger, auditor };
}
