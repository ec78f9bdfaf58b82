// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export type { JsonSchema } from './jsonSchema';
export { openApiDocument, type OpenApiOptions } from './openApiDocument';
export { REQUEST_OPERATIONS } from './requestOperations';
export type { ApiOperation } from './types';
