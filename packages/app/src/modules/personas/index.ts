// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { PersonaSignInPage } from './PersonaSignInPage';
export { PersonaSwitcher } from './PersonaSwitcher';
