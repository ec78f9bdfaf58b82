// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import type { VettedModule } from '@fairway/backstage-plugin-self-service-common';
import { isEntityName } from './names';
import type { ShownResource } from './resourceStates';

const API_VERSION = 'backstage.io/v1alpha1';

/** Deployment values have no module. */
const WITHOUT_MODULE = 'deployment';

/** A resource as the catalog shows it. */
export function toResourceEntity(
  resource: ShownResource,
  options: { name: string; urlOf: (requestId: string) => string },
): Entity {
  const { path, environment, module, state, applied, request } = resource;
  const { ownerRef, requesterRef, requestId } = resource;
  const folder = path.slice(path.lastIndexOf('/') + 1);
  const dependsOn = [
    ...(isEntityName(environment) ? [`resource:default/${environment}`] : []),
    ...(module && isEntityName(module.name)
      ? [`component:default/${module.name}`]
      : []),
  ];
  return {
    apiVersion: API_VERSION,
    kind: 'Resource',
    metadata: {
      name: options.name,
      title: folder,
      description: descriptionOf(resource),
      annotations: {
        'fairway.dev/state': state,
        ...(applied && { 'fairway.dev/applied': applied }),
        'fairway.dev/request': requestId,
        'fairway.dev/requester': requesterRef,
        'fairway.dev/source-file': sourceFileOf(resource),
        'fairway.dev/path': path,
        ...(module && {
          'fairway.dev/module': module.name,
          'fairway.dev/module-version': module.version,
        }),
        'fairway.dev/environment': environment,
        'fairway.dev/service': resource.service,
        ...(resource.account && { 'fairway.dev/account': resource.account }),
        ...(resource.lifetime && { 'fairway.dev/lifetime': resource.lifetime }),
        ...(resource.expiresAt && {
          'fairway.dev/expires-at': resource.expiresAt.toISOString(),
        }),
        ...(resource.id && { 'fairway.dev/resource-id': resource.id }),
      },
      links: [
        {
          url: options.urlOf(requestId),
          title: request ? `Request ${request.number}` : 'Last request',
          type: 'fairway-request',
        },
      ],
    },
    spec: {
      type: module?.name ?? WITHOUT_MODULE,
      owner: ownerRef ?? requesterRef,
      ...(dependsOn.length > 0 && { dependsOn }),
    },
  };
}

/** The file that makes it what it is, as repository and path: `local?owner=acme&repo=live#live/dev/orders-db/terragrunt.hcl`. */
export function sourceFileOf(
  resource: Pick<ShownResource, 'repoUrl' | 'path' | 'file' | 'module'>,
): string {
  const { repoUrl, path, module } = resource;
  const { file = `${path}/${module ? 'terragrunt.hcl' : 'values.yaml'}` } =
    resource;
  return `${repoUrl}#${file}`;
}

const WORDS: Record<ShownResource['state'], string> = {
  pending: 'Asked for; not there yet',
  ready: 'There',
  expiring: 'There; its life ends soon, or has ended',
  changing: 'There; a change of it is under way',
  removing: 'There; its removal is under way',
  failed: 'The last change of it failed',
  gone: 'Not in Git any more, though no request has removed it',
};

function descriptionOf({ state, applied, request }: ShownResource): string {
  const notApplied =
    state === 'ready' && applied === 'not-applied' ? '; not applied' : '';
  const asked = request
    ? `: request ${request.number}, ${request.title}`
    : notApplied;
  return `${WORDS[state]}${asked}.`;
}

/** A vetted module as the catalog shows it. */
export function toModuleEntity(
  module: VettedModule,
  options: { urlOf: (name: string) => string },
): Entity {
  const versions = (status: 'approved' | 'blocked') =>
    module.versions
      .filter(each => each.status === status)
      .map(({ version }) => version);
  const [approved, blocked] = [versions('approved'), versions('blocked')];
  return {
    apiVersion: API_VERSION,
    kind: 'Component',
    metadata: {
      name: module.name,
      title: module.title,
      description: module.description,
      annotations: {
        'fairway.dev/module': module.name,
        'fairway.dev/module-source': module.source,
        'fairway.dev/service': module.service,
        ...(approved.length && {
          'fairway.dev/module-version': approved[0],
          'fairway.dev/module-versions': approved.join(','),
        }),
        ...(blocked.length && {
          'fairway.dev/blocked-module-versions': blocked.join(','),
        }),
      },
      links: [
        {
          url: options.urlOf(module.name),
          title: 'Inputs, outputs, versions and README',
          type: 'fairway-module',
        },
      ],
    },
    spec: {
      type: 'iac-module',
      lifecycle: 'production',
      // The catalog wants an owner.
      owner: module.ownerRef ?? 'group:default/unknown',
    },
  };
}
