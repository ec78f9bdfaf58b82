// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export const REPOSITORY = { host: 'local', owner: 'bench', repo: 'live' };
export const AUTHOR = { name: 'Bench', email: 'bench@acme.example' };
