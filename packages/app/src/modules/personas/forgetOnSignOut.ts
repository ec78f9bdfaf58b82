// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { IdentityApi } from '@backstage/frontend-plugin-api';
import { chosenPersona } from './chosenPersona';

/** Signing out forgets the choice too, or the next page load would sign in again. */
export const forgetOnSignOut = (identity: IdentityApi): IdentityApi => ({
  getProfileInfo: () => identity.getProfileInfo(),
  getBackstageIdentity: () => identity.getBackstageIdentity(),
  getCredentials: () => identity.getCredentials(),
  async signOut() {
    chosenPersona.clear();
    await identity.signOut();
  },
});
