// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ApiBlueprint,
  createApiFactory,
  createApiRef,
  createExtensionBlueprint,
  createExtensionBlueprintParams,
  createExtensionDataRef,
  type AnyApiFactory,
  type ApiRef,
} from '@backstage/frontend-plugin-api';
import type { RequestSource } from './types';

/*
 * How a plugin's requests reach the lists of another plugin. Nobody owns a registry, since each plugin has to work
 * alone: every source is a utility API of the plugin that has it, under a reference of its own, and its extension says
 * beside the factory which reference that is. Whoever merges looks through the app's extensions for such references.
 */

/** Under which reference the source of an extension is found. @public */
export const requestSourceDataRef = createExtensionDataRef<
  ApiRef<RequestSource>
>().with({ id: 'fairway.request-source' });

/** What `RequestSourceBlueprint` is given: a utility API without a reference. @public */
export interface RequestSourceParams<
  TDeps extends { [name in string]: unknown } = { [name in string]: unknown },
> {
  deps: { [name in keyof TDeps]: ApiRef<TDeps[name]> };
  factory(deps: TDeps): RequestSource;
}

/**
 * Contributes the requests of a plugin to the lists that merge them: My requests, To decide, the home widget.
 *
 * @example
 * ```ts
 * const requestSource = RequestSourceBlueprint.make({
 *   params: define =>
 *     define({
 *       deps: { client: selfServiceApiRef, routes: routeResolutionApiRef },
 *       factory: ({ client, routes }) => ({
 *         id: 'self-service',
 *         title: 'Infrastructure',
 *         api: client.requests,
 *         pageOf: ({ id }) => routes.resolve(requestRouteRef)?.({ id }),
 *       }),
 *     }),
 * });
 * ```
 *
 * @public
 */
export const RequestSourceBlueprint = createExtensionBlueprint({
  kind: 'request-source',
  attachTo: { id: 'root', input: 'apis' },
  output: [ApiBlueprint.dataRefs.factory, requestSourceDataRef],
  dataRefs: { source: requestSourceDataRef },
  defineParams: <TDeps extends { [name in string]: unknown }>(
    params: RequestSourceParams<TDeps>,
  ) => createExtensionBlueprintParams(params as unknown as RequestSourceParams),
  *factory(params, { node }) {
    const { plugin, id } = node.spec;
    const api = createApiRef<RequestSource>({
      id: `plugin.${plugin.pluginId}.${id.replace(/[:/]/g, '.')}`,
    });
    yield ApiBlueprint.dataRefs.factory(
      createApiFactory({ ...params, api }) as AnyApiFactory,
    );
    yield requestSourceDataRef(api);
  },
});
