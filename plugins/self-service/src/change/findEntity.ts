// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import type { RequestDetail } from '@fairway/requests-common';
import { entityOf } from './entityOf';

/** On entities that came of a request. */
const REQUEST_ANNOTATION = 'fairway.dev/request';

/** Ref of the entity that a request made, when it is in the catalog; as its link says, or as the entity itself says. */
export async function findEntity(
  catalog: CatalogApi,
  request: RequestDetail,
): Promise<string | undefined> {
  const ref = entityOf(request);
  if (ref) {
    const entity = await catalog.getEntityByRef(ref);
    return entity && ref;
  }
  const { items } = await catalog.queryEntities({
    filter: { [`metadata.annotations.${REQUEST_ANNOTATION}`]: request.id },
    limit: 1,
  });
  return items[0] && stringifyEntityRef(items[0]);
}
