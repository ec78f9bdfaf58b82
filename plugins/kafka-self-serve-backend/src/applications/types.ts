// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ApplicationDetail,
  ApplicationsQuery,
  ApplicationSummary,
  CredentialsQuery,
  CredentialView,
  GrantsQuery,
  GrantView,
  KafkaPage,
  LimitsView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { KafkaCaller } from '../domain/services';

/** Applications, what they may use, and who has access to what. They change by requests alone. */
export interface ApplicationService {
  list(
    query: ApplicationsQuery,
    caller: KafkaCaller,
  ): Promise<KafkaPage<ApplicationSummary>>;
  /** @throws `kafka-not-found`, also where it may not be seen */
  get(name: string, caller: KafkaCaller): Promise<ApplicationDetail>;
  limits(
    query: { environment?: string[]; application?: string[] },
    caller: KafkaCaller,
  ): Promise<{ items: LimitsView[] }>;
  grants(
    query: GrantsQuery,
    caller: KafkaCaller,
  ): Promise<KafkaPage<GrantView>>;
  credentials(
    query: CredentialsQuery,
    caller: KafkaCaller,
  ): Promise<KafkaPage<CredentialView>>;
}
