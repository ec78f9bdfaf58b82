// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { KafkaCaller } from '../domain/services';

/** Writes what people change outside of requests to the audit log, also what was refused. */
export class Audit {
  readonly #auditor: AuditorService;

  static create(options: { auditor: AuditorService }): Audit {
    return new Audit(options.auditor);
  }

  private constructor(auditor: AuditorService) {
    this.#auditor = auditor;
  }

  async of<T>(
    event: {
      /** kebab-case: `environment-mutate`. */
      id: string;
      caller: KafkaCaller;
      meta: JsonObject;
      severity?: 'low' | 'medium' | 'high' | 'critical';
    },
    work: () => Promise<T>,
  ): Promise<T> {
    const { id, caller, meta, severity = 'medium' } = event;
    const written = await this.#auditor.createEvent({
      eventId: id,
      severityLevel: severity,
      request: caller.request,
      meta: { ...meta, user: caller.userRef },
    });
    try {
      const answer = await work();
      await written.success();
      return answer;
    } catch (error) {
      await written.fail({ error: error as Error });
      throw error;
    }
  }
}
