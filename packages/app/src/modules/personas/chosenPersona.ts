// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

const KEY = 'fairway.persona';

/**
 * Who was chosen. Each tab keeps its own person, so that two tabs can be two people (an
 * approval takes two); a new tab starts with the last one chosen anywhere.
 */
export const chosenPersona = {
  get(): string | undefined {
    return (
      window.sessionStorage.getItem(KEY) ??
      window.localStorage.getItem(KEY) ??
      undefined
    );
  },
  set(userRef: string) {
    window.sessionStorage.setItem(KEY, userRef);
    window.localStorage.setItem(KEY, userRef);
  },
  clear() {
    window.sessionStorage.removeItem(KEY);
    window.localStorage.removeItem(KEY);
  },
};
