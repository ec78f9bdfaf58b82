// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createPermissionResourceRef,
  createPermissionRule,
  type PermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import type { RequestCriterion, StoredRequest } from '../store/types';

/** What a rule looks at. */
export type RequestResource = Pick<
  StoredRequest,
  'requesterRef' | 'environmentRef' | 'kind' | 'ownerRef' | 'readerRefs'
>;

/** The requests of a plugin as a resource of the permission framework. @public */
export function requestResourceRefOf(options: {
  pluginId: string;
  resourceType: string;
}) {
  return createPermissionResourceRef<RequestResource, RequestCriterion>().with(
    options,
  );
}

const refs = z.array(z.string().min(1)).min(1).max(500);

/**
 * Rules about a request, each the same for one request (`apply`) and for a list in the database (`toQuery`).
 *
 * @public
 */
export function createRequestRules(
  resourceRef: ReturnType<typeof requestResourceRefOf>,
) {
  const oneOf = (options: {
    name: string;
    description: string;
    field: RequestCriterion['field'];
  }): PermissionRule<
    RequestResource,
    RequestCriterion,
    string,
    { values: string[] }
  > =>
    createPermissionRule({
      name: options.name,
      description: options.description,
      resourceRef,
      paramsSchema: z.object({ values: refs.describe('Any of these') }),
      apply: (request, { values }) => {
        const { field } = options;
        const found =
          field === 'readerRef'
            ? [...request.readerRefs, request.requesterRef]
            : [request[field]];
        return found.some(ref => ref !== undefined && values.includes(ref));
      },
      toQuery: ({ values }) => ({ field: options.field, values }),
    });

  return {
    isRequester: oneOf({
      name: 'IS_REQUESTER',
      description: 'Made by one of these people',
      field: 'requesterRef',
    }),
    isReader: oneOf({
      name: 'IS_READER',
      description:
        'Made by, of the team of, or for the decision of any of these',
      field: 'readerRef',
    }),
    inEnvironment: oneOf({
      name: 'IN_ENVIRONMENT',
      description: 'For one of these environments of the ownership policy',
      field: 'environmentRef',
    }),
    isKind: oneOf({
      name: 'IS_KIND',
      description: 'Of one of these kinds',
      field: 'kind',
    }),
    isOwnedBy: oneOf({
      name: 'IS_OWNED_BY',
      description: 'For something that one of these groups owns',
      field: 'ownerRef',
    }),
  };
}
