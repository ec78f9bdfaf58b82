// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Where emulate@0.12.2 is not as GitHub is, by the name of the test of the contract. Each of these tests is run and has to
// fail: one that passes is no exception any more. All of them pass on GitHubDouble, which is real git behind the answers of
// GitHub's OpenAPI description.
export const EMULATE_EXCEPTIONS: Record<string, string> = {};
