// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { CHANGE_KIND } from '@fairway/backstage-plugin-self-service-common';
import { openApiDocument } from '@fairway/requests-node';
import { changePayloadSchema } from '../change/payload';
import { OPERATIONS } from './operations';

/** What `GET /openapi.json` answers. */
export function selfServiceDocument() {
  return openApiDocument({
    pluginId: 'self-service',
    description:
      'Requests for infrastructure, reports of the pipelines that apply it, and what is there.',
    operations: OPERATIONS,
    payloads: { [CHANGE_KIND]: changePayloadSchema },
    securitySchemes: {
      report: {
        type: 'http',
        scheme: 'bearer',
        description:
          'Token of `POST /report/token`: of one request and one attempt, and it ends.',
      },
    },
  });
}
