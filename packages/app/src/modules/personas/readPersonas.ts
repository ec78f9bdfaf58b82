// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ConfigApi } from '@backstage/frontend-plugin-api';

/** Somebody whom the demo lets you be. */
export type Persona = {
  /** Full reference, `user:default/pia`. */
  userRef: string;
  name: string;
  title: string;
  team?: string;
  /** What to try as this person. */
  hint?: string;
};

const nameOf = (userRef: string) => userRef.split('/').pop() ?? userRef;

/** The configuration key `personas`, in its order. */
export function readPersonas(config: ConfigApi): Persona[] {
  const entries = config.getOptionalConfigArray('personas') ?? [];
  return entries.map(entry => {
    const userRef = entry.getString('userRef');
    return {
      userRef,
      name: entry.getOptionalString('name') ?? nameOf(userRef),
      title: entry.getString('title'),
      team: entry.getOptionalString('team'),
      hint: entry.getOptionalString('hint'),
    };
  });
}
