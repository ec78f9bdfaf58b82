// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { SelfServiceSettings } from '../config/readSelfServiceConfig';
import { PipelineIdentity } from './PipelineIdentity';
import { Reporters } from './Reporters';
import { Reports, type ReportsOptions } from './Reports';
import { ReportTokens } from './ReportTokens';
import { TokenExchange } from './TokenExchange';

/** All that the report routes call. */
export function createReports(
  options: ReportsOptions & {
    httpAuth: HttpAuthService;
    knex: Knex;
    settings: SelfServiceSettings;
  },
): { reporters: Reporters; reports: Reports; exchange: TokenExchange } {
  const { httpAuth, knex, settings } = options;
  const { issuers } = settings.report;
  const clock = () => new Date();
  const tokens = ReportTokens.create({ knex, clock });
  return {
    reporters: Reporters.create({
      httpAuth,
      tokens,
      settings: settings.report,
    }),
    reports: Reports.create(options),
    exchange: TokenExchange.create({
      ...options,
      tokens,
      clock,
      identity: PipelineIdentity.create({ issuers }),
    }),
  };
}
