// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuditorService,
  AuthService,
  DiscoveryService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { CatalogSubjects } from '@fairway/backstage-plugin-ownership-node';
import { readSettings } from '../settings/readSettings';
import type { PermissionSettings } from '../settings/types';
import {
  type ActionSource,
  InstalledActions,
} from '../sources/InstalledActions';
import { PolicyPreset, type PresetSource } from '../sources/PolicyPreset';
import { allowedActions } from './allowedActions';
import { ask } from './composePolicies';
import { ALLOW, anyAction, createdTask, DENY, ownsEntity } from './decisions';
import { entryOf, type PermissionEntry } from './permissionTable';

/** What the policy is made from; all of it comes from the services of a backend module. @public */
export interface OwnershipPermissionPolicyOptions {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  /** `ownership.permissions` is read from it. */
  config: RootConfigService;
  discovery: DiscoveryService;
  logger: LoggerService;
  /** Answers the permissions that this policy does not know, in place of the ownership policy's preset. */
  fallback?: PermissionPolicy;
}

interface Parts {
  auditor: AuditorService;
  auth: AuthService;
  logger: LoggerService;
  subjects: Pick<CatalogSubjects, 'subjectOf'>;
  preset: PresetSource;
  actions: ActionSource;
  settings: PermissionSettings;
  fallback?: PermissionPolicy;
}

/**
 * The framework permission policy of team and environment ownership.
 *
 * It decides who reads, deletes, dry-runs and cancels, and which foreign
 * actions may write where. It does not decide what a team may deploy: the
 * framework shows a policy neither the resource nor the input, so the actions
 * and routes that write ask the ownership engine themselves.
 *
 * Nobody is allowed anything while not signed in. Whatever fails is denied,
 * and audited as `policy-decision`.
 *
 * @public
 */
export class OwnershipPermissionPolicy implements PermissionPolicy {
  readonly #parts: Parts;

  /** @throws InputError for a configuration that is not understood */
  static create(
    options: OwnershipPermissionPolicyOptions,
  ): OwnershipPermissionPolicy {
    const { auditor, auth, catalog, config, discovery, logger } = options;
    const settings = readSettings(config);
    const { readWithoutPreset } = settings;
    return new OwnershipPermissionPolicy({
      auditor,
      auth,
      logger,
      settings,
      fallback: options.fallback,
      subjects: CatalogSubjects.create({ catalog, auth }),
      actions: InstalledActions.create({ auth, discovery, logger }),
      preset: PolicyPreset.create({
        auth,
        discovery,
        logger,
        readWithoutPreset,
      }),
    });
  }

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    // One decision that throws would fail the whole batch, other plugins' questions included.
    try {
      return await this.#decide(request, user);
    } catch (error) {
      await this.#report(request.permission, user, error);
      return DENY;
    }
  }

  async #decide(
    request: PolicyQuery,
    user: PolicyQueryUser | undefined,
  ): Promise<PolicyDecision> {
    const { permission } = request;
    const userEntityRef = this.#userOf(user);
    if (userEntityRef === undefined) {
      return DENY;
    }
    const entry = entryOf(permission.name);
    if (entry && !hasResource(permission, entry)) {
      return DENY;
    }
    if (await this.#isGranted(permission, userEntityRef)) {
      return ALLOW;
    }
    return entry
      ? this.#managed(entry, userEntityRef)
      : this.#unmanaged(request, user);
  }

  async #managed(
    { holder }: PermissionEntry,
    userEntityRef: string,
  ): Promise<PolicyDecision> {
    const { administrators, templateAuthors } = this.#parts.settings;
    switch (holder) {
      case 'everyone':
        return ALLOW;
      case 'allowed-actions':
        return this.#allowedActions();
      case 'task-owner':
        return (await this.#isAmong(administrators, userEntityRef))
          ? ALLOW
          : createdTask(userEntityRef);
      case 'entity-owner':
        return (await this.#isAmong(administrators, userEntityRef))
          ? ALLOW
          : ownsEntity(await this.#claimsOf(userEntityRef));
      case 'template-authors':
        return (await this.#isAmong(templateAuthors, userEntityRef))
          ? ALLOW
          : DENY;
      case 'administrators':
        return (await this.#isAmong(administrators, userEntityRef))
          ? ALLOW
          : DENY;
      default:
        return DENY;
    }
  }

  async #unmanaged(
    request: PolicyQuery,
    user: PolicyQueryUser | undefined,
  ): Promise<PolicyDecision> {
    const { fallback, preset } = this.#parts;
    if (fallback) {
      return ask(fallback, request, user);
    }
    const { read, other } = await preset.current();
    const isRead = request.permission.attributes.action === 'read';
    return (isRead ? read : other) === 'allow' ? ALLOW : DENY;
  }

  async #allowedActions(): Promise<PolicyDecision> {
    const { actions, repositories } = this.#parts.settings;
    const installed = await this.#parts.actions.ids();
    return anyAction(allowedActions({ actions, repositories, installed }));
  }

  async #isGranted(
    permission: Permission,
    userEntityRef: string,
  ): Promise<boolean> {
    const grant = this.#parts.settings.grants.get(permission.name);
    return (
      grant !== undefined &&
      (grant.everyone || this.#isAmong(grant.refs, userEntityRef))
    );
  }

  /** Asks the catalog only where the answer can matter. */
  async #isAmong(
    refs: readonly string[],
    userEntityRef: string,
  ): Promise<boolean> {
    if (refs.length === 0) {
      return false;
    }
    const claims = await this.#claimsOf(userEntityRef);
    return claims.some(claim => refs.includes(claim));
  }

  /** The user and all groups upward, as the catalog has them, not as the sign-in token had them. */
  async #claimsOf(userEntityRef: string): Promise<string[]> {
    const subject = await this.#parts.subjects.subjectOf(userEntityRef);
    return [subject.userEntityRef, ...subject.groupEntityRefs];
  }

  #userOf(user: PolicyQueryUser | undefined): string | undefined {
    return user && this.#parts.auth.isPrincipal(user.credentials, 'user')
      ? user.credentials.principal.userEntityRef
      : undefined;
  }

  async #report(
    permission: Permission,
    user: PolicyQueryUser | undefined,
    cause: unknown,
  ): Promise<void> {
    const { auditor, logger } = this.#parts;
    const error = cause instanceof Error ? cause : new Error(String(cause));
    const meta = {
      permission: permission.name,
      userEntityRef: this.#userOf(user) ?? 'nobody',
    };
    try {
      logger.error(`"${permission.name}" is denied: ${error.message}`, meta);
      const event = await auditor.createEvent({
        eventId: 'policy-decision',
        severityLevel: 'medium',
        meta,
      });
      await event.fail({ error });
    } catch (auditError) {
      // Still denied: an audit log that is down must not fail the batch either.
      logger.error('The denial could not be audited', auditError as Error);
    }
  }
}

/** A condition on a permission that has no such resource would fail the whole batch. */
function hasResource(permission: Permission, entry: PermissionEntry): boolean {
  return (
    entry.resourceType === undefined ||
    (isResourcePermission(permission) &&
      permission.resourceType === entry.resourceType)
  );
}
