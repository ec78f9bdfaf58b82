// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type DoubleAnswer,
  type DoubleRequest,
  OWNER,
  REPO,
} from './GitHubDouble';

/** A page of a list, with the link to the next one. */
export function paged(
  { path, query, headers }: DoubleRequest,
  all: unknown[],
  wrap: (items: unknown[]) => unknown = items => items,
): DoubleAnswer {
  const page = Number(query.get('page') ?? 1);
  const size = Number(query.get('per_page') ?? 30);
  const next = new URLSearchParams(query);
  next.set('page', String(page + 1));
  const place = `http://${headers.host}/api/v3/repos/${OWNER}/${REPO}${path}`;
  const hasNext = all.length > page * size;
  return {
    body: wrap(all.slice((page - 1) * size, page * size)),
    headers: hasNext ? { link: `<${place}?${next}>; rel="next"` } : {},
  };
}
