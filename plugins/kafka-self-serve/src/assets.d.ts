// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Types of CSS modules, which the CLI bundles.
/// <reference types="@backstage/cli/asset-types" />
