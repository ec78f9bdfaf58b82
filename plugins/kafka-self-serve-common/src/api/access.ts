// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestAction } from '@fairway/requests-common';
import type { AclBinding } from '../model/observed';
import type { Credential, Grant } from '../model/resources';
import type { KafkaPageQuery, OwnedBy } from './common';

/** `ending`: within 14 days. @public */
export type GrantState = 'active' | 'ending' | 'expired' | 'revoked';

/** @public */
export interface GrantView extends Grant {
  state: GrantState;
  /** Group of the application that gives. */
  ownerRef?: string;
  /** Group of the application that gets. */
  granteeRef?: string;
  /** The request that it came from. */
  requestId?: string;
  actions: Record<'renew' | 'revoke', RequestAction>;
}

/** @public */
export interface GrantsQuery extends KafkaPageQuery {
  environment?: string[];
  /** Instances or applications that give or get. */
  application?: string[];
  /** Grants that cover this topic. */
  topic?: string;
  state?: GrantState[];
}

/** @public */
export interface AclsQuery extends KafkaPageQuery {
  environment?: string[];
  principal?: string;
  resourceType?: AclBinding['resourceType'];
  /** Whether they come from what is desired here. */
  managed?: boolean;
}

/** An ACL of a cluster. @public */
export interface AclView extends AclBinding, OwnedBy {
  environment: string;
  /** Whether it follows from an instance or a grant of ours. */
  managed: boolean;
  /** The instance whose principal it is. */
  principalInstance?: string;
}

/** Never with a password. @public */
export interface CredentialView extends Credential {
  application: string;
  /** The request of the last password. */
  requestId?: string;
  /** Whether its password waits to be shown, once, to who asked for it. */
  passwordWaiting: boolean;
  actions: Record<'rotate' | 'revoke', RequestAction>;
}

/** @public */
export interface CredentialsQuery extends KafkaPageQuery {
  environment?: string[];
  application?: string[];
}

/** Answer of `POST /passwords/:requestId`; the second call is refused. @public */
export interface CredentialPassword {
  environment: string;
  username: string;
  mechanism: Credential['mechanism'];
  password: string;
}
