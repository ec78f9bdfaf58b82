// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ZodType } from 'zod';

/** One route as an OpenAPI document describes it. @public */
export interface ApiOperation {
  /** Unique in its document: `approveRequest`. */
  id: string;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** OpenAPI's way: `/requests/{id}/approve`. */
  path: string;
  summary: string;
  /** Who may call it, as the end of "For …". */
  who: string;
  /** Name of the answer's type, and where it is declared. */
  answer: string;
  /** Of a success; 200 if left out. */
  status?: number;
  /** Other successes, with what they mean. */
  also?: Record<number, string>;
  /** Media type of the answer; JSON if left out. */
  media?: string[];
  /** The schema that checks the body. */
  body?: ZodType;
  /** The schema that checks the query. */
  query?: ZodType;
  /** Answers an ETag, and 304. */
  tagged?: boolean;
  /** Names of security schemes, each enough by itself; that of the document if left out. */
  security?: string[];
}
