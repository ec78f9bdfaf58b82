// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { cliError } from '../errors';

/** Whose token a case is run with. */
export interface PeopleOptions {
  url: string;
  token?: string;
  /** Sign in as the person of each case: on a portal in development, with the personas provider. */
  personas?: boolean;
}

/** A token for a case, or why there is none. */
export type Pass = { token: string } | { because: string };

/** Answers tokens for people, each asked for once. */
export class People {
  readonly #options: PeopleOptions;
  readonly #passes = new Map<string, Promise<Pass>>();

  static create(options: PeopleOptions): People {
    return new People(options);
  }

  private constructor(options: PeopleOptions) {
    this.#options = options;
  }

  /** @throws InputError `cli-portal-missing`, `cli-portal-unreachable` */
  async passOf(person: string | undefined): Promise<Pass> {
    const { token, personas } = this.#options;
    if (personas && person !== undefined) {
      const known = this.#passes.get(person) ?? this.#signIn(person);
      this.#passes.set(person, known);
      return known;
    }
    if (!token) {
      throw cliError('cli-portal-missing', {
        what: 'token of a person',
        option: '--token …',
        variable: 'FAIRWAY_TOKEN',
      });
    }
    const holder = holderOf(token);
    return person === undefined || person === holder
      ? { token }
      : {
          because: `it is for ${person}, and the token is ${
            holder ?? 'not a person'
          }'s`,
        };
  }

  async #signIn(person: string): Promise<Pass> {
    const { url } = this.#options;
    let response: Response;
    try {
      response = await fetch(
        `${url.replace(/\/+$/, '')}/api/auth/personas/refresh`,
        {
          headers: {
            'x-fairway-persona': person,
            'x-requested-with': 'XMLHttpRequest',
          },
        },
      );
    } catch (error) {
      const { cause, message } = error as Error;
      throw cliError('cli-portal-unreachable', {
        url,
        reason: cause instanceof Error ? cause.message : message,
      });
    }
    const body = (await response.json().catch(() => ({}))) as {
      backstageIdentity?: { token?: string };
    };
    const token = response.ok ? body.backstageIdentity?.token : undefined;
    return token
      ? { token }
      : { because: `the portal has no persona ${person}` };
  }
}

/** The `sub` of a Backstage token; nothing is believed of it, it only chooses cases. */
function holderOf(token: string): string | undefined {
  try {
    const [, payload] = token.split('.');
    const { sub } = JSON.parse(
      Buffer.from(payload, 'base64url').toString('utf8'),
    ) as { sub?: string };
    return sub;
  } catch {
    return undefined;
  }
}
