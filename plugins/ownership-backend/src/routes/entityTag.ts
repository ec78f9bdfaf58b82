// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

/** A strong entity tag (RFC 9110, 8.8.3) of a content hash. */
export function entityTag(revision: string): string {
  return `"${revision}"`;
}

/**
 * Whether `If-None-Match` names the tag (RFC 9110, 13.1.2).
 *
 * Express' own `req.fresh` will not do: `fetch` adds `Cache-Control: no-cache`
 * to every conditional request, and `fresh` then never answers 304.
 */
export function noneMatch(header: string | undefined, tag: string): boolean {
  return (header ?? '')
    .split(',')
    .map(candidate => candidate.trim().replace(/^W\//, ''))
    .some(candidate => candidate === tag || candidate === '*');
}

/**
 * Answers with a body and its tag, or 304 to whoever has it already.
 *
 * @param options - `of`: what the body depends on; a single text is taken as it is
 */
export function sendTagged(
  req: Request,
  res: Response,
  options: { body: object; of: readonly unknown[] },
): void {
  const { body, of } = options;
  const [first, ...rest] = of;
  const tag = entityTag(
    typeof first === 'string' && !rest.length
      ? first
      : createHash('sha256').update(JSON.stringify(of)).digest('hex'),
  );
  res.set('ETag', tag).set('Cache-Control', 'private, no-cache');
  if (noneMatch(req.get('if-none-match'), tag)) {
    res.status(304).end();
    return;
  }
  res.json(body);
}
