// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export const LIVE = 'local?owner=acme&repo=infrastructure-live';
export const MODULES = 'local?owner=acme&repo=infrastructure-modules';
export const MODULES_SOURCE =
  'git::https://git.example.com/acme/infrastructure-modules.git';
export const DEV = 'live/acme-dev/eu-west-1/dev';
export const PROD = 'live/acme-prod/eu-west-1/prod';
