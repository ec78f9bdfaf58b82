// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type AuditorService,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

export interface AuditRecord {
  eventId: string;
  meta: JsonObject;
  error?: string;
}

export function recordingAuditor(audited: AuditRecord[]) {
  const auditor: AuditorService = {
    async createEvent({ eventId, meta = {} }) {
      return {
        success: async () => undefined,
        fail: async ({ error }) => {
          audited.push({ eventId, meta, error: error.message });
        },
      };
    },
  };
  return createServiceFactory({
    service: coreServices.auditor,
    deps: {},
    factory: () => auditor,
  });
}
