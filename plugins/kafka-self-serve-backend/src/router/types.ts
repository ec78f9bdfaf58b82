// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { RequestsRouterOptions } from '@fairway/requests-node';
import type { ApplicationService } from '../applications/types';
import type { KafkaReading } from '../domain/services';
import type { EnvironmentService } from '../environments/types';
import type { KafkaCallers } from '../permissions/KafkaCallers';
import type { Policies } from '../policies/Policies';
import type {
  auditedPasswords,
  CallerReading,
} from '../permissions/AuthorizedReading';

export interface KafkaRouterOptions extends RequestsRouterOptions {
  kafkaCallers: KafkaCallers;
  environments: EnvironmentService;
  applications: ApplicationService;
  policies: Policies;
  reading: CallerReading;
  entities: Pick<KafkaReading, 'entities' | 'searchTopics'>;
  passwords: ReturnType<typeof auditedPasswords>;
  httpAuth: HttpAuthService;
}
