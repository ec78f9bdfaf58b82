// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

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
