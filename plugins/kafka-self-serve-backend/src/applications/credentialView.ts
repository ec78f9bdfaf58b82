// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { CredentialView } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { StoredCredential } from '../domain/stored';
import type { InstanceOwner } from '../domain/stores';
import type { Viewer } from '../domain/viewer';
import { action, isOwner } from '../reading/actions';

/** A credential with what the viewer may ask for; a password is in no view. */
export function credentialView(
  credential: StoredCredential,
  options: {
    viewer: Viewer;
    instances: ReadonlyMap<string, InstanceOwner>;
    /** Ids of credentials with a password to be shown. */
    waiting: ReadonlySet<string>;
  },
): CredentialView {
  const { viewer, instances, waiting } = options;
  const instance = instances.get(credential.instance);
  const mayAsk = viewer.isAdministrator || isOwner(viewer, instance ?? {});
  const because = mayAsk
    ? undefined
    : `Only ${instance?.ownerRef ?? 'its owner'} may ask for this.`;
  return {
    ...credential,
    application: instance?.application ?? credential.instance.split('@')[0],
    passwordWaiting: waiting.has(credential.id),
    actions: { rotate: action(because), revoke: action(because) },
  };
}
