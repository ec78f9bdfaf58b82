// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Config } from '@backstage/config';
import type { RegoSettings } from './RegoPolicy';

const KEY = 'selfService.validation.rego';

/** Reads `selfService.validation.rego`; undefined where there is none. */
export function readRegoSettings(config: Config): RegoSettings | undefined {
  const rego = config.getOptionalConfig(KEY);
  if (!rego) return undefined;
  const entrypoint = rego.getOptionalString('entrypoint');
  return {
    bundle: rego.getString('bundle'),
    ...(entrypoint !== undefined && { entrypoint }),
  };
}
