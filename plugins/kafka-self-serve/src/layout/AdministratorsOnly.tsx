// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import { AdministratorsOnly as ThoseOf } from '@fairway/requests-react';
import type { ReactNode } from 'react';
import { kafkaRequestsApiRef } from '../api';

/** What is for those who administer Kafka; everybody else is told so. */
export const AdministratorsOnly = (props: {
  /** What is not allowed, in words. */
  title: string;
  /** What to do instead. */
  text: string;
  children: ReactNode;
}) => (
  <ThoseOf
    {...props}
    api={useApi(kafkaRequestsApiRef)}
    rule="kafkaSelfServe.administrators"
  />
);
