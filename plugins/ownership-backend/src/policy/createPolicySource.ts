// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { DirectoryPolicySource } from './DirectoryPolicySource';
import { FilePolicySource } from './FilePolicySource';
import type { PolicyLocation, PolicySource } from './types';
import { UrlPolicySource } from './UrlPolicySource';

/** The source that the configuration names. */
export function createPolicySource(
  location: PolicyLocation,
  options: { reader: UrlReaderService },
): PolicySource {
  switch (location.kind) {
    case 'directory':
      return new DirectoryPolicySource(location.place);
    case 'url': {
      const { place: policy, tests } = location;
      return new UrlPolicySource({ policy, tests }, options);
    }
    default: {
      const { place: file, tests } = location;
      return new FilePolicySource({ file, tests });
    }
  }
}
