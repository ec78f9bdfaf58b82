// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export interface Config {
  /**
   * Development only: the people whom the sign-in page offers, and the only ones that the
   * auth provider `personas` lets in. Production builds have neither.
   */
  personas?: Array<{
    /**
     * The user to become, such as `user:default/pia`. It must be in the catalog.
     * @visibility frontend
     */
    userRef: string;
    /**
     * The person's name on the sign-in page. Default: the name in `userRef`.
     * @visibility frontend
     */
    name?: string;
    /**
     * What the person does, such as `Payments engineer`.
     * @visibility frontend
     */
    title: string;
    /**
     * The team, for the sign-in page only: membership comes from the catalog.
     * @visibility frontend
     */
    team?: string;
    /**
     * What to try as this person.
     * @visibility frontend
     */
    hint?: string;
  }>;
}
