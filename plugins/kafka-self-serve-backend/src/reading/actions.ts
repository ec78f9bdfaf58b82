// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnedBy } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { isError } from '@backstage/errors';
import type { RequestAction } from '@fairway/requests-common';
import type { KafkaParts, Viewer } from '../domain/ports';

/** Allowed where there is no cause against it. */
export function action(because?: string): RequestAction {
  return because === undefined
    ? { allowed: true }
    : { allowed: false, because };
}

/** Whether a viewer is of the group that owns something. */
export function isOwner(viewer: Viewer, { ownerRef }: OwnedBy): boolean {
  const wanted = ownerRef?.toLowerCase();
  return viewer.refs.some(ref => ref.toLowerCase() === wanted);
}

/** Why a viewer cannot ask to change what somebody owns there, in the words of whoever refuses; undefined: they can. */
export async function whyNot(
  parts: Pick<KafkaParts, 'authority' | 'stores'>,
  viewer: Viewer,
  options: {
    environment: string;
    owner: OwnedBy;
    /** For the refusal: `the topic orders`. */
    subject: string;
  },
): Promise<string | undefined> {
  const { owner, subject } = options;
  if (!owner.ownerRef) return `Nobody owns ${subject}: claim it first.`;
  const environment = await parts.stores.environments.get(options.environment);
  try {
    await parts.authority.assertMayRequest({
      requesterRef: viewer.userRef,
      environment,
      ownerRefs: [owner.ownerRef],
      subject,
    });
    return undefined;
  } catch (error) {
    // What cannot be decided is no reason to show a button.
    return isError(error) ? error.message : String(error);
  }
}
