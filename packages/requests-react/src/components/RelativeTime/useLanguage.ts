// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  appLanguageApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';

/** The language that the person has chosen, as `Intl` takes it; undefined: that of the browser. */
export function useLanguage(): string | undefined {
  return useApiHolder().get(appLanguageApiRef)?.getLanguage().language;
}
