// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { personaError } from './errors';

/** The full, lower-case reference of a user, such as `user:default/pia`. */
function normalizeUserRef(value: string): string {
  let reference;
  try {
    reference = parseEntityRef(value, {
      defaultKind: 'user',
      defaultNamespace: 'default',
    });
  } catch {
    throw personaError('personas-invalid', {
      value,
      reason: 'is not an entity reference',
    });
  }
  if (reference.kind.toLocaleLowerCase('en-US') !== 'user') {
    throw personaError('personas-invalid', { value, reason: 'is not a user' });
  }
  return stringifyEntityRef(reference);
}

/** The users that may be signed in as, from the configuration key `personas`. */
export class Personas {
  static fromConfig(config: RootConfigService): Personas {
    const entries = config.getOptionalConfigArray('personas') ?? [];
    return new Personas(
      entries.map(entry => normalizeUserRef(entry.getString('userRef'))),
    );
  }

  readonly #userRefs: ReadonlySet<string>;

  private constructor(userRefs: string[]) {
    this.#userRefs = new Set(userRefs);
  }

  /** The listed user that is meant by what a browser sent, if any. */
  find(sent: string): string | undefined {
    const userRef = sent.trim().toLocaleLowerCase('en-US');
    return this.#userRefs.has(userRef) ? userRef : undefined;
  }
}
