// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { stringifyEntityRef } from '@backstage/catalog-model';
import type { RequestLink } from '@fairway/requests-common';

/** Path of an entity's page: `/catalog/<namespace>/<kind>/<name>`. */
const PAGE = /^\/catalog\/([^/?#]+)\/([^/?#]+)\/([^/?#]+)$/;

/** Ref of the entity that a request is about, as its link `entity` says; nothing where it has none yet. */
export function entityOf(request: {
  links: RequestLink[];
}): string | undefined {
  const link = request.links.find(({ rel }) => rel === 'entity');
  const [, namespace, kind, name] = PAGE.exec(link?.url ?? '') ?? [];
  if (!name) return undefined;
  return stringifyEntityRef({
    namespace: decodeURIComponent(namespace),
    kind: decodeURIComponent(kind),
    name: decodeURIComponent(name),
  });
}
