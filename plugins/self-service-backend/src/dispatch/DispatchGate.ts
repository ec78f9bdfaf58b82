// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Who may have something done elsewhere. A dispatch has no files of which its target could be derived, so the target is
// what the request says: the receiver is given exactly that, and values that say another one are refused.
import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type {
  OwnershipDecision,
  OwnershipTarget,
} from '@fairway/backstage-plugin-ownership-common';
import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import type { DispatchPayload } from '@fairway/backstage-plugin-self-service-common';
import { selfServiceError } from '../errors';
import { askPermissions } from '../gate/askPermissions';
import { sameName } from '../gate/baseFacts';
import { checkPerson } from '../gate/checkPerson';
import { decidersOf } from '../gate/decidersOf';
import { policyDenied } from '../gate/refusals';
import type { Receiver } from './receivers/types';

const ACTION = 'dispatch.run';
const FIELDS = ['environment', 'service'] as const;

export interface DispatchQuestion {
  userRef: string;
  /** Of that person, while their call lasts: then the company's permission policy is asked too. */
  credentials?: BackstageCredentials;
  receiver: Receiver;
  payload: Pick<
    DispatchPayload,
    'environment' | 'service' | 'values' | 'request'
  >;
}

export interface DispatchAnswer {
  userRef: string;
  decision: OwnershipDecision;
  /** The policy's own names. */
  environment: string;
  service: string;
  /** Entity refs of those who decide about the target beside the rules. */
  deciderRefs: string[];
}

/** Decides whether a person may have a receiver told something about a target. Nothing is remembered. */
export class DispatchGate {
  readonly #options: {
    auth: AuthService;
    ownership: OwnershipService;
    permissions: PermissionsService;
  };

  static create(options: {
    auth: AuthService;
    ownership: OwnershipService;
    permissions: PermissionsService;
  }): DispatchGate {
    return new DispatchGate(options);
  }

  private constructor(options: {
    auth: AuthService;
    ownership: OwnershipService;
    permissions: PermissionsService;
  }) {
    this.#options = options;
  }

  /**
   * @throws NotAllowedError `policy-denied`, `permission-denied`, `dispatch-target-refused`, `user-required`, InputError
   * `dispatch-target-mismatch`, and what the ownership service throws: nothing is decided without it
   */
  async decide(question: DispatchQuestion): Promise<DispatchAnswer> {
    const { credentials, payload, receiver, userRef } = question;
    const { auth, ownership, permissions } = this.#options;
    const { environment, service, request } = payload;
    const target: OwnershipTarget = { action: ACTION, environment, service };
    const said = saidTarget(payload);
    const [decision, other] = await ownership.decideAll({
      userEntityRef: userRef,
      // Through the engine, for its aliases: "production" agrees with "prod".
      targets: [target, { ...target, ...said }],
      request,
    });
    if (decision.decision !== 'allow') {
      throw policyDenied([{ path: receiver.name, decision }]);
    }
    for (const field of FIELDS) {
      const expected = decision.target[field]!;
      const actual = other.target[field] ?? '';
      if (!sameName(expected, actual)) {
        throw selfServiceError('dispatch-target-mismatch', {
          ...{ field, expected, actual },
        });
      }
      checkMeant(receiver, { field, value: expected });
    }
    const decided = [{ decision }];
    const deciderRefs = await decidersOf(decided, {
      ...{ ownership, userRef, request },
    });
    if (credentials) {
      checkPerson(credentials, { auth, userRef });
      await askPermissions(decided, {
        ...{ permissions, credentials, userRef, deciderRefs },
      });
    }
    return {
      userRef,
      decision,
      environment: decision.target.environment!,
      service: decision.target.service!,
      deciderRefs,
    };
  }
}

/** What the values say of the target, as far as they do. */
function saidTarget({
  values = {},
}: Pick<DispatchPayload, 'values'>): Partial<OwnershipTarget> {
  return Object.fromEntries(
    FIELDS.flatMap(field => {
      const value = Object.hasOwn(values, field) ? values[field] : undefined;
      return value === undefined || value === ''
        ? []
        : [[field, typeof value === 'string' ? value : JSON.stringify(value)]];
    }),
  );
}

function checkMeant(
  receiver: Receiver,
  { field, value }: { field: 'environment' | 'service'; value: string },
): void {
  const known = receiver[`${field}s`];
  if (!known || known.some(each => sameName(each, value))) return;
  throw selfServiceError('dispatch-target-refused', {
    ...{ receiver: receiver.name, field, value, known: known.join(', ') },
  });
}
